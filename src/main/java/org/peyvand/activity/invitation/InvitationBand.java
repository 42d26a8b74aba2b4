package org.peyvand.activity.invitation;

import java.util.List;
import java.util.Objects;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.MeetingParticipant;
import org.peyvand.activity.Participants;
import org.peyvand.record.Actor;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.web.Page;
import org.peyvand.web.RecordBands;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks whoever was invited to a meeting, on its page, whether they come; an answer can be changed there. */
@Component
@Order(10)
class InvitationBand implements RecordBands {

    private final Participants participants;

    InvitationBand(Participants participants) {
        this.participants = participants;
    }

    @Override
    public List<Band> of(Actor actor, StoredRecord record, Page page) {
        boolean asks = record.type().plural().equals(Meeting.TYPE.plural())
                && "planned".equals(record.get(Meeting.STATUS))
                && !Objects.equals(record.get(SystemFields.OWNER), actor.user());
        return asks
                ? participants.self(actor, record.id()).map(self -> band(record, self, page)).stream()
                        .toList()
                : List.of();
    }

    private static Band band(StoredRecord meeting, StoredRecord self, Page page) {
        String said = Objects.requireNonNullElse(self.get(MeetingParticipant.RESPONSE), MeetingParticipant.OPEN);
        return new Band(
                "calendar-event",
                page.t("invitation.asks"),
                page.t("invitation.said." + said),
                MeetingAnswers.ANSWERS.stream()
                        .map(Answer::of)
                        .map(each -> new Choice(
                                each.icon(),
                                each.label(page),
                                each.href(meeting.id()),
                                true,
                                each.response().equals(said)))
                        .toList());
    }
}
