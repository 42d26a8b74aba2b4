package org.peyvand.activity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.peyvand.access.User;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;

/** Keeps the next reminder of an activity in step with when it is, whether it is still open and what its owner wants. */
final class ReminderTimes implements RecordRule {

    private final Reminder reminder;
    private final Clock clock;

    ReminderTimes(Reminder reminder, Clock clock) {
        this.reminder = reminder;
        this.clock = clock;
    }

    @Override
    public RecordType type() {
        return reminder.type();
    }

    @Override
    public void apply(RuleContext context) {
        List<Pending> saved = context.pending().stream()
                .filter(pending -> pending.saves() || pending.act() == Pending.Act.RESTORE)
                .toList();
        if (context.kind().meetsEntryRequirements()) {
            usual(saved.stream().filter(this::wantsUsual).toList(), context);
        }
        saved.stream().filter(this::moved).forEach(this::schedule);
    }

    /** A new activity whose maker says nothing about reminders. */
    private boolean wantsUsual(Pending pending) {
        return pending.act() == Pending.Act.CREATE
                && pending.after(reminder.at()) != null
                && !pending.names(Reminder.BEFORE)
                && pending.after(SystemFields.OWNER) != null;
    }

    private void usual(List<Pending> fresh, RuleContext context) {
        if (fresh.isEmpty()) {
            return;
        }
        List<UUID> owners = fresh.stream().map(ReminderTimes::owner).distinct().toList();
        Map<UUID, StoredRecord> users = context.records(User.TYPE, owners);
        for (Pending pending : fresh) {
            StoredRecord owner = users.get(owner(pending));
            String before = owner == null ? null : owner.get(User.REMINDER);
            if (before != null && !before.equals("none")) {
                pending.derive(Reminder.BEFORE, List.of(before));
            }
        }
    }

    private static UUID owner(Pending pending) {
        return Objects.requireNonNull(pending.after(SystemFields.OWNER));
    }

    private boolean moved(Pending pending) {
        Field<String> status = reminder.status();
        return pending.act() == Pending.Act.RESTORE
                || pending.changes(reminder.at())
                || pending.changes(Reminder.BEFORE)
                || pending.changes(Reminder.ON)
                || (reminder.type() == Meeting.TYPE && pending.changes(Meeting.RECURRENCE))
                || (status != null && pending.changes(status));
    }

    private void schedule(Pending pending) {
        pending.derive(Reminder.NEXT, isOpen(pending) ? reminder.next(pending::after, clock.instant()) : null);
    }

    private boolean isOpen(Pending pending) {
        Field<String> status = reminder.status();
        String open = reminder.open();
        return status == null || open == null || open.equals(pending.after(status));
    }
}
