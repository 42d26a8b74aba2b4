package org.peyvand.api;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.job.Undoing;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordRef;
import org.peyvand.record.Refusal;
import org.peyvand.record.query.Page;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.write.ChangeLog;
import org.peyvand.record.write.ChangeSet;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was done in one go, and its reversal. */
@RestController
@RequestMapping(path = "/api/v1/change-sets", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class ChangeSetsController {

    private final CurrentActor current;
    private final ChangeLog log;
    private final Undoing undoing;
    private final ReadGate gate;

    ChangeSetsController(CurrentActor current, ChangeLog log, Undoing undoing, ReadGate gate) {
        this.current = current;
        this.log = log;
        this.undoing = undoing;
        this.gate = gate;
    }

    @GetMapping
    @Parameters({"limit", "after"})
    JsonNode latest(@RequestParam @Nullable String limit, @RequestParam @Nullable String after) {
        Actor actor = current.actor();
        int most = ListParameters.number("limit", limit, 50, 1, 200);
        Page<ChangeSet> page = log.latest(actor, most, ListParameters.blankToNull(after));
        Map<RecordRef, RecordName> names = names(actor, page.items());
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        page.items().forEach(set -> data.add(json(set, names)));
        return Pages.write(data, page.next(), most);
    }

    @GetMapping("/{id}")
    @Parameters
    JsonNode find(@PathVariable UUID id) {
        Actor actor = current.actor();
        ChangeSet found = log.find(actor, id).orElseThrow(Refusal.NotFound::new);
        return json(found, names(actor, List.of(found)));
    }

    @PostMapping("/{id}/undo")
    @Parameters("onConflict")
    ResponseEntity<JsonNode> undo(@PathVariable UUID id, @RequestParam @Nullable String onConflict) {
        return UndoAnswers.of(undoing.start(current.actor(), id, UndoAnswers.skips(onConflict)));
    }

    private Map<RecordRef, RecordName> names(Actor actor, Collection<ChangeSet> sets) {
        Set<RecordRef> refs = new HashSet<>();
        for (ChangeSet set : sets) {
            UUID by = set.by();
            if (by != null) {
                refs.add(new RecordRef("users", by));
            }
        }
        return gate.names(actor, refs);
    }

    private static ObjectNode json(ChangeSet set, Map<RecordRef, RecordName> names) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", set.id().toString());
        json.put("at", set.at().toString());
        json.set("by", ChangesController.by(set.by(), set.byName(), names));
        json.put("actor", set.actor());
        json.put("kind", set.kind());
        json.put("label", set.label());
        json.put("records", set.records());
        json.put("undoes", ExchangeJson.text(set.undoes()));
        json.put("undoneBy", ExchangeJson.text(set.undoneBy()));
        return json;
    }
}
