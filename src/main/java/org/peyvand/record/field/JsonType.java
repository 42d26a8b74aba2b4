package org.peyvand.record.field;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;

/**
 * A structure that its own module reads and writes, such as the permissions of a role. It may be a filter of the records of
 * another type: then it tells names of fields and values, and is shown only to whoever could ask it.
 */
public final class JsonType extends FieldType<JsonNode> {

    private static final JsonNode HIDDEN = Json.NODES.objectNode().put("hidden", true);

    private final @Nullable String filtered;
    private final @Nullable String named;

    public JsonType() {
        this(null, null);
    }

    private JsonType(@Nullable String filtered, @Nullable String named) {
        this.filtered = filtered;
        this.named = named;
    }

    /** A filter over the type whose plural stands in the field of this name. */
    public static JsonType filterOf(String typeField) {
        return new JsonType(typeField, null);
    }

    /** A list of names of fields of the type whose plural stands in the field of this name. */
    public static JsonType namesOf(String typeField) {
        return new JsonType(null, typeField);
    }

    /** The field that names the type that this is a filter of, or null when it is none. */
    public @Nullable String filtered() {
        return filtered;
    }

    /** The field that names the type whose fields this lists, or null when it lists none. */
    public @Nullable String named() {
        return named;
    }

    /** What stands in the place of a filter that its reader may not ask. */
    public static JsonNode hidden() {
        return HIDDEN;
    }

    @Override
    public String key() {
        return "json";
    }

    @Override
    public Class<JsonNode> javaType() {
        return JsonNode.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "jsonb"));
    }

    @Override
    public Set<Operator> operators() {
        return Set.of(Operator.IS_EMPTY, Operator.IS_NOT_EMPTY);
    }

    @Override
    public @Nullable JsonNode fromCells(List<@Nullable Object> cells) {
        return cells.getFirst() instanceof JSONB json ? Json.MAPPER.readTree(json.data()) : null;
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable JsonNode value) {
        return Collections.singletonList(value == null ? null : JSONB.valueOf(value.toString()));
    }

    @Override
    public JsonNode fromJson(JsonNode json) {
        return json;
    }

    @Override
    public JsonNode toJson(JsonNode value) {
        return value;
    }

    @Override
    public JsonNode fromText(String text, TextInput input) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (tools.jackson.core.JacksonException malformed) {
            throw new InvalidValue("not-json");
        }
    }

    @Override
    public String toText(JsonNode value) {
        return value.toString();
    }

    @Override
    public String display(JsonNode value, Presentation presentation) {
        return value.toString();
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
}
