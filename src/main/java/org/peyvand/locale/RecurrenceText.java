package org.peyvand.locale;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.peyvand.locale.Recurrence.Frequency;

/**
 * Reads and writes {@link Recurrence} as RFC 5545 and 7529 write rules, and tells it in words. Days left out stand at the end as
 * {@code EXDATE=20261201,20261208}, which in a calendar file is a line of its own.
 */
public final class RecurrenceText {

    private static final int LONGEST = 4_000;
    private static final Set<String> KNOWN =
            Set.of("RSCALE", "FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "UNTIL", "COUNT", "EXDATE", "TZID");
    private static final Pattern BY_DAY = Pattern.compile("([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private RecurrenceText() {}

    /** Empty for anything that is no rule of this kind. */
    public static Optional<Recurrence> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, String> parts = new HashMap<>();
        for (String part : text.strip().split(";")) {
            String[] pair = part.split("=", 2);
            pair[0] = pair[0].toUpperCase(Locale.ROOT);
            if (pair.length < 2 || !KNOWN.contains(pair[0]) || parts.put(pair[0], value(pair)) != null) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(read(parts));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** Zones alone are written with small letters. */
    private static String value(String[] pair) {
        return pair[0].equals("TZID") ? pair[1] : pair[1].toUpperCase(Locale.ROOT);
    }

    private static Recurrence read(Map<String, String> parts) {
        if (parts.containsKey("UNTIL") && parts.containsKey("COUNT")) {
            throw new IllegalArgumentException("both UNTIL and COUNT");
        }
        Frequency frequency = Frequency.valueOf(parts.getOrDefault("FREQ", ""));
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        int nth = 0;
        for (String each : list(parts.get("BYDAY"))) {
            var day = BY_DAY.matcher(each);
            if (!day.matches() || (day.group(1) != null) != (frequency == Frequency.MONTHLY)) {
                throw new IllegalArgumentException(each);
            }
            weekdays.add(weekday(day.group(2)));
            nth = day.group(1) == null ? 0 : Integer.parseInt(day.group(1));
        }
        boolean weekly = frequency == Frequency.WEEKLY || frequency == Frequency.MONTHLY;
        boolean inMonth = isInMonths(frequency);
        if ((!weekdays.isEmpty() && !weekly)
                || (parts.containsKey("BYMONTHDAY") && (!inMonth || nth != 0))
                || (parts.containsKey("BYMONTH") && frequency != Frequency.YEARLY)) {
            throw new IllegalArgumentException("parts that do not go together");
        }
        String until = parts.get("UNTIL");
        return new Recurrence(
                calendar(parts.getOrDefault("RSCALE", "GREGORIAN")),
                frequency,
                number(parts, "INTERVAL", 1),
                weekdays,
                nth,
                number(parts, "BYMONTHDAY", 0),
                number(parts, "BYMONTH", 0),
                until == null ? null : LocalDate.parse(until.replaceFirst("T.*", ""), DAY),
                number(parts, "COUNT", 0),
                parts.containsKey("TZID") ? ZoneId.of(parts.get("TZID")) : null,
                list(parts.get("EXDATE")).stream()
                        .map(day -> LocalDate.parse(day, DAY))
                        .collect(Collectors.toSet()));
    }

    private static CalendarSystem calendar(String scale) {
        return switch (scale) {
            case "PERSIAN" -> CalendarSystem.JALALI;
            case "GREGORIAN" -> CalendarSystem.GREGORIAN;
            default -> throw new IllegalArgumentException(scale);
        };
    }

    /** As {@link #parse} reads it back; two equal rules are written alike. */
    public static String write(Recurrence rule) {
        String exceptions =
                new TreeSet<>(rule.exceptions()).stream().map(DAY::format).collect(Collectors.joining(","));
        ZoneId zone = rule.zone();
        return rule(rule)
                + (zone == null ? "" : ";TZID=" + zone)
                + (exceptions.isEmpty() ? "" : ";EXDATE=" + exceptions);
    }

    /** The rule alone, as the property {@code RRULE} of a calendar file holds it. */
    public static String rule(Recurrence rule) {
        List<String> parts = new ArrayList<>();
        if (rule.calendar() == CalendarSystem.JALALI) {
            parts.add("RSCALE=PERSIAN");
        }
        parts.add("FREQ=" + rule.frequency());
        add(parts, "INTERVAL", rule.interval() == 1 ? 0 : rule.interval());
        if (!rule.weekdays().isEmpty()) {
            String which = rule.nth() == 0 ? "" : Integer.toString(rule.nth());
            parts.add("BYDAY="
                    + EnumSet.copyOf(rule.weekdays()).stream()
                            .map(day -> which + day.name().substring(0, 2))
                            .collect(Collectors.joining(",")));
        }
        add(parts, "BYMONTH", rule.month());
        add(parts, "BYMONTHDAY", rule.monthDay());
        add(parts, "COUNT", rule.count());
        LocalDate until = rule.until();
        if (until != null) {
            parts.add("UNTIL=" + DAY.format(until));
        }
        return String.join(";", parts);
    }

    private static void add(List<String> parts, String name, int number) {
        if (number != 0) {
            parts.add(name + "=" + number);
        }
    }

    private static int number(Map<String, String> parts, String name, int absent) {
        String written = parts.get(name);
        if (written == null) {
            return absent;
        }
        if (!written.matches("\\d{1,4}") || Integer.parseInt(written) == 0) {
            throw new IllegalArgumentException(name + "=" + written);
        }
        return Integer.parseInt(written);
    }

    private static List<String> list(@org.jspecify.annotations.Nullable String written) {
        return written == null ? List.of() : List.of(written.split(",", -1));
    }

    private static DayOfWeek weekday(String two) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(two)) {
                return day;
            }
        }
        throw new IllegalArgumentException(two);
    }

    private static boolean isInMonths(Frequency frequency) {
        return frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY;
    }

    /** In the reader's words: {@code هر ۲ هفته، شنبه و دوشنبه}. */
    public static String words(Recurrence rule, Presentation reader) {
        String unit = rule.frequency().name().toLowerCase(Locale.ROOT);
        String every = rule.interval() == 1
                ? reader.text("recurrence." + unit)
                : reader.text("recurrence." + unit + ".each", reader.number(rule.interval()));
        List<String> parts = new ArrayList<>(List.of(every));
        String days = rule.weekdays().stream()
                .sorted(Comparator.comparing(day -> day.plus(2)))
                .map(day -> CalendarNames.weekday(reader.language(), day))
                .collect(Collectors.joining(" " + reader.text("recurrence.and") + " "));
        if (rule.nth() != 0) {
            String which = reader.text("recurrence.nth." + (rule.nth() < 0 ? "last" : rule.nth()));
            parts.add(reader.text("recurrence.weekday", which, days));
        } else if (!days.isEmpty()) {
            parts.add(days);
        }
        if (rule.monthDay() == 31) {
            parts.add(reader.text("recurrence.lastDay"));
        } else if (rule.monthDay() != 0) {
            parts.add(reader.text("recurrence.monthDay", reader.number(rule.monthDay())));
        }
        if (rule.month() != 0) {
            parts.add(
                    rule.calendar() == CalendarSystem.JALALI
                            ? CalendarNames.jalaliMonth(reader.language(), rule.month())
                            : CalendarNames.gregorianMonth(reader.language(), rule.month()));
        }
        if (isInMonths(rule.frequency()) && rule.calendar() != reader.calendar()) {
            parts.add(
                    reader.text("recurrence.calendar." + rule.calendar().name().toLowerCase(Locale.ROOT)));
        }
        LocalDate until = rule.until();
        if (until != null) {
            parts.add(reader.text("recurrence.until", reader.date(until)));
        }
        if (rule.count() != 0) {
            parts.add(reader.text("recurrence.count", reader.number(rule.count())));
        }
        return String.join(reader.text("recurrence.comma") + " ", parts);
    }
}
