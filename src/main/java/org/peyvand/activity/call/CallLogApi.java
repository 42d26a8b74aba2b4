package org.peyvand.activity.call;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.activity.LoggingCall;
import org.peyvand.activity.Task;
import org.peyvand.api.Answers;
import org.peyvand.api.ApiCalls;
import org.peyvand.api.Body;
import org.peyvand.api.Drafts;
import org.peyvand.api.Members;
import org.peyvand.api.Parameters;
import org.peyvand.api.RecordJson;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Written;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Logs a call with its next step over the API: {@code {"call": {…}, "nextStep": {…}}}. */
@RestController
@Requires(Requires.Permission.SIGNED_IN)
class CallLogApi implements ApiCalls {

    private static final String CALL = "call";
    private static final String STEP = "nextStep";

    private final CurrentActor current;
    private final Models models;
    private final Drafts drafts;
    private final LoggingCall logging;
    private final ReadGate gate;
    private final RecordJson json;

    CallLogApi(
            CurrentActor current, Models models, Drafts drafts, LoggingCall logging, ReadGate gate, RecordJson json) {
        this.current = current;
        this.models = models;
        this.drafts = drafts;
        this.logging = logging;
        this.gate = gate;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/call-logs", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    ResponseEntity<JsonNode> log(@Body JsonNode body) {
        Members.only(body, Set.of(CALL, STEP));
        if (body.get(CALL) == null) {
            throw new Refusal.Invalid(List.of(Problem.of(CALL, "required")));
        }
        Actor actor = current.actor();
        RecordType calls = models.current().effective(org.peyvand.activity.Call.TYPE);
        RecordType tasks = models.current().effective(Task.TYPE);
        Draft call = drafts.read(actor, calls, body.get(CALL), Set.of());
        JsonNode step = body.get(STEP);
        Optional<Draft> next = step == null || step.isNull()
                ? Optional.empty()
                : Optional.of(drafts.read(actor, tasks, step, Set.of()));
        Written written = logging.log(actor, call, next);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set(CALL, read(actor, calls, written.outcomes().getFirst().id()));
        answer.set(
                "task",
                next.isPresent()
                        ? read(actor, tasks, written.outcomes().getLast().id())
                        : null);
        return Answers.marked(ResponseEntity.status(HttpStatus.CREATED), written)
                .body(answer);
    }

    private @Nullable JsonNode read(Actor actor, RecordType type, @Nullable UUID id) {
        return gate.find(actor, type, Objects.requireNonNull(id))
                .map(record -> json.write(actor, record))
                .orElse(null);
    }

    @Override
    public List<Call> calls() {
        return List.of(Call.of("post", "/call-logs", "logCall", "Log a call with the next step", "201"));
    }
}
