package org.peyvand.record.field;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;

/** An identifier. */
public final class UuidType extends FieldType<UUID> {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    @Override
    public String key() {
        return "id";
    }

    @Override
    public Class<UUID> javaType() {
        return UUID.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "uuid"));
    }

    @Override
    public Set<Operator> operators() {
        return Operator.BASIC;
    }

    @Override
    public @Nullable UUID fromCells(List<@Nullable Object> cells) {
        return (UUID) cells.getFirst();
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable UUID value) {
        return ScalarType.cell(value);
    }

    @Override
    public UUID fromJson(JsonNode json) {
        if (!json.isString()) {
            throw new InvalidValue("not-an-id");
        }
        return parse(json.stringValue());
    }

    @Override
    public JsonNode toJson(UUID value) {
        return Json.NODES.stringNode(value.toString());
    }

    @Override
    public UUID fromText(String text, TextInput input) {
        return parse(text.strip());
    }

    @Override
    public String toText(UUID value) {
        return value.toString();
    }

    @Override
    public String display(UUID value, Presentation presentation) {
        return value.toString();
    }

    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        return ScalarType.compare(operator, columns.getFirst(), operands);
    }

    @Override
    public boolean forOwnFields() {
        return false;
    }

    /** The identifier that a text is, if it is one. */
    public static Optional<UUID> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The strict form only; the JDK alone would take {@code 1-1-1-1-1}. */
    public static UUID parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidValue("not-an-id");
        }
        return UUID.fromString(text);
    }
}
