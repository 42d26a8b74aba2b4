package org.peyvand.record.field;

import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;

/** Words over several lines, such as a note. */
public final class LongTextType extends FieldType<String> {

    private static final int LONGEST = 100_000;
    private static final Set<Operator> OPERATORS = Set.of(
            Operator.CONTAINS, Operator.STARTS_WITH, Operator.ENDS_WITH, Operator.IS_EMPTY, Operator.IS_NOT_EMPTY);

    @Override
    public String key() {
        return "longText";
    }

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "text"));
    }

    @Override
    public Set<Operator> operators() {
        return OPERATORS;
    }

    @Override
    public @Nullable String fromCells(List<@Nullable Object> cells) {
        return (String) cells.getFirst();
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable String value) {
        return ScalarType.cell(value);
    }

    @Override
    public String fromJson(JsonNode json) {
        return Json.words(json, LONGEST);
    }

    @Override
    public JsonNode toJson(String value) {
        return Json.NODES.stringNode(value);
    }

    @Override
    public String fromText(String text, TextInput input) {
        return Json.words(text, LONGEST);
    }

    @Override
    public String toText(String value) {
        return value;
    }

    @Override
    public String display(String value, Presentation presentation) {
        return value;
    }

    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        return ScalarType.compareFolded(operator, columns.getFirst(), operands);
    }

    @Override
    public boolean sortable() {
        return false;
    }
}
