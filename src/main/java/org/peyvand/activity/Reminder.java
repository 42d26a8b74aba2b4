package org.peyvand.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;

/**
 * When somebody wants to be reminded of an activity: so long before it, as often as they like, or at a moment of its own. The next
 * of these moments stands in the record itself, so that it moves with the record and goes with it.
 *
 * @param at when the activity is
 * @param open the status of one that is still ahead, or null where every one is
 */
public record Reminder(
        RecordType type,
        Field<Instant> at,
        @Nullable Field<String> status,
        @Nullable String open) {

    /** How long before; the keys of the choices. */
    public enum Before {
        ATTIME(Duration.ZERO),
        MIN10(Duration.ofMinutes(10)),
        MIN30(Duration.ofMinutes(30)),
        HOUR1(Duration.ofHours(1)),
        HOUR2(Duration.ofHours(2)),
        DAY1(Duration.ofDays(1)),
        WEEK1(Duration.ofDays(7));

        private final Duration time;

        Before(Duration time) {
            this.time = time;
        }

        public Duration time() {
            return time;
        }

        /** In the API and the data. */
        public String key() {
            return this == ATTIME ? "atTime" : name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Optional<Before> of(String key) {
            return Stream.of(values())
                    .filter(before -> before.key().equals(key))
                    .findFirst();
        }
    }

    /** How long before, any number of them. */
    public static final Field<List<String>> BEFORE = Field.of(
            "reminders",
            new MultiChoiceType(Stream.of(Before.values())
                    .map(each -> Option.of(each.key()))
                    .toList()));

    /** A moment of its own. */
    public static final Field<Instant> ON = Field.instant("remindAt");

    /** The next of all these moments. */
    public static final Field<Instant> NEXT = Field.instant("nextReminder").computed();

    /** The activities that remind. */
    public static List<Reminder> all() {
        return List.of(
                new Reminder(Task.TYPE, Task.DUE_AT, Task.STATUS, Task.OPEN),
                new Reminder(Meeting.TYPE, Meeting.START_AT, Meeting.STATUS, "planned"),
                new Reminder(Call.TYPE, Call.AT, null, null));
    }

    /** The moments at which an activity at {@code when} reminds, in no order. */
    public static List<Instant> moments(@Nullable Instant when, @Nullable List<?> before, @Nullable Instant on) {
        List<Instant> moments = new ArrayList<>();
        if (when != null && before != null) {
            before.forEach(
                    key -> Before.of(String.valueOf(key)).ifPresent(each -> moments.add(when.minus(each.time()))));
        }
        if (on != null) {
            moments.add(on);
        }
        return moments;
    }

    /** The first of them after a moment, or null. */
    public static @Nullable Instant next(List<Instant> moments, Instant after) {
        return moments.stream()
                .filter(each -> each.isAfter(after))
                .min(Instant::compareTo)
                .orElse(null);
    }
}
