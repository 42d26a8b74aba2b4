package org.peyvand.api;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.job.Job;
import org.peyvand.job.Undoing;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.ChangeLog;
import org.peyvand.record.write.ChangeSet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers calls that take something back: at once, or by a job. */
@Component
final class UndoAnswers {

    private final ChangeLog log;

    UndoAnswers(ChangeLog log) {
        this.log = log;
    }

    /** Reads {@code onConflict}. */
    static boolean skips(@Nullable String onConflict) {
        if (onConflict != null && !onConflict.equals("refuse") && !onConflict.equals("skip")) {
            throw Refusal.Malformed.about("onConflict", "bad-parameter", "onConflict");
        }
        return "skip".equals(onConflict);
    }

    static ResponseEntity<JsonNode> of(Undoing.Started started) {
        return started.job().map(UndoAnswers::later).orElseGet(() -> done(started.changeSet()));
    }

    /** The undo of a change set that is taken back by now. */
    ResponseEntity<JsonNode> done(Actor actor, @Nullable UUID changeSet) {
        return done(
                changeSet == null
                        ? null
                        : log.find(actor, changeSet).map(ChangeSet::undoneBy).orElse(null));
    }

    static ResponseEntity<JsonNode> later(Job job) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted().location(URI.create("/api/v1/jobs/" + job.id()));
        if (job.changeSet() != null) {
            answer.header(Answers.CHANGE_SET, job.changeSet().toString());
        }
        return answer.body(ExchangeJson.write(job));
    }

    private static ResponseEntity<JsonNode> done(@Nullable UUID undo) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (undo != null) {
            answer.header(Answers.CHANGE_SET, undo.toString());
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return answer.body(json.put("changeSet", ExchangeJson.text(undo)));
    }
}
