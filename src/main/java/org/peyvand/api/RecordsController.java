package org.peyvand.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.query.Count;
import org.peyvand.record.query.Page;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads records of any type. */
@RestController
@RequestMapping(path = "/api/v1/{type}", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class RecordsController {

    private final CurrentActor current;
    private final Types types;
    private final ListParameters parameters;
    private final ReadGate gate;
    private final RecordJson json;

    RecordsController(CurrentActor current, Types types, ListParameters parameters, ReadGate gate, RecordJson json) {
        this.current = current;
        this.types = types;
        this.parameters = parameters;
        this.gate = gate;
        this.json = json;
    }

    @GetMapping
    @Parameters({"filter", "sort", "limit", "after", "fields", "q", "deleted"})
    JsonNode list(
            @PathVariable String type,
            @RequestParam @Nullable String filter,
            @RequestParam @Nullable String sort,
            @RequestParam @Nullable String limit,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String fields,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String deleted) {
        Actor actor = current.actor();
        Query query = parameters.read(
                actor,
                types.find(actor, type),
                new ListParameters.Asked(filter, sort, limit, after, fields, q, deleted));
        Page<StoredRecord> page = gate.page(actor, query);
        return Pages.write(json.write(actor, page.items()), page.next(), query.limit());
    }

    @GetMapping("/count")
    @Parameters({"filter", "q", "deleted"})
    JsonNode count(
            @PathVariable String type,
            @RequestParam @Nullable String filter,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String deleted) {
        Actor actor = current.actor();
        Query query = parameters.read(
                actor, types.find(actor, type), new ListParameters.Asked(filter, null, null, null, null, q, deleted));
        Count count = gate.count(actor, query);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("count", count.count());
        answer.put("capped", count.capped());
        return answer;
    }

    @GetMapping("/{id}")
    @Parameters("fields")
    ResponseEntity<JsonNode> one(
            @PathVariable String type, @PathVariable UUID id, @RequestParam @Nullable String fields) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        StoredRecord record = gate.find(actor, found, id).orElseThrow(Refusal.NotFound::new);
        JsonNode body = json.write(actor, record.only(parameters.fields(actor, found, fields)));
        return ResponseEntity.ok().eTag(Etags.of(record.version())).body(body);
    }
}
