package org.peyvand.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Outcome;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes up to a thousand records of one type in one call. */
@RestController
@Requires(Requires.Permission.SIGNED_IN)
class BatchController {

    private static final int MOST = 1_000;

    private final CurrentActor current;
    private final Types types;
    private final Drafts drafts;
    private final Upserts upserts;
    private final WriteGate writes;
    private final Messages messages;

    BatchController(
            CurrentActor current, Types types, Drafts drafts, Upserts upserts, WriteGate writes, Messages messages) {
        this.current = current;
        this.types = types;
        this.drafts = drafts;
        this.upserts = upserts;
        this.writes = writes;
        this.messages = messages;
    }

    @PostMapping(path = "/api/v1/{type}/batch", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters("atomic")
    ResponseEntity<JsonNode> batch(
            @PathVariable String type, @RequestParam @Nullable String atomic, @Body JsonNode body) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        if (!body.isArray() || body.size() > MOST) {
            throw new Refusal.Malformed("not-a-batch", Integer.toString(MOST));
        }
        Batch batch = Batch.of(writes(actor, found, body));
        if (batch.writes().isEmpty()) {
            return ResponseEntity.ok(JsonNodeFactory.instance.arrayNode());
        }
        Written written = writes.write(actor, flag(atomic) ? batch : batch.tolerant());
        return Answers.marked(ResponseEntity.ok(), written).body(json(written));
    }

    private static boolean flag(@Nullable String atomic) {
        if (atomic == null || atomic.equals("true")) {
            return true;
        }
        if (atomic.equals("false")) {
            return false;
        }
        throw Refusal.Malformed.about("atomic", "bad-parameter", "atomic");
    }

    private List<Write> writes(Actor actor, RecordType type, JsonNode body) {
        Map<Integer, UUID> existing = existing(actor, type, body);
        List<Write> writes = new ArrayList<>(body.size());
        for (int index = 0; index < body.size(); index++) {
            try {
                writes.add(write(actor, type, body.get(index), existing.get(index)));
            } catch (Refusal.Malformed malformed) {
                throw at(index, malformed);
            }
        }
        return writes;
    }

    private Write write(Actor actor, RecordType type, JsonNode entry, @Nullable UUID existing) {
        JsonNode what = content(entry);
        return switch (act(entry)) {
            case "create" ->
                new Write.Create(
                        type, RecordWritesController.newId(what), drafts.read(actor, type, what, Set.of("id")));
            case "update" ->
                new Write.Update(
                        type, id(what), version(what), drafts.read(actor, type, what, Set.of("id", "version")));
            case "upsert" -> {
                Draft draft = drafts.read(actor, type, what, Set.of("by"));
                yield existing == null
                        ? new Write.Create(type, null, draft)
                        : new Write.Update(type, existing, null, draft);
            }
            case "delete" -> {
                if (!Set.of("id", "version").containsAll(what.propertyNames())) {
                    throw new Refusal.Malformed("not-a-batch-entry");
                }
                yield new Write.Delete(type, id(what), version(what));
            }
            case "restore" -> {
                if (!Set.of("id").containsAll(what.propertyNames())) {
                    throw new Refusal.Malformed("not-a-batch-entry");
                }
                yield new Write.Restore(type, id(what));
            }
            default -> throw new Refusal.Malformed("not-a-batch-entry");
        };
    }

    /** The records that upserts mean, by index, found with one look-up per key. */
    private Map<Integer, UUID> existing(Actor actor, RecordType type, JsonNode body) {
        Map<String, Map<Integer, String>> wanted = new LinkedHashMap<>();
        for (int index = 0; index < body.size(); index++) {
            JsonNode entry = body.get(index);
            if (act(entry).equals("upsert")) {
                String by = text(content(entry), "by");
                wanted.computeIfAbsent(by, none -> new LinkedHashMap<>()).put(index, keyValue(content(entry), by));
            }
        }
        Map<Integer, UUID> found = new LinkedHashMap<>();
        wanted.forEach((by, values) -> {
            Map<String, UUID> matches = upserts.match(actor, type, by, values.values());
            values.forEach((index, value) -> {
                UUID id = matches.get(Upserts.folded(value));
                if (id != null) {
                    found.put(index, id);
                }
            });
        });
        return found;
    }

    private static String keyValue(JsonNode what, String by) {
        if (by.startsWith("externalKeys.")) {
            JsonNode keys = what.get("externalKeys");
            if (keys == null || !keys.isObject()) {
                throw new Refusal.Malformed("not-a-batch-entry");
            }
            return text(keys, Upserts.system(by));
        }
        return text(what, by);
    }

    private static String act(JsonNode entry) {
        if (!entry.isObject() || entry.size() != 1) {
            throw new Refusal.Malformed("not-a-batch-entry");
        }
        return entry.propertyNames().iterator().next();
    }

    private static JsonNode content(JsonNode entry) {
        JsonNode what = entry.get(act(entry));
        if (!what.isObject()) {
            throw new Refusal.Malformed("not-a-batch-entry");
        }
        return what;
    }

    private static String text(JsonNode what, String name) {
        JsonNode value = what.get(name);
        if (value == null
                || !(value.isString() || value.isNumber())
                || value.asString().isBlank()) {
            throw new Refusal.Malformed(List.of(Problem.of(name, "required", name)), "not-a-batch-entry");
        }
        return value.asString();
    }

    private static UUID id(JsonNode what) {
        UUID id = RecordWritesController.id(what);
        if (id == null) {
            throw new Refusal.Malformed(List.of(Problem.of("id", "required", "id")), "not-a-batch-entry");
        }
        return id;
    }

    private static @Nullable Integer version(JsonNode what) {
        JsonNode version = what.get("version");
        if (version == null || version.isNull()) {
            return null;
        }
        if (!version.isInt()) {
            throw new Refusal.Malformed(List.of(Problem.of("version", "not-an-integer")), "not-a-batch-entry");
        }
        return version.intValue();
    }

    private static Refusal.Malformed at(int index, Refusal.Malformed malformed) {
        List<Problem> problems = malformed.problems().isEmpty()
                ? List.of(new Problem("/" + index, malformed.code(), malformed.arguments()))
                : malformed.problems().stream()
                        .map(each -> new Problem("/" + index + "/" + each.field(), each.code(), each.arguments()))
                        .toList();
        return new Refusal.Malformed(
                problems, malformed.code(), malformed.arguments().toArray(String[]::new));
    }

    private JsonNode json(Written written) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int index = 0; index < written.outcomes().size(); index++) {
            Outcome outcome = written.outcomes().get(index);
            ObjectNode json = array.addObject();
            json.put("index", index);
            json.put("status", outcome.result().name().toLowerCase(Locale.ROOT));
            json.put("id", outcome.id() == null ? null : outcome.id().toString());
            if (outcome.refusal() != null) {
                ApiProblem problem = ApiProblem.of(outcome.refusal());
                json.put("code", problem.code());
                json.set("errors", problem.errors(messages, current.language()));
            }
        }
        return array;
    }
}
