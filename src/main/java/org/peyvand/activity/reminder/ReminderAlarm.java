package org.peyvand.activity.reminder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

/**
 * Tells whoever owns an activity, at this moment, that it comes. One reminder is told once: its notice is known by the record and the
 * moment, and the next moment is written in the same transaction.
 */
final class ReminderAlarm implements Alarm {

    static final String KIND = "reminder";

    private final Reminder reminder;
    private final ReadGate reads;
    private final WriteGate writes;
    private final Models models;
    private final Notices notices;

    ReminderAlarm(Reminder reminder, ReadGate reads, WriteGate writes, Models models, Notices notices) {
        this.reminder = reminder;
        this.reads = reads;
        this.writes = writes;
        this.models = models;
        this.notices = notices;
    }

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
        for (StoredRecord record : reads.findAll(Actor.system(), type, due).values()) {
            UUID owner = record.get(SystemFields.OWNER);
            Instant moment = record.get(Reminder.NEXT);
            if (owner != null && moment != null) {
                told.add(notice(record, owner, moment));
            }
            Instant next = Reminder.next(
                    Reminder.moments(record.get(reminder.at()), record.get(Reminder.BEFORE), record.get(Reminder.ON)),
                    now);
            moved.add(new Write.Update(type, record.id(), null, Draft.of(Reminder.NEXT, next)));
        }
        notices.tell(told);
        writes.write(
                Actor.system(), Batch.of(moved).as(Batch.Kind.AUTOMATION, "").internal());
    }

    private NewNotice notice(StoredRecord record, UUID owner, Instant moment) {
        Instant at = record.get(reminder.at());
        return NewNotice.of(KIND, owner, "reminder:" + record.id() + ":" + moment)
                .about(record.ref())
                .saying(new Word.Moment(at == null ? moment : at));
    }
}
