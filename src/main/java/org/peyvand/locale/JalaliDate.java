package org.peyvand.locale;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day of the Jalali (Solar Hijri) calendar, years 1200 to 1600.
 *
 * <p>Leap years follow the 33-year rule, which equals the official list of the University of Tehran's Calendar Center
 * for all its years (1206 to 1498), with the one astronomical correction up to 1600: 1503 is leap in place of 1502.
 * Stored dates stay {@link LocalDate}; this type is for reading, showing and grouping them. Conversion is a table look-up.
 */
public record JalaliDate(int year, int month, int day) implements Comparable<JalaliDate> {

    public static final int FIRST_YEAR = 1200;
    public static final int LAST_YEAR = 1600;

    private static final int GREGORIAN_OFFSET = 621;
    private static final int DAYS_OF_FIRST_HALF = 6 * 31;
    /** Epoch day of 1 Farvardin of each year, one more than the last so that lengths can be read off. */
    private static final int[] NEW_YEARS = newYears();

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})");

    /**
     * Checks the day.
     *
     * @throws IllegalArgumentException when it does not exist or lies outside the supported years
     */
    public JalaliDate {
        if (!exists(year, month, day)) {
            throw new IllegalArgumentException("No such Jalali date: " + year + "-" + month + "-" + day);
        }
    }

    /**
     * The Jalali name of the day.
     *
     * @throws DateTimeException for a day outside the supported years, see {@link #covers}
     */
    public static JalaliDate of(LocalDate date) {
        if (!covers(date)) {
            throw new DateTimeException("Outside the supported Jalali years: " + date);
        }
        int epochDay = (int) date.toEpochDay();
        int year = date.getYear() - GREGORIAN_OFFSET;
        if (year > LAST_YEAR || epochDay < newYear(year)) {
            year--;
        }
        int dayOfYear = epochDay - newYear(year);
        return dayOfYear < DAYS_OF_FIRST_HALF
                ? new JalaliDate(year, dayOfYear / 31 + 1, dayOfYear % 31 + 1)
                : new JalaliDate(
                        year, (dayOfYear - DAYS_OF_FIRST_HALF) / 30 + 7, (dayOfYear - DAYS_OF_FIRST_HALF) % 30 + 1);
    }

    /** Whether the day has a Jalali date of the supported years. */
    public static boolean covers(LocalDate date) {
        long epochDay = date.toEpochDay();
        return epochDay >= NEW_YEARS[0] && epochDay < NEW_YEARS[NEW_YEARS.length - 1];
    }

    /** Reads {@code 1405-09-01} or {@code 1405/9/1}, in any digits; empty for anything else, nonexistent days included. */
    public static Optional<JalaliDate> parse(String text) {
        var written = WRITTEN.matcher(Digits.latin(text.strip()));
        if (!written.matches()) {
            return Optional.empty();
        }
        return ofParts(
                Integer.parseInt(written.group(1)),
                Integer.parseInt(written.group(3)),
                Integer.parseInt(written.group(4)));
    }

    /** The date, or empty when there is no such day. */
    static Optional<JalaliDate> ofParts(int year, int month, int day) {
        return exists(year, month, day) ? Optional.of(new JalaliDate(year, month, day)) : Optional.empty();
    }

    public LocalDate toLocalDate() {
        int monthStart = month <= 6 ? (month - 1) * 31 : DAYS_OF_FIRST_HALF + (month - 7) * 30;
        return LocalDate.ofEpochDay(newYear(year) + monthStart + day - 1L);
    }

    public int lengthOfMonth() {
        return lengthOfMonth(year, month);
    }

    /** 1 (spring) to 4 (winter). */
    public int quarter() {
        return (month + 2) / 3;
    }

    /** The month's name in the language: آذر, Azar. */
    public String monthName(Locale language) {
        return CalendarNames.jalaliMonth(language, month);
    }

    public static boolean isLeap(int year) {
        return switch (year) {
            case 1502 -> false;
            case 1503 -> true;
            default -> Math.floorMod(25 * year + 11, 33) < 8;
        };
    }

    public static int lengthOfMonth(int year, int month) {
        if (month <= 6) {
            return 31;
        }
        return month < 12 || isLeap(year) ? 30 : 29;
    }

    @Override
    public int compareTo(JalaliDate other) {
        return Integer.compare(year * 10_000 + month * 100 + day, other.year * 10_000 + other.month * 100 + other.day);
    }

    /** {@code 1405-09-01} */
    @Override
    public String toString() {
        return new String(new char[] {
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            '-',
            digit(month / 10),
            digit(month),
            '-',
            digit(day / 10),
            digit(day)
        });
    }

    private static char digit(int number) {
        return (char) ('0' + number % 10);
    }

    private static boolean exists(int year, int month, int day) {
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= lengthOfMonth(year, month);
    }

    private static int newYear(int year) {
        return NEW_YEARS[year - FIRST_YEAR];
    }

    private static int[] newYears() {
        int anchorYear = 1404;
        int[] starts = new int[LAST_YEAR - FIRST_YEAR + 2];
        starts[anchorYear - FIRST_YEAR] = (int) LocalDate.of(2025, 3, 21).toEpochDay();
        for (int year = anchorYear; year <= LAST_YEAR; year++) {
            starts[year - FIRST_YEAR + 1] = starts[year - FIRST_YEAR] + (isLeap(year) ? 366 : 365);
        }
        for (int year = anchorYear - 1; year >= FIRST_YEAR; year--) {
            starts[year - FIRST_YEAR] = starts[year - FIRST_YEAR + 1] - (isLeap(year) ? 366 : 365);
        }
        return starts;
    }
}
