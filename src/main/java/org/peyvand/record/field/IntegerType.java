package org.peyvand.record.field;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.NumberInput;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;

/** A whole number of up to 18 digits. */
public final class IntegerType extends FieldType<Long> {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(999_999_999_999_999_999L);

    @Override
    public String key() {
        return "integer";
    }

    @Override
    public Class<Long> javaType() {
        return Long.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "bigint"));
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ORDERED;
    }

    @Override
    public @Nullable Long fromCells(List<@Nullable Object> cells) {
        return cells.getFirst() instanceof Number number ? number.longValue() : null;
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable Long value) {
        return ScalarType.cell(value);
    }

    @Override
    public Long fromJson(JsonNode json) {
        if (json.isNumber()) {
            return whole(json.decimalValue());
        }
        if (json.isString() && json.stringValue().matches("-?\\d{1,30}")) {
            return whole(new BigDecimal(json.stringValue()));
        }
        throw new InvalidValue("not-an-integer");
    }

    @Override
    public JsonNode toJson(Long value) {
        return Json.NODES.numberNode(value);
    }

    @Override
    public Long fromText(String text, TextInput input) {
        return whole(NumberInput.parse(text).orElseThrow(() -> new InvalidValue("not-an-integer")));
    }

    @Override
    public String toText(Long value) {
        return value.toString();
    }

    @Override
    public String display(Long value, Presentation presentation) {
        return presentation.number(BigDecimal.valueOf(value));
    }

    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        return ScalarType.compare(operator, columns.getFirst(), operands);
    }

    private static Long whole(BigDecimal number) {
        if (number.abs().compareTo(LARGEST) > 0) {
            throw new InvalidValue("number-out-of-range");
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException fraction) {
            throw new InvalidValue("not-an-integer");
        }
    }
}
