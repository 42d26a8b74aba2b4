package org.peyvand.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.InvalidValue;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Creates or changes the record that a key names. */
@RestController
@Requires(Requires.Permission.SIGNED_IN)
class UpsertController {

    private final CurrentActor current;
    private final Types types;
    private final Drafts drafts;
    private final Upserts upserts;
    private final ReadGate reads;
    private final WriteGate writes;
    private final Answers answers;

    UpsertController(
            CurrentActor current,
            Types types,
            Drafts drafts,
            Upserts upserts,
            ReadGate reads,
            WriteGate writes,
            Answers answers) {
        this.current = current;
        this.types = types;
        this.drafts = drafts;
        this.upserts = upserts;
        this.reads = reads;
        this.writes = writes;
        this.answers = answers;
    }

    @PutMapping(path = "/api/v1/{type}/by/{field}/{value}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    ResponseEntity<JsonNode> upsert(
            @PathVariable String type, @PathVariable String field, @PathVariable String value, @Body JsonNode body) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        if (value.isBlank()) {
            throw Refusal.Malformed.about(field, "required", field);
        }
        Draft draft = drafts.read(actor, found, body, Set.of());
        refuseOtherKey(upserts.key(found, field), field, value, draft);
        Written written;
        try {
            written = write(actor, found, field, value, draft);
        } catch (Refusal.Conflict raced) {
            if (raced.code().equals("several-matches")) {
                throw raced;
            }
            written = write(actor, found, field, value, draft);
        }
        return answers.of(actor, found, written);
    }

    /** One call cannot find a record by one key and give it another: sent again, it would find it no more. */
    private static void refuseOtherKey(Field<?> key, String by, String value, Draft draft) {
        Object named = key == SystemFields.EXTERNAL_KEYS
                ? externalKeys(draft).get(Upserts.system(by))
                : draft.values().get(key.name());
        if (named != null && !Upserts.folded(plain(key, named)).equals(Upserts.folded(value))) {
            throw new Refusal.Invalid(List.of(Problem.of(key.name(), "another-key", value)));
        }
    }

    private static String plain(Field<?> key, Object named) {
        return key == SystemFields.EXTERNAL_KEYS
                ? (String) named
                : RecordJson.plain(key.type(), named).asString();
    }

    private Written write(Actor actor, RecordType type, String by, String value, Draft draft) {
        UUID existing = upserts.match(actor, type, by, List.of(value)).get(Upserts.folded(value));
        StoredRecord standing =
                existing == null ? null : reads.find(actor, type, existing).orElseThrow(Refusal.NotFound::new);
        Draft keyed = withKey(upserts.key(type, by), by, value, draft, standing);
        Write write =
                existing == null ? new Write.Create(type, null, keyed) : new Write.Update(type, existing, null, keyed);
        return writes.write(actor, Batch.of(write));
    }

    /** The key itself belongs to the record, whether or not the body repeats it. */
    private static Draft withKey(Field<?> key, String by, String value, Draft draft, @Nullable StoredRecord standing) {
        Draft keyed = new Draft();
        draft.values().forEach((name, each) -> keyed.values().put(name, each));
        draft.problems().forEach(keyed::problem);
        if (key == SystemFields.EXTERNAL_KEYS) {
            Map<String, String> named = externalKeys(draft);
            named.put(Upserts.system(by), value);
            return keyed.set(SystemFields.EXTERNAL_KEYS, named);
        }
        if (standing == null && !keyed.fields().contains(key.name())) {
            try {
                keyed.put(key, key.type().fromJson(JsonNodeFactory.instance.stringNode(value)));
            } catch (InvalidValue invalid) {
                keyed.problem(Problem.of(key.name(), invalid));
            }
        }
        return keyed;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> externalKeys(Draft draft) {
        Object named = draft.values().get(SystemFields.EXTERNAL_KEYS.name());
        return new TreeMap<>(named == null ? Map.of() : (Map<String, String>) named);
    }
}
