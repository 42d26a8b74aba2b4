package org.peyvand.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.InvalidValue;
import org.peyvand.record.write.Draft;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the values of a record from JSON. Unknown and hidden names are refused alike; bad values travel in the draft. */
@Component
public final class Drafts {

    private final Visibility visibility;

    Drafts(Visibility visibility) {
        this.visibility = visibility;
    }

    /**
     * Reads an object, leaving the given members out.
     *
     * @throws Refusal.Malformed when it is no object or holds an unknown name
     */
    public Draft read(Actor actor, RecordType type, JsonNode json, Set<String> leaveOut) {
        if (!json.isObject()) {
            throw new Refusal.Malformed("not-an-object");
        }
        Draft draft = new Draft();
        List<Problem> unknown = new ArrayList<>();
        for (String name : json.propertyNames()) {
            if (!leaveOut.contains(name)) {
                Field<?> field = known(actor, type, name);
                if (field == null) {
                    unknown.add(Problem.of(name, "unknown-field", name));
                } else {
                    put(draft, field, json.get(name));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new Refusal.Malformed(
                    unknown, "unknown-field", unknown.getFirst().field());
        }
        return draft;
    }

    /**
     * Refuses what the gate would refuse of every single record, before anything is begun.
     *
     * @throws Refusal.Invalid when the draft names a field that the actor may not write
     */
    void writable(Actor actor, RecordType type, Draft draft) {
        List<Problem> problems = new ArrayList<>(draft.problems());
        for (String name : draft.values().keySet()) {
            Field<?> field = type.find(name).orElseThrow();
            if (visibility.access(actor, type, field) != FieldAccess.WRITABLE
                    || field.is(Field.Flag.READ_ONLY)
                    || field.is(Field.Flag.COMPUTED)) {
                problems.add(Problem.of(name, "read-only", name));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    private @Nullable Field<?> known(Actor actor, RecordType type, String name) {
        Field<?> field = type.find(name).orElse(null);
        return field == null || visibility.access(actor, type, field) == FieldAccess.HIDDEN ? null : field;
    }

    /** Null and the empty string mean no value. */
    private static void put(Draft draft, Field<?> field, JsonNode json) {
        if (json.isNull() || (json.isString() && json.stringValue().isBlank())) {
            draft.put(field, null);
            return;
        }
        try {
            draft.put(field, field.type().fromJson(json));
        } catch (InvalidValue invalid) {
            draft.problem(Problem.of(field.name(), invalid));
        }
    }
}
