package org.peyvand.activity.invitation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.MeetingParticipant;
import org.peyvand.activity.Participants;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.springframework.stereotype.Component;

/** Answers invitations: whoever takes part in a meeting says themselves whether they come, to a series as a whole. */
@Component
class MeetingAnswers {

    /** In the order in which they are offered. */
    static final List<String> ANSWERS = List.of("accepted", "tentative", MeetingParticipant.DECLINED);

    private final Participants participants;
    private final ReadGate reads;
    private final WriteGate writes;
    private final Models models;

    MeetingAnswers(Participants participants, ReadGate reads, WriteGate writes, Models models) {
        this.participants = participants;
        this.reads = reads;
        this.writes = writes;
        this.models = models;
    }

    /**
     * Notes the actor's answer.
     *
     * @param response one of {@link #ANSWERS}
     * @throws Refusal.NotFound when the actor does not take part in the meeting
     * @throws Refusal.Invalid when that is no answer
     */
    Written answer(Actor actor, UUID meeting, @Nullable String response) {
        StoredRecord self = reads.find(actor, models.current().effective(Meeting.TYPE), meeting)
                .filter(each -> !each.deleted())
                .flatMap(each -> participants.self(actor, each.id()))
                .orElseThrow(Refusal.NotFound::new);
        if (response == null || !ANSWERS.contains(response)) {
            throw new Refusal.Invalid(List.of(
                    response == null
                            ? Problem.of("response", "required")
                            : Problem.of("response", "not-an-option", response)));
        }
        Draft draft = Draft.of(MeetingParticipant.RESPONSE, response);
        return writes.write(
                actor,
                Batch.of(new Write.Update(self.type(), self.id(), null, draft)).asVouched());
    }
}
