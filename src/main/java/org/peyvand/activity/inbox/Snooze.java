package org.peyvand.activity.inbox;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.CalendarPeriod;
import org.peyvand.locale.CalendarSystem;
import org.peyvand.locale.WorkingCalendar;

/** Until when a task may be put off; the words are {@code inbox.snooze.<key>}. */
enum Snooze {
    /** Three hours from now, at the next half hour, as long as that is today. */
    LATER,
    TOMORROW,
    WORKING,
    /** The first working day of next week. */
    WEEK;

    private static final int HOURS = 3;
    private static final int HALF_HOUR = 30;

    /** What it takes to say when: the present by the reader's clocks, and how the reader counts weeks and works. */
    record Now(ZonedDateTime time, CalendarSystem calendar, WorkingCalendar work) {

        LocalDate today() {
            return time.toLocalDate();
        }
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Snooze> of(@Nullable String key) {
        for (Snooze each : values()) {
            if (each.key().equals(key)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * When the task is due then; empty when there is no such time.
     *
     * @param hour at which it is due on another day
     */
    Optional<ZonedDateTime> until(Now now, LocalTime hour) {
        return switch (this) {
            case LATER ->
                Optional.of(later(now.time())).filter(time -> time.toLocalDate().equals(now.today()));
            case TOMORROW -> Optional.of(at(now.today().plusDays(1), hour, now));
            case WORKING -> Optional.of(at(now.work().plusWorkingDays(now.today(), 1), hour, now));
            case WEEK -> Optional.of(at(now.work().plusWorkingDays(nextWeek(now).minusDays(1), 1), hour, now));
        };
    }

    private static LocalDate nextWeek(Now now) {
        CalendarPeriod week =
                now.calendar() == CalendarSystem.JALALI ? CalendarPeriod.JALALI_WEEK : CalendarPeriod.WEEK;
        return week.next(week.startOf(now.today()));
    }

    private static ZonedDateTime later(ZonedDateTime now) {
        ZonedDateTime then = now.plusHours(HOURS).truncatedTo(ChronoUnit.MINUTES);
        return then.plusMinutes((HALF_HOUR - then.getMinute() % HALF_HOUR) % HALF_HOUR);
    }

    private static ZonedDateTime at(LocalDate day, LocalTime hour, Now now) {
        return day.atTime(hour).atZone(now.time().getZone());
    }
}
