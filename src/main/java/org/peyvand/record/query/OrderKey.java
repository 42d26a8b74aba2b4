package org.peyvand.record.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One column of an order.
 *
 * @param sqlType the PostgreSQL type of the column
 * @param nullable whether it may be empty; empty values come last in both directions
 */
record OrderKey(Field<Object> column, String sqlType, boolean descending, boolean nullable) {

    /** As an index holds it; right for a part of the rows in which no null, or nothing but null, occurs. */
    SortField<?> natural() {
        return descending ? column.desc() : column.asc();
    }

    SortField<?> nullsLast() {
        return descending && nullable ? column.desc().nullsLast() : natural();
    }

    /** As {@link #nullsLast}, computed row by row, so that no plan can follow an index in that order. */
    SortField<?> fenced() {
        Field<Object> value = DSL.field(DSL.select(column));
        return descending ? value.desc().nullsLast() : value.asc();
    }

    org.jooq.Condition beyond(Object value) {
        Field<Object> bound = bind(value);
        org.jooq.Condition further = descending ? column.lt(bound) : column.gt(bound);
        return nullable ? further.or(column.isNull()) : further;
    }

    org.jooq.Condition same(@Nullable Object value) {
        return value == null ? column.isNull() : column.eq(bind(value));
    }

    Field<Object> bind(Object value) {
        return DSL.val(value, column.getDataType());
    }

    /** The value as a cursor carries it. */
    static @Nullable String written(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            case OffsetDateTime time ->
                time.withOffsetSameInstant(ZoneOffset.UTC).toString();
            default -> value.toString();
        };
    }

    /**
     * The value a cursor carries.
     *
     * @throws IllegalArgumentException or {@link DateTimeException} when nobody could have written it
     */
    @Nullable
    Object read(@Nullable String written) {
        if (written == null) {
            return null;
        }
        return switch (sqlType) {
            case "text" -> withoutNul(written);
            case "uuid" -> UUID.fromString(written);
            case "bigint" -> Long.valueOf(written);
            case "integer" -> Integer.valueOf(written);
            case "numeric" -> bounded(new BigDecimal(written));
            case "boolean" -> Boolean.valueOf(written);
            case "date" -> within(LocalDate.parse(written));
            case "timestamptz" -> inTime(OffsetDateTime.parse(written));
            default -> throw new IllegalArgumentException(sqlType);
        };
    }

    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("NUL");
        }
        return text;
    }

    private static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > 1_000 || Math.abs(number.scale()) > 1_000) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }

    private static OffsetDateTime inTime(OffsetDateTime time) {
        within(time.toLocalDate());
        return time;
    }

    private static LocalDate within(LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > 9_999) {
            throw new DateTimeException("out of range");
        }
        return date;
    }
}
