package org.peyvand.activity.invitation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.MeetingParticipant;
import org.peyvand.activity.Participants;
import org.peyvand.notice.NewNotice;
import org.peyvand.notice.Notices;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.AfterWrite;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.Pending.Act;
import org.peyvand.record.write.StoredBatch;
import org.peyvand.record.write.StoredBatch.Change;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells colleagues that they were invited to a meeting, and again when it is moved, and whoever called the meeting what they
 * answered.
 */
@Component
final class InvitationNotices implements AfterWrite {

    static final String INVITED = "invited";
    static final String ANSWERED = "answered";

    private final ObjectProvider<Notices> notices;
    private final Participants participants;
    private final ReadGate reads;
    private final Models models;
    private final Telling telling;

    InvitationNotices(
            ObjectProvider<Notices> notices,
            Participants participants,
            ReadGate reads,
            Models models,
            Telling telling) {
        this.notices = notices;
        this.participants = participants;
        this.reads = reads;
        this.models = models;
        this.telling = telling;
    }

    @Override
    public void stored(StoredBatch batch) {
        List<Change> meetings = of(batch, Meeting.TYPE.plural());
        List<Change> taking = of(batch, MeetingParticipant.TYPE.plural());
        if (batch.quiet() || (meetings.isEmpty() && taking.isEmpty())) {
            return;
        }
        UUID by = batch.actor().user();
        Map<UUID, Set<UUID>> asked = moved(meetings);
        Set<UUID> copies = copies(batch, meetings);
        taking.stream()
                .map(Change::write)
                .filter(each -> isInvitation(each) && !copies.contains(each.after(MeetingParticipant.MEETING)))
                .forEach(each -> add(asked, meeting(each), each.after(MeetingParticipant.USER)));
        List<Pending> answers = taking.stream()
                .map(Change::write)
                .filter(each -> isAnswer(each, by))
                .toList();
        List<NewNotice> told = told(asked, answers, batch.changeSet());
        if (!told.isEmpty()) {
            notices.getObject().tell(told.stream().map(each -> each.by(by)).toList());
        }
    }

    private static List<Change> of(StoredBatch batch, String plural) {
        return batch.changes().stream()
                .filter(each -> each.type().plural().equals(plural))
                .toList();
    }

    /** Who is copied along with a time that now stands by itself at its own hour was invited to the series. */
    private static Set<UUID> copies(StoredBatch batch, List<Change> meetings) {
        List<Pending> all = meetings.stream().map(Change::write).toList();
        return all.stream()
                .filter(each -> each.act() == Act.CREATE
                        && TimeApart.isCopy(each, all, batch.actor().zone()))
                .map(Pending::id)
                .collect(Collectors.toSet());
    }

    private Map<UUID, Set<UUID>> moved(List<Change> meetings) {
        List<UUID> moved = meetings.stream()
                .map(Change::write)
                .filter(each -> each.act() == Act.UPDATE && each.changes(Meeting.START_AT))
                .map(Pending::id)
                .toList();
        Map<UUID, Set<UUID>> asked = new LinkedHashMap<>();
        participants
                .of(Actor.system(), moved)
                .forEach((meeting, all) -> all.forEach(each -> add(asked, meeting, each.get(MeetingParticipant.USER))));
        return asked;
    }

    private static void add(Map<UUID, Set<UUID>> asked, UUID meeting, @Nullable UUID user) {
        if (user != null) {
            asked.computeIfAbsent(meeting, none -> new LinkedHashSet<>()).add(user);
        }
    }

    private static boolean isInvitation(Pending write) {
        return write.saves()
                && write.changes(MeetingParticipant.USER)
                && MeetingParticipant.OPEN.equals(write.after(MeetingParticipant.RESPONSE));
    }

    private static boolean isAnswer(Pending write, @Nullable UUID by) {
        return write.act() == Act.UPDATE
                && write.changes(MeetingParticipant.RESPONSE)
                && by != null
                && by.equals(write.after(MeetingParticipant.USER));
    }

    private static UUID meeting(Pending participant) {
        return Objects.requireNonNull(participant.after(MeetingParticipant.MEETING));
    }

    private List<NewNotice> told(Map<UUID, Set<UUID>> asked, List<Pending> answers, UUID changeSet) {
        Set<UUID> ids = new LinkedHashSet<>(asked.keySet());
        answers.forEach(each -> ids.add(meeting(each)));
        List<NewNotice> told = new ArrayList<>();
        if (ids.isEmpty()) {
            return told;
        }
        Map<UUID, StoredRecord> meetings =
                reads.findAll(Actor.system(), models.current().effective(Meeting.TYPE), ids);
        asked.forEach((id, users) -> {
            if (meetings.get(id) instanceof StoredRecord meeting) {
                told.addAll(telling.invitations(meeting, users, changeSet));
            }
        });
        for (Pending each : answers) {
            if (meetings.get(meeting(each)) instanceof StoredRecord meeting) {
                told.addAll(Telling.answer(meeting, each, changeSet));
            }
        }
        return told;
    }
}
