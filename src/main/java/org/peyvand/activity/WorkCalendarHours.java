package org.peyvand.activity;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.peyvand.locale.Shift;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The hours of a calendar can be read, are written in one way, and there are some. */
@Component
@Order(10)
final class WorkCalendarHours implements RecordRule {

    @Override
    public RecordType type() {
        return WorkCalendar.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        context.pending().stream().filter(Pending::saves).forEach(WorkCalendarHours::check);
    }

    private static void check(Pending pending) {
        boolean works = false;
        for (Field<String> day : WorkCalendar.HOURS.values()) {
            String written = pending.after(day);
            if (written != null) {
                var shifts = Shift.parse(written);
                shifts.ifPresentOrElse(
                        read -> pending.derive(day, read.isEmpty() ? null : Shift.write(read)),
                        () -> pending.refuse(Problem.of(day.name(), "not-working-hours", WorkCalendar.EXAMPLE)));
                works |= shifts.isEmpty() || !shifts.get().isEmpty();
            }
        }
        if (!works) {
            pending.refuse(Problem.of("", "no-working-hours"));
        }
        String zone = pending.after(WorkCalendar.TIME_ZONE);
        if (zone != null && !isZone(zone)) {
            pending.refuse(Problem.of(WorkCalendar.TIME_ZONE.name(), "unknown-time-zone"));
        }
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
