package org.peyvand.activity.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peyvand.locale.CalendarSystem;
import org.peyvand.locale.WorkingCalendar;

/** Until when a task can be put off, on the Iranian week. */
class SnoozeTest {

    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final LocalTime TEN = LocalTime.of(10, 0);

    @Test
    void laterIsThreeHoursOnAtAHalfHourAndNeverTomorrow() {
        assertThat(until(Snooze.LATER, "2026-11-25T09:10")).contains(at("2026-11-25T12:30"));
        assertThat(until(Snooze.LATER, "2026-11-25T09:30")).contains(at("2026-11-25T12:30"));
        assertThat(until(Snooze.LATER, "2026-11-25T21:10")).isEmpty();
    }

    @Test
    void tomorrowMayBeAFridayAndTheNextWorkingDayIsNot() {
        assertThat(until(Snooze.TOMORROW, "2026-11-26T09:10")).contains(at("2026-11-27T10:00"));
        assertThat(until(Snooze.WORKING, "2026-11-26T09:10")).contains(at("2026-11-28T10:00"));
    }

    @Test
    void nextWeekBeginsOnSaturdayWhateverTheDay() {
        assertThat(until(Snooze.WEEK, "2026-11-21T09:10")).contains(at("2026-11-28T10:00"));
        assertThat(until(Snooze.WEEK, "2026-11-27T09:10")).contains(at("2026-11-28T10:00"));
    }

    private static Optional<ZonedDateTime> until(Snooze snooze, String now) {
        return snooze.until(new Snooze.Now(at(now), CalendarSystem.JALALI, WorkingCalendar.usual(TEHRAN)), TEN);
    }

    private static ZonedDateTime at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(TEHRAN);
    }
}
