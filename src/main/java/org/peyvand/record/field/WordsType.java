package org.peyvand.record.field;

import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;

/** What values of one column of text have in common; each says itself what it takes, and some how they compare. */
abstract sealed class WordsType extends FieldType<String>
        permits EmailType, LongTextType, PhoneType, TextType, UrlType {

    @Override
    public final Class<String> javaType() {
        return String.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "text"));
    }

    @Override
    public Set<Operator> operators() {
        return Operator.TEXTUAL;
    }

    @Override
    public final @Nullable String fromCells(List<@Nullable Object> cells) {
        return (String) cells.getFirst();
    }

    @Override
    public final List<@Nullable Object> toCells(@Nullable String value) {
        return ScalarType.cell(value);
    }

    @Override
    public final JsonNode toJson(String value) {
        return Json.NODES.stringNode(value);
    }

    @Override
    public final String toText(String value) {
        return value;
    }

    @Override
    public String display(String value, Presentation presentation) {
        return value;
    }

    /** Regardless of spelling. */
    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        return ScalarType.compareFolded(operator, columns.getFirst(), operands);
    }
}
