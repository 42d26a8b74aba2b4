package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Pending.Act;
import tools.jackson.databind.JsonNode;

/** What it takes to bring one record back to where it was before a change set: the changes to it, read newest first. */
final class Reversal {

    private final RecordRef ref;
    private final RecordType type;
    private final Map<String, JsonNode> left = new LinkedHashMap<>();
    private final Map<String, JsonNode> wanted = new LinkedHashMap<>();
    private final List<Problem> obstacles = new ArrayList<>();
    private @Nullable Act oldest;
    private final Draft draft = new Draft();
    private boolean deletes;
    private boolean restores;
    private boolean vouched;

    Reversal(RecordRef ref, RecordType type) {
        this.ref = ref;
        this.type = type;
    }

    /** Adds a change that came before those added so far. */
    void add(Act act, @Nullable JsonNode fields) {
        if (fields != null) {
            fields.properties().forEach(field -> {
                left.putIfAbsent(field.getKey(), field.getValue().get(1));
                wanted.put(field.getKey(), field.getValue().get(0));
            });
        }
        if (act != Act.UPDATE) {
            oldest = act;
        }
    }

    RecordRef ref() {
        return ref;
    }

    RecordType type() {
        return type;
    }

    boolean created() {
        return oldest == Act.CREATE;
    }

    Set<String> fields() {
        return wanted.keySet();
    }

    /**
     * Compares with what stands: a field that is as it was needs nothing, one that is as the change set left it goes back, any
     * other was changed since. A record that the change set created goes to the bin with whatever it holds.
     */
    void judge(CurrentRow row) {
        deletes = (oldest == Act.CREATE || oldest == Act.RESTORE) && !row.deleted();
        restores = oldest == Act.DELETE && row.deleted();
        if (!created()) {
            wanted.forEach((name, json) -> type.find(name).ifPresent(field -> judge(field, json, row)));
        }
    }

    private void judge(Field<?> field, JsonNode json, CurrentRow row) {
        Object standing = row.values().get(field.name());
        Object before = FieldValues.orNull(FieldValues.fromLog(field, json));
        Object after = FieldValues.orNull(FieldValues.fromLog(field, left.get(field.name())));
        if (!FieldValues.same(field, standing, before)) {
            boolean outgrown = before == null && !json.isNull() && !json.isEmpty();
            if (outgrown || !FieldValues.same(field, standing, after)) {
                obstacles.add(Problem.of(field.name(), "changed-since"));
            } else {
                draft.put(field, before);
            }
        }
    }

    void obstacle(Problem problem) {
        obstacles.add(problem);
    }

    List<Problem> obstacles() {
        return obstacles;
    }

    /** Tells that a module vouches for it. */
    void vouch() {
        vouched = true;
    }

    boolean vouched() {
        return vouched;
    }

    Draft draft() {
        return draft;
    }

    boolean deletes() {
        return deletes && obstacles.isEmpty();
    }

    boolean restores() {
        return restores && obstacles.isEmpty();
    }

    boolean updates() {
        return !draft.fields().isEmpty() && obstacles.isEmpty();
    }
}
