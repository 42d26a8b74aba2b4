package org.peyvand.record.field;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.NumberInput;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;

/** A share in hundredths: 25 is 25 %. */
public final class PercentType extends FieldType<BigDecimal> {

    @Override
    public String key() {
        return "percent";
    }

    @Override
    public Class<BigDecimal> javaType() {
        return BigDecimal.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "numeric"));
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ORDERED;
    }

    @Override
    public @Nullable BigDecimal fromCells(List<@Nullable Object> cells) {
        return (BigDecimal) cells.getFirst();
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable BigDecimal value) {
        return ScalarType.cell(value);
    }

    @Override
    public BigDecimal fromJson(JsonNode json) {
        return Json.number(json);
    }

    @Override
    public JsonNode toJson(BigDecimal value) {
        return Json.NODES.numberNode(value);
    }

    @Override
    public BigDecimal fromText(String text, TextInput input) {
        return Json.bounded(
                NumberInput.parse(text.replace("%", "").replace("٪", "").strip())
                        .orElseThrow(() -> new InvalidValue("not-a-number")));
    }

    @Override
    public String toText(BigDecimal value) {
        return value.toPlainString();
    }

    @Override
    public String display(BigDecimal value, Presentation presentation) {
        return presentation.percent(value);
    }

    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        return ScalarType.compare(operator, columns.getFirst(), operands);
    }

    /** The number of fraction digits is no difference to a reader. */
    @Override
    public boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
