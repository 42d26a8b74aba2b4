package org.peyvand.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peyvand.locale.Recurrence;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.peyvand.record.write.Write;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A repeating task that is done makes the next one, in the same change set: the same hour of the next day of its rule that is not
 * past. The clocks are those of whoever set the rule up.
 */
@Component
@Order(20)
final class RepeatingTask implements RecordRule {

    /** What the next task takes over. */
    private static final List<Field<?>> KEPT = List.of(
            Task.SUBJECT,
            Task.PRIORITY,
            Task.REGARDING,
            Task.DESCRIPTION,
            Reminder.BEFORE,
            SystemFields.OWNER,
            SystemFields.TEAM,
            SystemFields.TAGS);

    private final Clock clock;

    RepeatingTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public RecordType type() {
        return Task.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        for (Pending task : context.pending()) {
            if (task.saves()) {
                keepClocks(task, context.actor().zone());
            }
            boolean finished = task.act() == Pending.Act.UPDATE
                    && task.changes(Task.STATUS)
                    && Task.DONE.equals(task.after(Task.STATUS));
            if (finished && context.kind().meetsEntryRequirements()) {
                next(task).ifPresent(draft -> context.then(task, new Write.Create(Task.TYPE, null, draft)));
            }
        }
    }

    /** Nine o'clock stays nine o'clock where the rule was set up, whatever the offset does. */
    private static void keepClocks(Pending task, ZoneId zone) {
        Recurrence rule = task.after(Task.RECURRENCE);
        if (rule != null && rule.zone() == null) {
            task.derive(Task.RECURRENCE, rule.by(zone));
        }
    }

    private Optional<Draft> next(Pending task) {
        Recurrence rule = task.after(Task.RECURRENCE);
        Instant due = task.after(Task.DUE_AT);
        if (rule == null || due == null) {
            return Optional.empty();
        }
        ZoneId zone = Objects.requireNonNullElse(rule.zone(), ZoneId.of("UTC"));
        ZonedDateTime was = due.atZone(zone);
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), zone).minusDays(1);
        LocalDate after = was.toLocalDate().isAfter(yesterday) ? was.toLocalDate() : yesterday;
        LocalDate day = was.toLocalDate();
        Recurrence pinned = rule.pinned(day);
        return pinned.rest()
                .flatMap(rest -> pinned.next(day, after)
                        .map(next ->
                                draft(task, rest, next.atTime(was.toLocalTime()).atZone(zone))));
    }

    private static Draft draft(Pending task, Recurrence rule, ZonedDateTime due) {
        Draft draft = Draft.of(Task.DUE_AT, due.toInstant()).set(Task.RECURRENCE, rule);
        KEPT.forEach(field -> draft.put(field, task.after(field)));
        return draft;
    }
}
