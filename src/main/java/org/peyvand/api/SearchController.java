package org.peyvand.api;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.query.Hit;
import org.peyvand.record.query.ReadGate;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds records of all types by words. */
@RestController
@Requires(Requires.Permission.SIGNED_IN)
class SearchController {

    private final CurrentActor current;
    private final Models models;
    private final ReadGate gate;

    SearchController(CurrentActor current, Models models, ReadGate gate) {
        this.current = current;
        this.models = models;
        this.gate = gate;
    }

    @GetMapping(path = "/api/v1/search", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters({"q", "types", "limit"})
    JsonNode search(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String types,
            @RequestParam @Nullable String limit) {
        Actor actor = current.actor();
        if (q == null) {
            throw Refusal.Malformed.about("q", "required", "q");
        }
        int most = ListParameters.number("limit", limit, 20, 1, 200);
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        for (Hit hit : gate.search(actor, q, named(types), most)) {
            ObjectNode json = data.addObject();
            json.put("type", hit.ref().type());
            json.put("id", hit.ref().id().toString());
            json.put("name", hit.name());
            json.put("subtitle", hit.subtitle());
            json.put("score", hit.score());
        }
        return Pages.data(data);
    }

    private Set<RecordType> named(@Nullable String types) {
        Set<RecordType> named = new LinkedHashSet<>();
        if (types != null && !types.isBlank()) {
            for (String plural : types.split(",")) {
                named.add(models.current()
                        .find(plural.strip())
                        .orElseThrow(() -> Refusal.Malformed.about("types", "unknown-type", plural)));
            }
        }
        return named;
    }
}
