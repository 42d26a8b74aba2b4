package org.peyvand.record.field;

import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import org.peyvand.locale.YesNo;
import tools.jackson.databind.JsonNode;

/** Yes or no. */
public final class BooleanType extends FieldType<Boolean> {

    @Override
    public String key() {
        return "boolean";
    }

    @Override
    public Class<Boolean> javaType() {
        return Boolean.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "boolean"));
    }

    @Override
    public Set<Operator> operators() {
        return Operator.BASIC;
    }

    @Override
    public @Nullable Boolean fromCells(List<@Nullable Object> cells) {
        return (Boolean) cells.getFirst();
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable Boolean value) {
        return ScalarType.cell(value);
    }

    @Override
    public Boolean fromJson(JsonNode json) {
        if (!json.isBoolean()) {
            throw new InvalidValue("not-a-boolean");
        }
        return json.booleanValue();
    }

    @Override
    public JsonNode toJson(Boolean value) {
        return Json.NODES.booleanNode(value);
    }

    @Override
    public Boolean fromText(String text, TextInput input) {
        return YesNo.parse(text).orElseThrow(() -> new InvalidValue("not-a-boolean"));
    }

    @Override
    public String toText(Boolean value) {
        return value.toString();
    }

    @Override
    public String display(Boolean value, Presentation presentation) {
        return value.toString();
    }

    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        return ScalarType.compare(operator, columns.getFirst(), operands);
    }
}
