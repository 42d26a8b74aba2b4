package org.peyvand.record.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.CalendarPeriod;
import org.peyvand.record.field.Field;

/**
 * One group of records.
 *
 * @param keys a value per key of the question: the stored value of a field, a {@link java.time.LocalDate} that starts a
 *     bucket, or null for records without a value
 * @param measures a value per measure of the question: a {@link Long} count, a {@link java.math.BigDecimal}, or for sums
 *     of money a list of {@link org.peyvand.locale.Money}, one per currency
 */
public record Group(List<@Nullable Object> keys, List<@Nullable Object> measures) {

    /** A key to group by: a field, and for dates the period they fall into. */
    public record Key(FieldPath path, @Nullable CalendarPeriod period) {}

    /** What is measured of a group. */
    public record Measure(Kind kind, @Nullable Field<?> field) {

        public static final Measure COUNT = new Measure(Kind.COUNT, null);

        public static Measure sum(Field<?> field) {
            return new Measure(Kind.SUM, field);
        }
    }

    /** Kinds of measures; all but the count need a number or money field. */
    public enum Kind {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }
}
