package org.peyvand.activity.reminder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.MeetingParticipant;
import org.peyvand.activity.Participants;
import org.peyvand.activity.Reminder;
import org.peyvand.job.Alarm;
import org.peyvand.notice.NewNotice;
import org.peyvand.notice.Notices;
import org.peyvand.notice.Word;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.springframework.stereotype.Component;

/**
 * Tells whoever owns an activity at this moment, and the users who take part in a meeting, that it comes. One reminder is told once: its notice is known by the record and the
 * moment, and the next moment is written in the same transaction.
 */
final class ReminderAlarm implements Alarm {

    static final String KIND = "reminder";

    private final Reminder reminder;
    private final ReadGate reads;
    private final WriteGate writes;
    private final Models models;
    private final Notices notices;
    private final Participants participants;

    ReminderAlarm(Reminder reminder, ReadGate reads, WriteGate writes, Models models, Telling telling) {
        this.reminder = reminder;
        this.reads = reads;
        this.writes = writes;
        this.models = models;
        this.notices = telling.notices();
        this.participants = telling.participants();
    }

    /** What it takes to tell the right people. */
    @Component
    record Telling(Notices notices, Participants participants) {}

    @Override
    public RecordType type() {
        return reminder.type();
    }

    @Override
    public Field<Instant> at() {
        return Reminder.NEXT;
    }

    @Override
    public void ring(List<UUID> due, Instant now) {
        RecordType type = models.current().effective(reminder.type());
        List<NewNotice> told = new ArrayList<>();
        List<Write> moved = new ArrayList<>();
        Map<UUID, List<StoredRecord>> taking =
                reminder.type() == Meeting.TYPE ? participants.of(Actor.system(), due) : Map.of();
        for (StoredRecord record : reads.findAll(Actor.system(), type, due).values()) {
            Instant moment = record.get(Reminder.NEXT);
            if (moment != null) {
                people(record, taking.getOrDefault(record.id(), List.of()))
                        .forEach(user -> told.add(notice(record, user, moment)));
            }
            Instant next = reminder.next(record::get, now);
            moved.add(new Write.Update(type, record.id(), null, Draft.of(Reminder.NEXT, next)));
        }
        notices.tell(told);
        writes.write(
                Actor.system(), Batch.of(moved).as(Batch.Kind.AUTOMATION, "").internal());
    }

    /** Whoever owns it, and the users who take part and did not say that they will not come. */
    private static Set<UUID> people(StoredRecord record, List<StoredRecord> taking) {
        Set<UUID> people = new LinkedHashSet<>();
        UUID owner = record.get(SystemFields.OWNER);
        if (owner != null) {
            people.add(owner);
        }
        taking.stream()
                .filter(each -> !MeetingParticipant.DECLINED.equals(each.get(MeetingParticipant.RESPONSE)))
                .flatMap(each -> Stream.ofNullable(each.get(MeetingParticipant.USER)))
                .forEach(people::add);
        return people;
    }

    private NewNotice notice(StoredRecord record, UUID reader, Instant moment) {
        Instant at = reminder.occurrence(record::get, moment);
        return NewNotice.of(KIND, reader, "reminder:" + record.id() + ":" + moment)
                .about(record.ref())
                .saying(new Word.Moment(at == null ? moment : at));
    }
}
