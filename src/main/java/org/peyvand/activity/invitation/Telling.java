package org.peyvand.activity.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.MeetingParticipant;
import org.peyvand.notice.NewNotice;
import org.peyvand.notice.Word;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.write.Pending;
import org.springframework.stereotype.Component;

/** The notices about one meeting. Meetings that are over or called off invite nobody, and nobody is invited to their own. */
@Component
final class Telling {

    private final Clock clock;

    Telling(Clock clock) {
        this.clock = clock;
    }

    List<NewNotice> invitations(StoredRecord meeting, Set<UUID> users, UUID changeSet) {
        Optional<Instant> next = Meeting.next(meeting, clock.instant());
        if (next.isEmpty() || !"planned".equals(meeting.get(Meeting.STATUS))) {
            return List.of();
        }
        return users.stream()
                .filter(user -> !user.equals(meeting.get(SystemFields.OWNER)))
                .map(user -> NewNotice.of(
                                InvitationNotices.INVITED,
                                user,
                                InvitationNotices.INVITED + ":" + meeting.id() + ":" + changeSet)
                        .about(meeting.ref())
                        .saying(new Word.Moment(next.get())))
                .toList();
    }

    static List<NewNotice> answer(StoredRecord meeting, Pending participant, UUID changeSet) {
        UUID owner = meeting.get(SystemFields.OWNER);
        String key = InvitationNotices.ANSWERED + ":" + participant.id() + ":" + changeSet;
        String said = "invitation.told." + participant.after(MeetingParticipant.RESPONSE);
        return owner == null
                ? List.of()
                : List.of(NewNotice.of(InvitationNotices.ANSWERED, owner, key)
                        .about(meeting.ref())
                        .saying(new Word.Key(said)));
    }
}
