package org.peyvand.api;

import java.util.List;
import java.util.Set;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.query.Candidate;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Draft;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says which records a draft may be a second time. Nothing is written, and a value that cannot be read is no problem yet:
 * somebody is still typing.
 */
@RestController
@Requires(Requires.Permission.SIGNED_IN)
class DuplicatesController {

    private final CurrentActor current;
    private final Types types;
    private final Drafts drafts;
    private final ReadGate gate;
    private final RecordJson json;

    DuplicatesController(CurrentActor current, Types types, Drafts drafts, ReadGate gate, RecordJson json) {
        this.current = current;
        this.types = types;
        this.drafts = drafts;
        this.gate = gate;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/{type}/duplicates", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    JsonNode duplicates(@PathVariable String type, @Body JsonNode body) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        if (!found.isCompared()) {
            throw new Refusal.NotFound();
        }
        Draft draft = drafts.read(actor, found, body, Set.of("id"));
        List<Candidate> candidates = gate.candidates(actor, found, draft.values(), RecordWritesController.id(body));
        ArrayNode records =
                json.write(actor, candidates.stream().map(Candidate::record).toList());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode data = answer.putArray("data");
        for (int i = 0; i < candidates.size(); i++) {
            data.add(candidate(candidates.get(i), records.get(i)));
        }
        return answer;
    }

    private static ObjectNode candidate(Candidate candidate, JsonNode record) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        RecordType type = candidate.record().type();
        json.put("type", type.plural());
        json.put("id", candidate.record().id().toString());
        json.set("name", record.path(type.titleField().name()));
        json.put("score", candidate.score());
        ArrayNode reasons = json.putArray("reasons");
        candidate
                .reasons()
                .forEach(reason -> reasons.addObject()
                        .put("kind", reason.kind().key())
                        .put("field", reason.field().name()));
        json.set("record", record);
        return json;
    }
}
