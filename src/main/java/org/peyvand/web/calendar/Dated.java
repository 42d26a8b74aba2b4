package org.peyvand.web.calendar;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.DateType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.RecurrenceType;
import org.peyvand.record.write.Occurrences;

/**
 * A type that has its place on a calendar.
 *
 * @param at the day or moment of a record
 * @param end the moment at which it ends, or null
 * @param recurrence how it comes again, or null
 */
public record Dated(
        RecordType type,
        Field<?> at,
        @Nullable Field<?> end,
        @Nullable Field<?> recurrence) {

    /** The type with the field by which its records stand on a calendar; empty when it has none. */
    public static Optional<Dated> of(RecordType type) {
        return type.calendarField().<Dated>map(field -> new Dated(type, field, end(type, field), recurrence(type)));
    }

    /** With the field of its rule, for changing one of its times. */
    Occurrences.Timing timing(Field<?> again) {
        return new Occurrences.Timing(at, end, again);
    }

    boolean isAllDay() {
        return at.type() instanceof DateType;
    }

    private static @Nullable Field<?> end(RecordType type, Field<?> at) {
        return type.ownFields().stream()
                .filter(field -> field.type() instanceof InstantType
                        && at.type() instanceof InstantType
                        && field.name().startsWith("end")
                        && !field.name().equals(at.name()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Field<?> recurrence(RecordType type) {
        return type.ownFields().stream()
                .filter(field -> field.type() instanceof RecurrenceType)
                .findFirst()
                .orElse(null);
    }
}
