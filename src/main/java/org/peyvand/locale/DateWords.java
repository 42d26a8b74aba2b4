package org.peyvand.locale;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The part of {@link DateInput} that understands words: relative days, weekdays and month names of both calendars. */
final class DateWords {

    private static final Map<String, Integer> DAYS = relativeDays();
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
    private static final Map<String, Integer> JALALI_MONTHS = jalaliMonths();
    private static final Map<String, Integer> GREGORIAN_MONTHS = gregorianMonths();

    private static final Pattern SIGNED = Pattern.compile("([+-])\\s*(\\d{1,4})");
    private static final Pattern COUNTED = Pattern.compile(
            "(?:in )?(\\d{1,4})\\s*(روز|هفته|days?|weeks?)\\s*(پیش|قبل|بعد|دیگر|دیگه|ago|later|from now|)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|م|ام)?[ .,\\-/]*(\\p{L}+)[ .,،\\-/]*(\\d{2}|\\d{4})?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}+)[ .]*(\\d{1,2})(?:st|nd|rd|th)?(?:[ ,]+(\\d{4}))?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[ \\-/]+(\\p{L}+)[ \\-/]+(\\d{1,2})");

    private DateWords() {}

    /** @param text cleaned, in Latin digits and lower case */
    static Optional<LocalDate> parse(String text, LocalDate today) {
        return relative(text, today).or(() -> named(text, today)).or(() -> withMonthName(text, today));
    }

    private static Optional<LocalDate> relative(String text, LocalDate today) {
        var signed = SIGNED.matcher(text);
        if (signed.matches()) {
            int days = Integer.parseInt(signed.group(2));
            return Optional.of(today.plusDays(signed.group(1).equals("+") ? days : -days));
        }
        var counted = COUNTED.matcher(text);
        if (!counted.matches() || (counted.group(3).isEmpty() && !text.startsWith("in "))) {
            return Optional.empty();
        }
        boolean weeks = counted.group(2).equals("هفته") || counted.group(2).startsWith("week");
        int days = Integer.parseInt(counted.group(1)) * (weeks ? 7 : 1);
        return Optional.of(
                switch (counted.group(3)) {
                    case "پیش", "قبل", "ago" -> today.minusDays(days);
                    default -> today.plusDays(days);
                });
    }

    private static Optional<LocalDate> named(String text, LocalDate today) {
        String word = PersianText.matchKey(text);
        Integer days = DAYS.get(word);
        if (days != null) {
            return Optional.of(today.plusDays(days));
        }
        DayOfWeek weekday = WEEKDAYS.get(word);
        return weekday == null ? Optional.empty() : Optional.of(today.with(TemporalAdjusters.next(weekday)));
    }

    private static Optional<LocalDate> withMonthName(String text, LocalDate today) {
        var dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return dated(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1), today);
        }
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return dated(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3), today);
        }
        var monthFirst = MONTH_FIRST.matcher(text);
        return monthFirst.matches()
                ? dated(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2), today)
                : Optional.empty();
    }

    /** @param year as written, null for the year of today in the month's calendar */
    private static Optional<LocalDate> dated(
            @org.jspecify.annotations.Nullable String year, String monthName, String writtenDay, LocalDate today) {
        String name = PersianText.matchKey(monthName);
        int day = Integer.parseInt(writtenDay);
        Integer jalaliMonth = JALALI_MONTHS.get(name);
        if (jalaliMonth != null && JalaliDate.covers(today)) {
            int jalaliYear = year == null ? JalaliDate.of(today).year() : Integer.parseInt(year);
            return DateInput.jalali(
                    year != null && year.length() == 2 ? DateInput.fullYear(jalaliYear, today) : jalaliYear,
                    jalaliMonth,
                    day);
        }
        Integer month = GREGORIAN_MONTHS.get(name);
        if (month == null) {
            return Optional.empty();
        }
        int gregorianYear = year == null ? today.getYear() : Integer.parseInt(year);
        return DateInput.gregorian(
                year != null && year.length() == 2 ? 2000 + gregorianYear : gregorianYear, month, day);
    }

    private static Map<String, Integer> relativeDays() {
        var days = new HashMap<String, Integer>();
        put(days, -2, "پریروز");
        put(days, -1, "دیروز", "yesterday");
        put(days, 0, "امروز", "today", "now", "الان");
        put(days, 1, "فردا", "tomorrow");
        put(days, 2, "پس‌فردا", "day after tomorrow");
        put(days, 7, "هفته بعد", "هفته آینده", "هفته دیگر", "next week");
        put(days, -7, "هفته پیش", "هفته قبل", "هفته گذشته", "last week");
        return Map.copyOf(days);
    }

    private static Map<String, DayOfWeek> weekdays() {
        var weekdays = new HashMap<String, DayOfWeek>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String english = CalendarNames.weekday(Bundles.ENGLISH, day);
            put(weekdays, day, CalendarNames.weekday(Bundles.PERSIAN, day), english, english.substring(0, 3));
        }
        return Map.copyOf(weekdays);
    }

    private static Map<String, Integer> jalaliMonths() {
        var months = new HashMap<String, Integer>();
        for (int month = 1; month <= 12; month++) {
            put(months, month, CalendarNames.jalaliMonth(Bundles.PERSIAN, month));
            put(months, month, CalendarNames.jalaliMonth(Bundles.ENGLISH, month));
        }
        put(months, 5, "امرداد");
        return Map.copyOf(months);
    }

    private static Map<String, Integer> gregorianMonths() {
        var months = new HashMap<String, Integer>();
        for (int month = 1; month <= 12; month++) {
            String english = CalendarNames.gregorianMonth(Bundles.ENGLISH, month);
            String full = java.time.Month.of(month).getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
            put(months, month, CalendarNames.gregorianMonth(Bundles.PERSIAN, month), english, full);
        }
        put(months, 9, "Sept");
        put(months, 1, "جنوری");
        put(months, 5, "می");
        return Map.copyOf(months);
    }

    private static <T> void put(Map<String, T> words, T meaning, String... spellings) {
        for (String spelling : spellings) {
            words.put(PersianText.matchKey(spelling), meaning);
        }
    }
}
