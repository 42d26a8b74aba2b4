package org.peyvand.record.field;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;

/** Another record of one type. Its name is looked up by who shows it. */
public final class ReferenceType extends FieldType<UUID> {

    private final String target;
    private final @Nullable String inverse;

    /**
     * @param target the plural of the type it points at
     * @param inverse the name of the relation that leads back, or null for one made from the types' names
     */
    public ReferenceType(String target, @Nullable String inverse) {
        this.target = target;
        this.inverse = inverse;
    }

    public String target() {
        return target;
    }

    public @Nullable String inverse() {
        return inverse;
    }

    @Override
    public String key() {
        return "reference";
    }

    @Override
    public Class<UUID> javaType() {
        return UUID.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName) + (isStamp(fieldName) ? "" : "_id"), "uuid"));
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

    /** An id, or an object with at least an id, such as the API itself writes. */
    @Override
    public UUID fromJson(JsonNode json) {
        if (json.isObject()) {
            JsonNode id = json.get("id");
            JsonNode type = json.get("type");
            if (id == null
                    || (type != null && !(type.isString() && type.stringValue().equals(target)))) {
                throw new InvalidValue("not-a-reference", target);
            }
            return id(id);
        }
        return id(json);
    }

    @Override
    public JsonNode toJson(UUID value) {
        return Json.NODES.stringNode(value.toString());
    }

    @Override
    public UUID fromText(String text, TextInput input) {
        return UuidType.parse(text.strip());
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

    private static UUID id(JsonNode json) {
        if (!json.isString()) {
            throw new InvalidValue("not-a-reference");
        }
        return UuidType.parse(json.stringValue());
    }

    /** {@code createdBy} and {@code updatedBy} are columns without {@code _id}. */
    private static boolean isStamp(String fieldName) {
        return fieldName.equals("createdBy") || fieldName.equals("updatedBy");
    }
}
