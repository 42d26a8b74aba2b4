package org.peyvand.record.field;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What exact numbers have in common; each says itself how people type and read it. */
abstract sealed class NumberType extends FieldType<BigDecimal> permits DecimalType, PercentType {

    @Override
    public final Class<BigDecimal> javaType() {
        return BigDecimal.class;
    }

    @Override
    public final List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "numeric"));
    }

    @Override
    public final Set<Operator> operators() {
        return Operator.ORDERED;
    }

    @Override
    public final @Nullable BigDecimal fromCells(List<@Nullable Object> cells) {
        return (BigDecimal) cells.getFirst();
    }

    @Override
    public final List<@Nullable Object> toCells(@Nullable BigDecimal value) {
        return ScalarType.cell(value);
    }

    @Override
    public final BigDecimal fromJson(JsonNode json) {
        return Json.number(json);
    }

    @Override
    public final JsonNode toJson(BigDecimal value) {
        return Json.NODES.numberNode(value);
    }

    @Override
    public final String toText(BigDecimal value) {
        return value.toPlainString();
    }

    @Override
    public final Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        return ScalarType.compare(operator, columns.getFirst(), operands);
    }

    /** The number of fraction digits is no difference to a reader. */
    @Override
    public final boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
