package org.peyvand.activity.invitation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.activity.Participants;
import org.peyvand.api.Answers;
import org.peyvand.api.ApiCalls;
import org.peyvand.api.Body;
import org.peyvand.api.Members;
import org.peyvand.api.Parameters;
import org.peyvand.api.RecordJson;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.Written;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Answers an invitation over the API: {@code {"response": "accepted"}}; the answer is the participant that one is. */
@RestController
@Requires(Requires.Permission.SIGNED_IN)
class InvitationApi implements ApiCalls {

    private static final String RESPONSE = "response";

    private final CurrentActor current;
    private final MeetingAnswers answers;
    private final Participants participants;
    private final RecordJson json;

    InvitationApi(CurrentActor current, MeetingAnswers answers, Participants participants, RecordJson json) {
        this.current = current;
        this.answers = answers;
        this.participants = participants;
        this.json = json;
    }

    @PutMapping(path = "/api/v1/meetings/{id}/answer", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    ResponseEntity<JsonNode> answer(@PathVariable UUID id, @Body JsonNode body) {
        Members.only(body, Set.of(RESPONSE));
        Actor actor = current.actor();
        Written written = answers.answer(actor, id, Members.text(body, RESPONSE));
        JsonNode self = participants
                .self(actor, id)
                .map(each -> json.write(actor, each))
                .orElseThrow(Refusal.NotFound::new);
        return Answers.marked(ResponseEntity.ok(), written).body(self);
    }

    @Override
    public List<Call> calls() {
        return List.of(Call.of("put", "/meetings/{id}/answer", "answerInvitation", "Answer an invitation", "200"));
    }
}
