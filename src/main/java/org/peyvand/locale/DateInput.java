package org.peyvand.locale;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads dates: {@link #parse} what people type, {@link #strict} what programs send.
 *
 * <p>A year of four digits says its calendar: 1200 to 1600 is Jalali, 1700 to 2400 Gregorian. A year of two digits is
 * Jalali, of the century that puts it between eighty years ago and nineteen years ahead. What can be read in two ways
 * (03/04/2026) is not read at all.
 */
public final class DateInput {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern THREE_NUMBERS =
            Pattern.compile("(\\d{1,4})\\s*([-/. ])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{1,4})");
    private static final Pattern TWO_NUMBERS = Pattern.compile("(\\d{1,2})\\s*[-/]\\s*(\\d{1,2})");
    private static final Pattern DIGITS_ONLY = Pattern.compile("(\\d{2}|\\d{4})(\\d{2})(\\d{2})");
    private static final int YEARS_AHEAD = 19;

    private DateInput() {}

    /** An ISO date {@code 2026-11-22}, or a Jalali one {@code 1405-09-01} with {@code -} or {@code /} in any digits. */
    public static Optional<LocalDate> strict(String text) {
        String trimmed = text.strip();
        var iso = ISO.matcher(trimmed);
        if (iso.matches() && Integer.parseInt(iso.group(1)) > JalaliDate.LAST_YEAR) {
            return orEmpty(() -> LocalDate.parse(trimmed));
        }
        return JalaliDate.parse(trimmed).map(JalaliDate::toLocalDate);
    }

    /**
     * Whatever people type for a day: {@code ۱۴۰۵/۹/۱}, {@code 05-9-1}, {@code ۱ آذر}, {@code 22 Nov 2026}, {@code 2026-11-22},
     * {@code 9/1} (month and day of this Jalali year), {@code فردا}, {@code today}, {@code +3}, {@code شنبه} (the next one).
     *
     * @param today the reader's own date
     */
    public static Optional<LocalDate> parse(String typed, LocalDate today) {
        if (typed.length() > 60) {
            return Optional.empty();
        }
        String text = Digits.latin(PersianText.clean(typed)).toLowerCase(Locale.ROOT);
        return Stream.<Supplier<Optional<LocalDate>>>of(
                        () -> numbers(text, today), () -> monthAndDay(text, today), () -> DateWords.parse(text, today))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<LocalDate> numbers(String text, LocalDate today) {
        var three = THREE_NUMBERS.matcher(text);
        if (three.matches()) {
            return threeParts(three.group(1), three.group(3), three.group(4), today);
        }
        var digits = DIGITS_ONLY.matcher(text);
        return digits.matches()
                ? ofYear(digits.group(1), number(digits.group(2)), number(digits.group(3)), today)
                : Optional.empty();
    }

    private static Optional<LocalDate> monthAndDay(String text, LocalDate today) {
        var two = TWO_NUMBERS.matcher(text);
        return two.matches() && JalaliDate.covers(today)
                ? jalali(JalaliDate.of(today).year(), number(two.group(1)), number(two.group(2)))
                : Optional.empty();
    }

    private static Optional<LocalDate> threeParts(String first, String second, String third, LocalDate today) {
        if (first.length() >= 3 && third.length() >= 3) {
            return Optional.empty();
        }
        if (first.length() == 4 || (third.length() <= 2 && first.length() == 2)) {
            return ofYear(first, number(second), number(third), today);
        }
        if (third.length() == 4 && !isJalaliYear(number(third))) {
            return gregorianDayAndMonth(number(first), number(second), number(third));
        }
        boolean yearLast = third.length() == 4 || (third.length() == 2 && first.length() == 1);
        return yearLast ? ofYear(third, number(second), number(first), today) : Optional.empty();
    }

    /** 22/11/2026 and 11/22/2026 can be read in one way only; 03/04/2026 cannot. */
    private static Optional<LocalDate> gregorianDayAndMonth(int first, int second, int year) {
        if (first > 12 || first == second) {
            return gregorian(year, second, first);
        }
        return second > 12 ? gregorian(year, first, second) : Optional.empty();
    }

    /** The date in the calendar that the written year belongs to. */
    static Optional<LocalDate> ofYear(String writtenYear, int month, int day, LocalDate today) {
        int year = number(writtenYear);
        if (writtenYear.length() == 2) {
            return jalali(fullYear(year, today), month, day);
        }
        if (isJalaliYear(year)) {
            return jalali(year, month, day);
        }
        return writtenYear.length() == 4 ? gregorian(year, month, day) : Optional.empty();
    }

    static Optional<LocalDate> jalali(int year, int month, int day) {
        return JalaliDate.ofParts(year, month, day).map(JalaliDate::toLocalDate);
    }

    static Optional<LocalDate> gregorian(int year, int month, int day) {
        return year >= 1700 && year <= 2400 ? orEmpty(() -> LocalDate.of(year, month, day)) : Optional.empty();
    }

    static int fullYear(int twoDigits, LocalDate today) {
        int latest = (JalaliDate.covers(today) ? JalaliDate.of(today).year() : 1405) + YEARS_AHEAD;
        return latest - Math.floorMod(latest - twoDigits, 100);
    }

    private static boolean isJalaliYear(int year) {
        return year >= JalaliDate.FIRST_YEAR && year <= JalaliDate.LAST_YEAR;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Optional<LocalDate> orEmpty(Supplier<LocalDate> date) {
        try {
            return Optional.of(date.get());
        } catch (DateTimeException nonexistent) {
            return Optional.empty();
        }
    }
}
