package org.peyvand.locale;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of stretch that days are grouped by, in either calendar. A Gregorian week begins on Monday, a Jalali week on
 * Saturday. The Jalali kinds work on days that {@link JalaliDate#covers} and throw {@link java.time.DateTimeException}
 * on others.
 */
public enum CalendarPeriod {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    JALALI_DAY,
    JALALI_WEEK,
    JALALI_MONTH,
    JALALI_QUARTER,
    JALALI_YEAR;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name used in filters and groupings: {@code jalali-month}. */
    public String key() {
        return key;
    }

    public static Optional<CalendarPeriod> parse(String key) {
        for (CalendarPeriod period : values()) {
            if (period.key.equals(key)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }

    public boolean isJalali() {
        return key.startsWith("jalali-");
    }

    /** First day of the period that holds the date; outside the Jalali years, of the Gregorian period in its place. */
    public LocalDate startOf(LocalDate date) {
        return switch (on(date)) {
            case DAY, JALALI_DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case JALALI_WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(date.getYear(), date.get(IsoFields.QUARTER_OF_YEAR) * 3 - 2, 1);
            case YEAR -> date.withDayOfYear(1);
            case JALALI_MONTH -> date.minusDays(JalaliDate.of(date).day() - 1L);
            case JALALI_QUARTER -> {
                JalaliDate jalali = JalaliDate.of(date);
                yield new JalaliDate(jalali.year(), jalali.quarter() * 3 - 2, 1).toLocalDate();
            }
            case JALALI_YEAR -> new JalaliDate(JalaliDate.of(date).year(), 1, 1).toLocalDate();
        };
    }

    /** First day of the period after the one that begins at {@code start}; like {@link #startOf} outside the Jalali years. */
    public LocalDate next(LocalDate start) {
        return switch (on(start)) {
            case DAY, JALALI_DAY -> start.plusDays(1);
            case WEEK, JALALI_WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
            case JALALI_MONTH -> start.plusDays(JalaliDate.of(start).lengthOfMonth());
            case JALALI_QUARTER -> JALALI_MONTH.next(JALALI_MONTH.next(JALALI_MONTH.next(start)));
            case JALALI_YEAR ->
                start.plusDays(JalaliDate.isLeap(JalaliDate.of(start).year()) ? 366 : 365);
        };
    }

    /** First day of the period before the one that begins at {@code start}. */
    public LocalDate previous(LocalDate start) {
        return startOf(start.minusDays(1));
    }

    /** The period that holds the date, moved by so many periods; 0 is that period itself. */
    public DateRange around(LocalDate date, int offset) {
        LocalDate start = startOf(date);
        for (int i = 0; i < offset; i++) {
            start = next(start);
        }
        for (int i = 0; i > offset; i--) {
            start = previous(start);
        }
        return new DateRange(start, next(start));
    }

    /**
     * The key of the period that begins at {@code start} in answers: {@code 2026-11}, {@code 1405-Q3}, {@code 1405}; a day
     * or week is its first day, {@code 2026-11-22} or {@code 1405-09-01}. Outside the Jalali years it is that of the
     * Gregorian period.
     */
    public String label(LocalDate start) {
        return switch (on(start)) {
            case DAY, WEEK -> start.toString();
            case MONTH -> start.toString().substring(0, start.toString().length() - 3);
            case QUARTER -> start.getYear() + "-Q" + start.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> Integer.toString(start.getYear());
            case JALALI_DAY, JALALI_WEEK -> JalaliDate.of(start).toString();
            case JALALI_MONTH -> JalaliDate.of(start).toString().substring(0, 7);
            case JALALI_QUARTER ->
                JalaliDate.of(start).year() + "-Q" + JalaliDate.of(start).quarter();
            case JALALI_YEAR -> Integer.toString(JalaliDate.of(start).year());
        };
    }

    /** The starts of all periods that hold a day from {@code from} to {@code to}, both included, in order. */
    public List<LocalDate> boundaries(LocalDate from, LocalDate to) {
        var starts = new ArrayList<LocalDate>();
        for (LocalDate start = startOf(from); !start.isAfter(to); start = next(start)) {
            starts.add(start);
        }
        return List.copyOf(starts);
    }

    private CalendarPeriod on(LocalDate date) {
        if (JalaliDate.covers(date)) {
            return this;
        }
        return switch (this) {
            case DAY, JALALI_DAY -> DAY;
            case WEEK, JALALI_WEEK -> WEEK;
            case MONTH, JALALI_MONTH -> MONTH;
            case QUARTER, JALALI_QUARTER -> QUARTER;
            case YEAR, JALALI_YEAR -> YEAR;
        };
    }
}
