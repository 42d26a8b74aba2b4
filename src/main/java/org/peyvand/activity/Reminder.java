package org.peyvand.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Recurrence;
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

    /** The values of an activity. */
    public interface Values {

        <T> @Nullable T get(Field<T> field);
    }

    /** The first moment after another at which an activity reminds, or null. A meeting that comes again does so of each time. */
    public @Nullable Instant next(Values activity, Instant after) {
        List<Instant> moments = new ArrayList<>();
        List<?> wanted = activity.get(BEFORE);
        if (wanted != null) {
            wanted.forEach(key -> Before.of(String.valueOf(key))
                    .ifPresent(before -> first(activity, after.plus(before.time()))
                            .ifPresent(time -> moments.add(time.minus(before.time())))));
        }
        Instant on = activity.get(ON);
        if (on != null && on.isAfter(after)) {
            moments.add(on);
        }
        return moments.stream().min(Instant::compareTo).orElse(null);
    }

    /** The time of the activity that a reminder at a moment is about; null when it has none. */
    public @Nullable Instant occurrence(Values activity, Instant moment) {
        List<?> wanted = activity.get(BEFORE);
        return (wanted == null ? Stream.<Object>empty() : wanted.stream())
                .flatMap(key -> Before.of(String.valueOf(key)).stream())
                .map(before -> moment.plus(before.time()))
                .filter(time -> first(activity, time.minusMillis(1))
                        .filter(time::equals)
                        .isPresent())
                .findFirst()
                .orElse(activity.get(at));
    }

    /** The first of its times after a moment. */
    private Optional<Instant> first(Values activity, Instant after) {
        Instant when = activity.get(at);
        Recurrence rule = type == Meeting.TYPE ? activity.get(Meeting.RECURRENCE) : null;
        return when == null || rule == null
                ? Optional.ofNullable(when).filter(time -> time.isAfter(after))
                : rule.next(when, after);
    }
}
