package org.peyvand.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.job.BulkEdit;
import org.peyvand.job.BulkEditing;
import org.peyvand.job.Job;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.InvalidValue;
import org.peyvand.record.field.UuidType;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes or deletes many records at once. */
@RestController
@Requires(Requires.Permission.SIGNED_IN)
class BulkEditsController {

    private static final Set<String> MEMBERS =
            Set.of("filter", "ids", "set", "add", "remove", "delete", "expectedCount");

    private static final String TAGS = SystemFields.TAGS.name();

    private final CurrentActor current;
    private final Types types;
    private final Drafts drafts;
    private final BulkEditing editing;

    BulkEditsController(CurrentActor current, Types types, Drafts drafts, BulkEditing editing) {
        this.current = current;
        this.types = types;
        this.drafts = drafts;
        this.editing = editing;
    }

    @PostMapping(path = "/api/v1/{type}/bulk-edits", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    ResponseEntity<JsonNode> start(@PathVariable String type, @Body JsonNode body) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        String plural = found.plural();
        Members.only(body, MEMBERS);
        JsonNode set = set(body);
        if (set != null) {
            drafts.writable(actor, found, drafts.read(actor, found, plain(set), Set.of()));
        }
        Job job = editing.start(
                actor, new BulkEdit(plural, present(body, "filter"), ids(present(body, "ids")), set, expected(body)));
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted().location(URI.create("/api/v1/jobs/" + job.id()));
        if (job.changeSet() != null) {
            answer.header(Answers.CHANGE_SET, job.changeSet().toString());
        }
        return answer.body(ExchangeJson.write(job));
    }

    /** What is to be set, tags to add and remove among it; null when the records are to be deleted. */
    private static @Nullable JsonNode set(JsonNode body) {
        JsonNode set = withTags(body, present(body, "set"));
        boolean deleting = Boolean.TRUE.equals(Members.flag(body, "delete"));
        if (deleting == (set != null)) {
            throw new Refusal.Malformed("set-or-delete");
        }
        return set;
    }

    /** The values with the tags to add and to remove as one list, as a record would take them. */
    private static JsonNode plain(JsonNode set) {
        JsonNode tags = set.path(TAGS);
        if (!tags.isObject()) {
            return set;
        }
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        for (JsonNode list : tags) {
            if (!list.isArray()) {
                ObjectNode wrong = (ObjectNode) set.deepCopy();
                wrong.set(TAGS, list);
                return wrong;
            }
            list.forEach(names::add);
        }
        ObjectNode plain = (ObjectNode) set.deepCopy();
        plain.set(TAGS, names);
        return plain;
    }

    private static @Nullable JsonNode withTags(JsonNode body, @Nullable JsonNode set) {
        ObjectNode tags = JsonNodeFactory.instance.objectNode();
        for (String act : List.of("add", "remove")) {
            JsonNode given = present(body, act);
            if (given != null) {
                Members.only(given, Set.of(TAGS));
                tags.set(act, given.path(TAGS));
            }
        }
        if (tags.isEmpty()) {
            return set;
        }
        if (set != null && (!set.isObject() || set.has(TAGS))) {
            throw new Refusal.Malformed("set-or-delete");
        }
        ObjectNode all = set == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) set.deepCopy();
        all.set(TAGS, tags);
        return all;
    }

    private static @Nullable Long expected(JsonNode body) {
        JsonNode count = present(body, "expectedCount");
        if (count == null) {
            return null;
        }
        if (!count.isIntegralNumber() || !count.canConvertToLong()) {
            throw new Refusal.Invalid(List.of(Problem.of("expectedCount", "not-a-number")));
        }
        return count.longValue();
    }

    private static @Nullable List<UUID> ids(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        if (!json.isArray()) {
            throw new Refusal.Invalid(List.of(Problem.of("ids", "not-a-list")));
        }
        List<UUID> ids = new ArrayList<>();
        for (JsonNode each : json) {
            try {
                ids.add(UuidType.parse(each.isString() ? each.stringValue() : ""));
            } catch (InvalidValue invalid) {
                throw new Refusal.Invalid(List.of(Problem.of("ids", invalid)));
            }
        }
        return ids;
    }

    private static @Nullable JsonNode present(JsonNode body, String name) {
        JsonNode value = body.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
