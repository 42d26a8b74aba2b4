package org.peyvand.api;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Oneself;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Written;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Tells callers who they are, and lets them change of themselves what the settings page lets them change. */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class OneselfController {

    private final CurrentActor current;
    private final Oneself oneself;
    private final Drafts drafts;
    private final RecordJson json;
    private final RecordWritesController records;

    OneselfController(
            CurrentActor current, Oneself oneself, Drafts drafts, RecordJson json, RecordWritesController records) {
        this.current = current;
        this.oneself = oneself;
        this.drafts = drafts;
        this.json = json;
        this.records = records;
    }

    @GetMapping("/me")
    @Parameters
    ResponseEntity<JsonNode> me() {
        return answer(ResponseEntity.ok(), current.actor());
    }

    /** Of others, and of oneself beyond what is open, as of any record. */
    @PatchMapping("/{id}")
    @Parameters("require")
    ResponseEntity<JsonNode> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam @Nullable String require,
            @Body JsonNode body) {
        Actor actor = current.actor();
        if (!id.equals(actor.user()) || !Oneself.isOpen(body.propertyNames())) {
            return records.change("users", id, ifMatch, require, body);
        }
        Integer base = RecordWritesController.base(ifMatch, require);
        // Read by the program, since roles may hide users, but never what is open of oneself.
        Draft draft = drafts.read(Actor.system(), oneself.read(actor).type(), body, Set.of());
        Written written = oneself.change(actor, base, draft);
        return answer(Answers.marked(ResponseEntity.ok(), written), actor);
    }

    private ResponseEntity<JsonNode> answer(ResponseEntity.BodyBuilder answer, Actor actor) {
        StoredRecord record = oneself.read(actor);
        return answer.eTag(Etags.of(record.version())).body(json.write(actor, record));
    }
}
