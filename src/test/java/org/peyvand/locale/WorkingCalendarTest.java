package org.peyvand.locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final WorkingCalendar USUAL = WorkingCalendar.usual(TEHRAN);

    @ParameterizedTest
    @CsvSource({
        // Wednesday 25 November 2026 to Saturday 28 November
        "2026-11-25T12:00, PT2H, 2026-11-25T14:00",
        "2026-11-25T16:00, PT2H, 2026-11-26T09:00",
        "2026-11-26T12:00, PT2H, 2026-11-28T09:00",
        "2026-11-27T10:00, PT1H, 2026-11-28T09:00",
        "2026-11-25T05:00, PT9H, 2026-11-25T17:00",
        "2026-11-25T12:00, PT0S, 2026-11-25T12:00",
    })
    void addsWorkingTime(String from, String work, String until) {
        assertThat(USUAL.addWorkingTime(at(from), Duration.parse(work))).isEqualTo(at(until));
    }

    @Test
    void leavesHolidaysAndLunchOut() {
        var calendar = new WorkingCalendar(
                TEHRAN,
                Map.of(
                        DayOfWeek.SATURDAY, Shift.parse("8-12, 13:00-17:00").orElseThrow(),
                        DayOfWeek.SUNDAY, Shift.parse("۸ تا ۱۲").orElseThrow()),
                Set.of(LocalDate.of(2026, 11, 29)));

        assertThat(calendar.addWorkingTime(at("2026-11-28T11:00"), Duration.ofHours(2)))
                .isEqualTo(at("2026-11-28T14:00"));
        assertThat(calendar.addWorkingTime(at("2026-11-28T16:00"), Duration.ofHours(2)))
                .isEqualTo(at("2026-12-05T09:00"));
        assertThat(calendar.workingTimeBetween(at("2026-11-28T00:00"), at("2026-12-05T00:00")))
                .isEqualTo(Duration.ofHours(8));
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 11, 28), 1)).isEqualTo(LocalDate.of(2026, 12, 5));
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 11, 29), 0)).isEqualTo(LocalDate.of(2026, 12, 5));
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 12, 5), -1)).isEqualTo(LocalDate.of(2026, 11, 28));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Tehran", "Europe/Berlin", "America/New_York", "UTC"})
    void whatIsAddedLiesBetweenInEveryZone(String zone) {
        Random random = new Random(1405);
        WorkingCalendar calendar = WorkingCalendar.usual(ZoneId.of(zone));
        for (int i = 0; i < 500; i++) {
            Instant from = Instant.parse("2021-01-01T00:00:00Z").plusSeconds(random.nextInt(86_400 * 365 * 5));
            Duration work = Duration.ofMinutes(1 + random.nextInt(60 * 120));

            Instant until = calendar.addWorkingTime(from, work);

            assertThat(calendar.workingTimeBetween(from, until)).isEqualTo(work);
            assertThat(calendar.workingTimeBetween(until, from)).isEqualTo(work.negated());
        }
    }

    @Test
    void aNightWithAnotherOffsetIsWorkedAsLongAsItWas() {
        var berlin = new WorkingCalendar(
                ZoneId.of("Europe/Berlin"), Map.of(DayOfWeek.SUNDAY, List.of(new Shift(0, 24 * 60))), Set.of());

        assertThat(berlin.workingTimeBetween(
                        Instant.parse("2026-03-28T00:00:00Z"), Instant.parse("2026-03-31T00:00:00Z")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(berlin.workingTimeBetween(
                        Instant.parse("2026-10-24T00:00:00Z"), Instant.parse("2026-10-27T00:00:00Z")))
                .isEqualTo(Duration.ofHours(25));
    }

    @Test
    void knowsWhetherItIsOpen() {
        assertThat(USUAL.isOpen(at("2026-11-25T08:00"))).isTrue();
        assertThat(USUAL.isOpen(at("2026-11-25T17:00"))).isFalse();
        assertThat(USUAL.isOpen(at("2026-11-27T10:00"))).isFalse();
    }

    @Test
    void aCalendarWithoutWorkIsABugToCountIn() {
        var idle = new WorkingCalendar(TEHRAN, Map.of(), Set.of());

        assertThat(idle.works()).isFalse();
        assertThatThrownBy(() -> idle.addWorkingTime(Instant.EPOCH, Duration.ofHours(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> idle.plusWorkingDays(LocalDate.EPOCH, 1)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8-12, 13-17 | 08:00-12:00, 13:00-17:00",
                "13:00-17:30،۸:۱۵-۱۲ | 08:15-12:00, 13:00-17:30",
                "00:00-24:00 | 00:00-24:00",
                "0800–1330 | 08:00-13:30"
            })
    void readsHoursAsPeopleWriteThem(String typed, String meant) {
        assertThat(Shift.write(Shift.parse(typed).orElseThrow())).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12-8", "8-25", "8:70-9", "8", "8-12, 11-13", "morning", "8-8"})
    void refusesWhatIsNoStretchOfADay(String typed) {
        assertThat(Shift.parse(typed)).isEmpty();
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(TEHRAN).toInstant();
    }
}
