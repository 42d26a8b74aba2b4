package org.peyvand.record.query;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.DecimalType;
import org.peyvand.record.field.IntegerType;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.PercentType;
import org.peyvand.record.query.Group.Kind;
import org.peyvand.record.query.Group.Measure;
import org.peyvand.record.sql.RecordTable;

/**
 * A measure as SQL: parts that can be put together again from parts of a group.
 *
 * @param number the column measured, null for the count
 * @param currency the column of its currency, null for plain numbers
 */
record Measured(
        Kind kind,
        @Nullable Field<BigDecimal> number,
        @Nullable Field<String> currency) {

    static Measured of(Sight sight, Measure measure, RecordTable table) {
        org.peyvand.record.field.Field<?> asked = measure.field();
        if (measure.kind() == Kind.COUNT || asked == null) {
            return new Measured(Kind.COUNT, null, null);
        }
        org.peyvand.record.field.Field<?> field = sight.field(table.type(), asked.name());
        List<Field<?>> columns = table.columns(field);
        return switch (field.type()) {
            case MoneyType money ->
                new Measured(
                        measure.kind(),
                        number(columns.getFirst()),
                        columns.get(1).coerce(String.class));
            case IntegerType integer -> new Measured(measure.kind(), number(columns.getFirst()), null);
            case DecimalType decimal -> new Measured(measure.kind(), number(columns.getFirst()), null);
            case PercentType percent -> new Measured(measure.kind(), number(columns.getFirst()), null);
            default -> throw Sight.refusal("measures", "not-measurable", field.name());
        };
    }

    private static Field<BigDecimal> number(Field<?> column) {
        return column.coerce(SQLDataType.NUMERIC);
    }

    List<Field<?>> groupedBy() {
        return currency == null ? List.of() : List.of(currency);
    }

    /** Number of values, the aggregate, and the currency. */
    List<Field<?>> select() {
        if (number == null) {
            return List.of(DSL.count());
        }
        Field<?> aggregate = switch (kind) {
            case COUNT, SUM, AVG -> DSL.sum(number);
            case MIN -> DSL.min(number);
            case MAX -> DSL.max(number);
        };
        return currency == null
                ? List.of(DSL.count(number), aggregate)
                : List.of(DSL.count(number), aggregate, currency);
    }
}
