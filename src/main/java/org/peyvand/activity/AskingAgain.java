package org.peyvand.activity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.peyvand.record.write.Write;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A meeting that is moved asks its participants again: an answer was to the time of then. */
@Component
@Order(30)
final class AskingAgain implements RecordRule {

    private final Participants participants;

    AskingAgain(Participants participants) {
        this.participants = participants;
    }

    @Override
    public RecordType type() {
        return Meeting.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        if (context.kind() == Batch.Kind.UNDO || context.kind() == Batch.Kind.DEMO) {
            return;
        }
        Map<UUID, Pending> moved = new LinkedHashMap<>();
        context.pending().stream()
                .filter(each -> each.act() == Pending.Act.UPDATE && each.changes(Meeting.START_AT))
                .forEach(each -> moved.put(each.id(), each));
        participants
                .of(Actor.system(), moved.keySet())
                .forEach((meeting, all) -> all.stream()
                        .filter(each -> mayHaveAnswered(each) && !isOf(each, context.actor()))
                        .forEach(each -> context.thenByItself(
                                Objects.requireNonNull(moved.get(meeting)),
                                new Write.Update(
                                        MeetingParticipant.TYPE,
                                        each.id(),
                                        null,
                                        Draft.of(MeetingParticipant.RESPONSE, MeetingParticipant.OPEN)))));
    }

    /** A colleague may be answering at this moment. */
    private static boolean mayHaveAnswered(StoredRecord participant) {
        return participant.get(MeetingParticipant.USER) != null
                || !MeetingParticipant.OPEN.equals(participant.get(MeetingParticipant.RESPONSE));
    }

    /** Whoever moves it knows that they come. */
    private static boolean isOf(StoredRecord participant, Actor actor) {
        return actor.user() != null && Objects.equals(participant.get(MeetingParticipant.USER), actor.user());
    }
}
