package org.peyvand.api;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.Page;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.write.Change;
import org.peyvand.record.write.ChangeLog;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The history of a record. */
@RestController
@Requires(Requires.Permission.SIGNED_IN)
class ChangesController {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final CurrentActor current;
    private final Types types;
    private final ChangeLog log;
    private final ReadGate gate;

    ChangesController(CurrentActor current, Types types, ChangeLog log, ReadGate gate) {
        this.current = current;
        this.types = types;
        this.log = log;
        this.gate = gate;
    }

    @GetMapping(path = "/api/v1/{type}/{id}/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters({"limit", "after"})
    JsonNode changes(
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam @Nullable String limit,
            @RequestParam @Nullable String after) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        int most = ListParameters.number("limit", limit, 50, 1, 200);
        Page<Change> page = log.history(actor, found, id, most, ListParameters.blankToNull(after));
        Map<RecordRef, RecordName> names = gate.names(actor, references(page.items()));
        ArrayNode data = NODES.arrayNode();
        page.items().forEach(change -> data.add(json(change, names)));
        return Pages.write(data, page.next(), most);
    }

    private static Set<RecordRef> references(Collection<Change> changes) {
        Set<RecordRef> refs = new HashSet<>();
        for (Change change : changes) {
            UUID by = change.changeSet().by();
            if (by != null) {
                refs.add(new RecordRef("users", by));
            }
            change.fields().forEach((field, values) -> {
                addReference(refs, field, values.before());
                addReference(refs, field, values.after());
            });
        }
        return refs;
    }

    private static void addReference(Set<RecordRef> refs, Field<?> field, @Nullable Object value) {
        if (value instanceof RecordRef ref) {
            refs.add(ref);
        } else if (value instanceof UUID id && field.type() instanceof ReferenceType reference) {
            refs.add(new RecordRef(reference.target(), id));
        }
    }

    private static ObjectNode json(Change change, Map<RecordRef, RecordName> names) {
        ObjectNode json = NODES.objectNode();
        json.put("changeSet", change.changeSet().id().toString());
        json.put("at", change.changeSet().at().toString());
        json.set("by", by(change.changeSet().by(), change.changeSet().byName(), names));
        json.put("actor", change.changeSet().actor());
        json.put("kind", change.changeSet().kind());
        json.put("act", change.act().name().toLowerCase(java.util.Locale.ROOT));
        json.put("version", change.version());
        ObjectNode fields = json.putObject("fields");
        new LinkedHashMap<>(change.fields()).forEach((field, values) -> {
            ArrayNode both = fields.putArray(field.name());
            both.add(RecordJson.value(field.type(), values.before(), names));
            both.add(RecordJson.value(field.type(), values.after(), names));
        });
        return json;
    }

    /** Who did it, as a reference when it was a user. */
    static JsonNode by(@Nullable UUID user, String name, Map<RecordRef, RecordName> names) {
        if (user != null) {
            return RecordJson.reference(new RecordRef("users", user), names);
        }
        ObjectNode json = NODES.objectNode();
        json.putNull("id");
        json.put("name", name);
        return json;
    }
}
