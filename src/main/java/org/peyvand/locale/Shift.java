package org.peyvand.locale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A stretch of work within one day, in minutes since midnight; {@code 24:00} ends a day that is worked through.
 *
 * @param from 0 to 1439
 * @param until later than {@code from}, at most 1440
 */
public record Shift(int from, int until) {

    private static final int DAY = 24 * 60;
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,2})(?::?(\\d{2}))?\\s*(?:-|–|—|تا|to)\\s*(\\d{1,2})(?::?(\\d{2}))?");

    public Shift {
        if (from < 0 || until > DAY || from >= until) {
            throw new IllegalArgumentException("No stretch of a day: " + from + " to " + until);
        }
    }

    /**
     * Reads the stretches of a day as people write them: {@code 8-12, 13:00-17:30}, in any digits; a blank text is a day off.
     * They come back in order. Empty when the text says something else or two of them overlap.
     */
    public static Optional<List<Shift>> parse(String text) {
        List<Shift> shifts = new ArrayList<>();
        for (String part : Digits.latin(text.strip()).split("[,،;؛]", -1)) {
            if (!part.isBlank()) {
                Optional<Shift> shift = one(part.strip());
                if (shift.isEmpty()) {
                    return Optional.empty();
                }
                shifts.add(shift.get());
            }
        }
        shifts.sort(Comparator.comparingInt(Shift::from));
        for (int i = 1; i < shifts.size(); i++) {
            if (shifts.get(i).from < shifts.get(i - 1).until) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(shifts));
    }

    /** As {@link #parse} reads it back: {@code 08:00-12:00, 13:00-17:30}. */
    public static String write(List<Shift> shifts) {
        return shifts.stream().map(Shift::toString).collect(Collectors.joining(", "));
    }

    public int minutes() {
        return until - from;
    }

    @Override
    public String toString() {
        return clock(from) + "-" + clock(until);
    }

    private static Optional<Shift> one(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        int from = minutes(written.group(1), written.group(2));
        int until = minutes(written.group(3), written.group(4));
        return from >= 0 && from < until && until <= DAY ? Optional.of(new Shift(from, until)) : Optional.empty();
    }

    private static int minutes(String hour, @org.jspecify.annotations.Nullable String minute) {
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        return minutes < 60 ? Integer.parseInt(hour) * 60 + minutes : -1;
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
