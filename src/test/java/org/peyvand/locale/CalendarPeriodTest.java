package org.peyvand.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarPeriodTest {

    /** Sunday, 1 Azar 1405. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "day, 2026-11-22, 2026-11-23, 2026-11-22", "week, 2026-11-16, 2026-11-23, 2026-11-16",
        "month, 2026-11-01, 2026-12-01, 2026-11", "quarter, 2026-10-01, 2027-01-01, 2026-Q4",
        "year, 2026-01-01, 2027-01-01, 2026", "jalali-day, 2026-11-22, 2026-11-23, 1405-09-01",
        "jalali-week, 2026-11-21, 2026-11-28, 1405-08-30", "jalali-month, 2026-11-22, 2026-12-22, 1405-09",
        "jalali-quarter, 2026-09-23, 2026-12-22, 1405-Q3", "jalali-year, 2026-03-21, 2027-03-21, 1405"
    })
    void holdsToday(String key, LocalDate start, LocalDate next, String label) {
        CalendarPeriod period = CalendarPeriod.parse(key).orElseThrow();

        assertThat(period.key()).isEqualTo(key);
        assertThat(period.startOf(TODAY)).isEqualTo(start);
        assertThat(period.next(start)).isEqualTo(next);
        assertThat(period.label(start)).isEqualTo(label);
    }

    /** People write what they like, and a list grouped by month must show it all the same. */
    @ParameterizedTest
    @CsvSource({
        "jalali-day, 1601-02-14, 1601-02-15, 1601-02-14",
        "jalali-week, 1601-02-12, 1601-02-19, 1601-02-12",
        "jalali-month, 1601-02-01, 1601-03-01, 1601-02",
        "jalali-quarter, 1601-01-01, 1601-04-01, 1601-Q1",
        "jalali-year, 1601-01-01, 1602-01-01, 1601"
    })
    void isGregorianWhereThereIsNoJalaliYear(String key, LocalDate start, LocalDate next, String label) {
        CalendarPeriod period = CalendarPeriod.parse(key).orElseThrow();

        assertThat(period.startOf(LocalDate.of(1601, 2, 14))).isEqualTo(start);
        assertThat(period.next(start)).isEqualTo(next);
        assertThat(period.label(start)).isEqualTo(label);
    }

    @ParameterizedTest
    @EnumSource
    void coversEveryDayOnce(CalendarPeriod period) {
        LocalDate from = LocalDate.of(2019, 1, 1);
        LocalDate to = LocalDate.of(2031, 12, 31);

        var starts = period.boundaries(from, to);

        assertThat(starts.getFirst()).isBeforeOrEqualTo(from);
        assertThat(period.next(starts.getLast())).isAfter(to);
        for (int i = 0; i < starts.size(); i++) {
            LocalDate start = starts.get(i);
            LocalDate next = period.next(start);
            assertThat(period.startOf(start)).isEqualTo(start);
            assertThat(period.startOf(next.minusDays(1))).isEqualTo(start);
            assertThat(period.previous(next)).isEqualTo(start);
            if (i + 1 < starts.size()) {
                assertThat(next).isEqualTo(starts.get(i + 1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-22, 2026-11-23",
        "yesterday, 2026-11-21, 2026-11-22",
        "tomorrow, 2026-11-23, 2026-11-24",
        "this-week, 2026-11-16, 2026-11-23",
        "last-week, 2026-11-09, 2026-11-16",
        "next-week, 2026-11-23, 2026-11-30",
        "this-month, 2026-11-01, 2026-12-01",
        "last-month, 2026-10-01, 2026-11-01",
        "next-month, 2026-12-01, 2027-01-01",
        "this-quarter, 2026-10-01, 2027-01-01",
        "this-year, 2026-01-01, 2027-01-01",
        "last-year, 2025-01-01, 2026-01-01",
        "this-jalali-week, 2026-11-21, 2026-11-28",
        "last-jalali-week, 2026-11-14, 2026-11-21",
        "next-jalali-week, 2026-11-28, 2026-12-05",
        "this-jalali-month, 2026-11-22, 2026-12-22",
        "last-jalali-month, 2026-10-23, 2026-11-22",
        "next-jalali-month, 2026-12-22, 2027-01-21",
        "this-jalali-quarter, 2026-09-23, 2026-12-22",
        "this-jalali-year, 2026-03-21, 2027-03-21",
        "last-jalali-year, 2025-03-21, 2026-03-21",
        "last-7-days, 2026-11-16, 2026-11-23",
        "next-7-days, 2026-11-23, 2026-11-30",
        "last-1-days, 2026-11-22, 2026-11-23"
    })
    void namesStretchesFromToday(String key, LocalDate from, LocalDate until) {
        RelativePeriod period = RelativePeriod.parse(key).orElseThrow();

        assertThat(period.key()).isEqualTo(key);
        assertThat(period.range(TODAY)).isEqualTo(new DateRange(from, until));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "this-decade",
                "last-0-days",
                "last--1-days",
                "last-99999-days",
                "last-123456-days",
                "this-jalali",
                "last-n-days",
                "This-Week"
            })
    void knowsNoOtherStretch(String key) {
        assertThat(RelativePeriod.parse(key)).isEmpty();
    }

    @Test
    void rangesFollowTheClocksOfTheZone() {
        DateRange summerBegins = new DateRange(LocalDate.of(2022, 3, 22), LocalDate.of(2022, 3, 23));
        DateRange today = new DateRange(TODAY, TODAY.plusDays(1));

        assertThat(today.instants(ZoneId.of("Asia/Tehran")))
                .hasToString("Instants[from=2026-11-21T20:30:00Z, until=2026-11-22T20:30:00Z]");
        assertThat(summerBegins.instants(ZoneId.of("Asia/Tehran")))
                .hasToString("Instants[from=2022-03-21T20:30:00Z, until=2022-03-22T19:30:00Z]");
    }

    @Test
    void fiscalYearsBeginWhereTheOrganisationSays() {
        FiscalYear fromMehr = new FiscalYear(7);

        assertThat(FiscalYear.FROM_FARVARDIN.yearOf(TODAY)).isEqualTo(1405);
        assertThat(FiscalYear.FROM_FARVARDIN.range(1405))
                .isEqualTo(new DateRange(LocalDate.of(2026, 3, 21), LocalDate.of(2027, 3, 21)));
        assertThat(fromMehr.yearOf(LocalDate.of(2026, 9, 22))).isEqualTo(1404);
        assertThat(fromMehr.yearOf(LocalDate.of(2026, 9, 23))).isEqualTo(1405);
        assertThat(fromMehr.quarter(1405, 3).from()).isEqualTo(LocalDate.of(2027, 3, 21));
        assertThat(fromMehr.quarter(1405, 4).until())
                .isEqualTo(fromMehr.range(1405).until());
    }
}
