package org.peyvand.record.field;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import org.peyvand.record.RecordRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A record of any type, such as what a task is about. Filters compare by id. */
public final class AnyReferenceType extends FieldType<RecordRef> {

    @Override
    public String key() {
        return "anyReference";
    }

    @Override
    public Class<RecordRef> javaType() {
        return RecordRef.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        String name = Column.snake(fieldName);
        return List.of(Column.of(name + "_id", "uuid"), Column.of(name + "_type", "text"));
    }

    @Override
    public Set<Operator> operators() {
        return Operator.BASIC;
    }

    @Override
    public @Nullable RecordRef fromCells(List<@Nullable Object> cells) {
        return cells.get(0) instanceof UUID id && cells.get(1) instanceof String type ? new RecordRef(type, id) : null;
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable RecordRef value) {
        return value == null ? Collections.nCopies(2, null) : Arrays.asList(value.id(), value.type());
    }

    @Override
    public RecordRef fromJson(JsonNode json) {
        if (json.isObject()
                && json.get("type") instanceof JsonNode type
                && type.isString()
                && json.get("id") instanceof JsonNode id
                && id.isString()) {
            return new RecordRef(type.stringValue(), UuidType.parse(id.stringValue()));
        }
        throw new InvalidValue("not-a-reference");
    }

    @Override
    public JsonNode toJson(RecordRef value) {
        ObjectNode json = Json.NODES.objectNode();
        json.put("type", value.type());
        json.put("id", value.id().toString());
        return json;
    }

    @Override
    public RecordRef fromText(String text, TextInput input) {
        return parse(text);
    }

    /** Reads {@code accounts/<id>}. */
    public static RecordRef parse(String text) {
        String[] parts = text.strip().split("/", 2);
        if (parts.length != 2) {
            throw new InvalidValue("not-a-reference");
        }
        return new RecordRef(parts[0], UuidType.parse(parts[1]));
    }

    @Override
    public String toText(RecordRef value) {
        return value.type() + "/" + value.id();
    }

    @Override
    public String display(RecordRef value, Presentation presentation) {
        return toText(value);
    }

    @Override
    public Object operand(Operator operator, JsonNode json) {
        return json.isObject() ? fromJson(json).id() : UuidType.parse(json.isString() ? json.stringValue() : "");
    }

    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        return ScalarType.compare(operator, columns.getFirst(), operands);
    }

    @Override
    public boolean sortable() {
        return false;
    }

    @Override
    public boolean forOwnFields() {
        return false;
    }
}
