package org.peyvand.locale;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.locale.Recurrence.Frequency;

class RecurrenceTest {

    private static final DateRange EVER = new DateRange(LocalDate.of(1990, 1, 1), LocalDate.of(2090, 1, 1));

    /** The whole of the Jalali arithmetic, against the calendar of ICU. */
    @Test
    void jalaliMonthsAgreeWithIcu() {
        Random random = new Random(1405);
        for (int i = 0; i < 2_000; i++) {
            LocalDate start = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(20_000));
            int interval = 1 + random.nextInt(14);
            int day = 1 + random.nextInt(31);
            Recurrence rule = Recurrence.every(CalendarSystem.JALALI, Frequency.MONTHLY)
                    .each(interval)
                    .onDay(day);

            assertThat(rule.within(start, EVER, 12))
                    .as("%s every %d months on %d", start, interval, day)
                    .isEqualTo(icu(start, interval, day, 12));
        }
    }

    @Test
    void jalaliYearsAgreeWithIcu() {
        Random random = new Random(1406);
        for (int i = 0; i < 500; i++) {
            LocalDate start = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(20_000));
            Recurrence rule = Recurrence.every(CalendarSystem.JALALI, Frequency.YEARLY);

            assertThat(rule.within(start, EVER, 6))
                    .isEqualTo(icu(start, 12, JalaliDate.of(start).day(), 6));
        }
    }

    @Test
    void gregorianMonthsAgreeWithJavaTime() {
        Random random = new Random(1407);
        for (int i = 0; i < 1_000; i++) {
            LocalDate start = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(20_000));
            int interval = 1 + random.nextInt(14);
            List<LocalDate> expected = new ArrayList<>();
            for (int step = 0; step < 10; step++) {
                expected.add(start.plusMonths((long) step * interval));
            }

            Recurrence rule = Recurrence.every(CalendarSystem.GREGORIAN, Frequency.MONTHLY)
                    .each(interval);

            assertThat(rule.within(start, EVER, 10)).isEqualTo(expected);
        }
    }

    @Test
    void isNeverInMonthsThatCannotBeReckonedWith() {
        Recurrence monthly = Recurrence.every(CalendarSystem.JALALI, Recurrence.Frequency.MONTHLY);
        Recurrence yearly = Recurrence.every(CalendarSystem.JALALI, Recurrence.Frequency.YEARLY);
        LocalDate early = LocalDate.of(1601, 1, 1);

        assertThat(monthly.next(early, LocalDate.of(2026, 1, 1))).isEmpty();
        assertThat(yearly.next(early, LocalDate.of(2026, 1, 1))).isEmpty();
        assertThat(monthly.pinned(early)).isEqualTo(monthly);
        assertThat(yearly.pinned(early)).isEqualTo(yearly);
    }

    @Test
    void theFirstOfEveryJalaliMonth() {
        Recurrence rule =
                RecurrenceText.parse("RSCALE=PERSIAN;FREQ=MONTHLY;BYMONTHDAY=1").orElseThrow();

        assertThat(rule.within(jalali(1405, 9, 10), EVER, 4))
                .containsExactly(jalali(1405, 10, 1), jalali(1405, 11, 1), jalali(1405, 12, 1), jalali(1406, 1, 1));
    }

    @Test
    void theThirtyFirstIsTheLastDayOfAShorterMonth() {
        Recurrence rule =
                Recurrence.every(CalendarSystem.JALALI, Frequency.MONTHLY).onDay(31);

        assertThat(rule.within(jalali(1405, 6, 1), EVER, 3))
                .containsExactly(jalali(1405, 6, 31), jalali(1405, 7, 30), jalali(1405, 8, 30));
        assertThat(rule.next(jalali(1405, 6, 1), jalali(1405, 11, 30))).contains(jalali(1405, 12, 29));
    }

    @Test
    void weeksBeginOnSaturday() {
        // every second week on Friday and Saturday, from Saturday 28 November 2026
        Recurrence rule = Recurrence.every(CalendarSystem.JALALI, Frequency.WEEKLY)
                .each(2)
                .on(Set.of(DayOfWeek.SATURDAY, DayOfWeek.FRIDAY));

        assertThat(rule.within(LocalDate.of(2026, 11, 28), EVER, 4))
                .containsExactly(
                        LocalDate.of(2026, 11, 28),
                        LocalDate.of(2026, 12, 4),
                        LocalDate.of(2026, 12, 12),
                        LocalDate.of(2026, 12, 18));
    }

    @ParameterizedTest
    @CsvSource({"1, SATURDAY", "2, MONDAY", "5, FRIDAY", "-1, WEDNESDAY", "-2, THURSDAY"})
    void findsTheNthWeekdayOfAMonth(int nth, DayOfWeek weekday) {
        Recurrence rule =
                Recurrence.every(CalendarSystem.JALALI, Frequency.MONTHLY).on(nth, weekday);

        List<LocalDate> days = rule.within(jalali(1405, 1, 1), EVER, 20);

        assertThat(days).hasSize(20).allSatisfy(day -> {
            JalaliDate date = JalaliDate.of(day);
            int place = nth > 0 ? (date.day() - 1) / 7 + 1 : -((date.lengthOfMonth() - date.day()) / 7 + 1);
            assertThat(day.getDayOfWeek()).isEqualTo(weekday);
            assertThat(place).isEqualTo(nth);
        });
    }

    @Test
    void endsAfterACountOrADayAndLeavesDaysOut() {
        LocalDate start = LocalDate.of(2026, 11, 22);
        Recurrence daily = Recurrence.every(CalendarSystem.GREGORIAN, Frequency.DAILY);

        assertThat(daily.times(3).within(start, EVER, 99)).hasSize(3);
        assertThat(daily.until(start.plusDays(4)).within(start, EVER, 99)).hasSize(5);
        assertThat(daily.times(3).without(start.plusDays(1)).within(start, EVER, 99))
                .containsExactly(start, start.plusDays(2));
        assertThat(daily.times(3).next(start, start.plusDays(2))).isEmpty();
        assertThat(daily.times(1).rest()).isEmpty();
        assertThat(daily.times(4).rest().orElseThrow().count()).isEqualTo(3);
    }

    @Test
    void goesOnFromALaterDayWithoutDrifting() {
        Recurrence rule = Recurrence.every(CalendarSystem.JALALI, Frequency.MONTHLY);
        LocalDate first = jalali(1405, 6, 31);
        Recurrence pinned = rule.pinned(first);
        LocalDate second = pinned.next(first, first).orElseThrow();

        assertThat(second).isEqualTo(jalali(1405, 7, 30));
        assertThat(pinned.next(jalali(1405, 12, 29), jalali(1405, 12, 29))).contains(jalali(1406, 1, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA",
                "RSCALE=PERSIAN;FREQ=MONTHLY;BYMONTHDAY=1;COUNT=5",
                "RSCALE=PERSIAN;FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231",
                "RSCALE=PERSIAN;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=13;TZID=Asia/Tehran;EXDATE=20270402,20280401"
            })
    void writesARuleAsItReadsIt(String text) {
        assertThat(RecurrenceText.write(RecurrenceText.parse(text).orElseThrow()))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "weekly",
                "FREQ=HOURLY",
                "FREQ=DAILY;FREQ=DAILY",
                "FREQ=WEEKLY;BYDAY=1MO",
                "FREQ=MONTHLY;BYDAY=MO",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;COUNT=2;UNTIL=20270101",
                "RSCALE=HEBREW;FREQ=DAILY",
                "FREQ=MONTHLY;BYMONTHDAY=32",
                "FREQ=DAILY;UNTIL=20271399",
                "FREQ=DAILY;TZID=Nowhere/Town",
                "FREQ=DAILY;BYHOUR=9"
            })
    void refusesWhatItCannotKeep(String text) {
        assertThat(RecurrenceText.parse(text)).isEmpty();
    }

    @Test
    void saysARuleInWords() {
        Recurrence rule = RecurrenceText.parse("RSCALE=PERSIAN;FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1;COUNT=5")
                .orElseThrow();

        assertThat(RecurrenceText.words(rule, Presentation.persian())).isEqualTo("هر ۲ ماه، روز ۱، ۵ بار");
        assertThat(RecurrenceText.words(rule, Presentation.english()))
                .isEqualTo("every 2 months, day 1, Jalali calendar, 5 times");
    }

    private static List<LocalDate> icu(LocalDate start, int interval, int day, int count) {
        var calendar = new PersianCalendar(TimeZone.GMT_ZONE, ULocale.ENGLISH);
        calendar.setTimeInMillis(start.toEpochDay() * 86_400_000L);
        calendar.set(Calendar.DAY_OF_MONTH, 1);
        List<LocalDate> days = new ArrayList<>();
        while (days.size() < count) {
            int length = calendar.getActualMaximum(Calendar.DAY_OF_MONTH);
            long first = Math.floorDiv(calendar.getTimeInMillis(), 86_400_000L);
            LocalDate candidate = LocalDate.ofEpochDay(first + Math.min(day, length) - 1);
            if (!candidate.isBefore(start)) {
                days.add(candidate);
            }
            calendar.add(Calendar.MONTH, interval);
        }
        return days;
    }

    private static LocalDate jalali(int year, int month, int day) {
        return new JalaliDate(year, month, day).toLocalDate();
    }
}
