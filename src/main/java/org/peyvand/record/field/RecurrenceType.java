package org.peyvand.record.field;

import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import org.peyvand.locale.Recurrence;
import org.peyvand.locale.RecurrenceText;
import tools.jackson.databind.JsonNode;

/** How something comes again, as RFC 5545 and 7529 write it: {@code RSCALE=PERSIAN;FREQ=MONTHLY;BYMONTHDAY=1}. */
public final class RecurrenceType extends FieldType<Recurrence> {

    @Override
    public String key() {
        return "recurrence";
    }

    @Override
    public Class<Recurrence> javaType() {
        return Recurrence.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "text"));
    }

    @Override
    public Set<Operator> operators() {
        return Set.of(Operator.IS_EMPTY, Operator.IS_NOT_EMPTY);
    }

    @Override
    public @Nullable Recurrence fromCells(List<@Nullable Object> cells) {
        return cells.getFirst() instanceof String text
                ? RecurrenceText.parse(text).orElseThrow(() -> new IllegalStateException("not a recurrence: " + text))
                : null;
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable Recurrence value) {
        return ScalarType.cell(value == null ? null : RecurrenceText.write(value));
    }

    @Override
    public Recurrence fromJson(JsonNode json) {
        if (!json.isString()) {
            throw new InvalidValue("not-a-recurrence");
        }
        return read(json.stringValue());
    }

    @Override
    public JsonNode toJson(Recurrence value) {
        return Json.NODES.stringNode(RecurrenceText.write(value));
    }

    @Override
    public Recurrence fromText(String text, TextInput input) {
        return read(text);
    }

    @Override
    public String toText(Recurrence value) {
        return RecurrenceText.write(value);
    }

    @Override
    public String display(Recurrence value, Presentation presentation) {
        return RecurrenceText.words(value, presentation);
    }

    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        throw ScalarType.unsupported(operator);
    }

    @Override
    public boolean sortable() {
        return false;
    }

    @Override
    public boolean forOwnFields() {
        return false;
    }

    private static Recurrence read(String text) {
        return RecurrenceText.parse(text).orElseThrow(() -> new InvalidValue("not-a-recurrence"));
    }
}
