package org.peyvand.record.field;

import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;

/** One line of words. Filters fold spelling; sorting follows the Persian alphabet. */
public final class TextType extends FieldType<String> {

    static final int LONGEST = 1_000;

    @Override
    public String key() {
        return "text";
    }

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.words(Column.snake(fieldName)));
    }

    @Override
    public Set<Operator> operators() {
        return Operator.TEXTUAL;
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
        return line(Json.words(json, LONGEST));
    }

    @Override
    public JsonNode toJson(String value) {
        return Json.NODES.stringNode(value);
    }

    @Override
    public String fromText(String text, TextInput input) {
        return line(Json.words(text, LONGEST));
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

    private static String line(String words) {
        return words.indexOf('\n') < 0 && words.indexOf('\r') < 0 ? words : words.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
