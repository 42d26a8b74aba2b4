package org.peyvand.locale;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A stretch of days named from today, the value of the filter operator {@code within}: {@code today},
 * {@code this-jalali-month}, {@code last-7-days} …
 *
 * <p>{@code last-7-days} are the seven days that end with today; {@code next-7-days} are the seven that begin tomorrow. So
 * the two never overlap and together with nothing else make a fortnight.
 */
public sealed interface RelativePeriod {

    /** The largest N of {@code last-N-days}. */
    int MOST_DAYS = 36_500;

    /** The days it means for someone whose date is {@code today}. */
    DateRange range(LocalDate today);

    /** The name it was parsed from. */
    String key();

    /** Reads a name; {@code this}, {@code last} or {@code next} with every unit of either calendar. Empty when unknown. */
    static Optional<RelativePeriod> parse(String key) {
        var days = Names.DAYS.matcher(key);
        if (days.matches()) {
            int count = Integer.parseInt(days.group(2));
            boolean past = days.group(1).equals("last");
            return count >= 1 && count <= MOST_DAYS
                    ? Optional.of(new Days(key, past ? 1 - count : 1, count))
                    : Optional.empty();
        }
        String plain = key.startsWith("jalali-") ? key.substring("jalali-".length()) : key;
        Integer day = Names.DAY_OFFSETS.get(plain);
        if (day != null) {
            return Optional.of(new Days(key, day, 1));
        }
        var whole = Names.WHOLE.matcher(key);
        return whole.matches()
                ? CalendarPeriod.parse(whole.group(2))
                        .map(period -> new Whole(key, period, Names.OFFSETS.getOrDefault(whole.group(1), 0)))
                : Optional.empty();
    }

    /** So many days, the first of them {@code offset} days from today. */
    record Days(String key, int offset, int count) implements RelativePeriod {

        @Override
        public DateRange range(LocalDate today) {
            LocalDate from = today.plusDays(offset);
            return new DateRange(from, from.plusDays(count));
        }
    }

    /** A whole week, month, quarter or year, {@code offset} of them from the present one. */
    record Whole(String key, CalendarPeriod period, int offset) implements RelativePeriod {

        @Override
        public DateRange range(LocalDate today) {
            return period.around(today, offset);
        }
    }

    /** The vocabulary of {@link #parse}. */
    final class Names {

        private static final Pattern DAYS = Pattern.compile("(last|next)-(\\d{1,5})-days");
        private static final Pattern WHOLE =
                Pattern.compile("(this|last|next)-((?:jalali-)?(?:week|month|quarter|year))");
        private static final Map<String, Integer> DAY_OFFSETS = Map.of("yesterday", -1, "today", 0, "tomorrow", 1);
        private static final Map<String, Integer> OFFSETS = Map.of("last", -1, "this", 0, "next", 1);

        private Names() {}
    }
}
