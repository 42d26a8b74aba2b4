package org.peyvand.record.field;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What other systems call a record, by system; kept in a table of its own that the gates read and write. A draft names only
 * the systems it alters; an empty key takes the standing one away.
 */
public final class ExternalKeysType extends FieldType<Map<String, String>> {

    private static final String SYSTEM = "[A-Za-z][A-Za-z0-9_.-]{0,49}";

    @Override
    public String key() {
        return "externalKeys";
    }

    @Override
    public Class<Map> javaType() {
        return Map.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of();
    }

    @Override
    public Set<Operator> operators() {
        return Set.of(Operator.IS_EMPTY, Operator.IS_NOT_EMPTY);
    }

    @Override
    public @Nullable Map<String, String> fromCells(List<@Nullable Object> cells) {
        throw new IllegalStateException("external keys have no columns");
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable Map<String, String> value) {
        return List.of();
    }

    @Override
    public Map<String, String> fromJson(JsonNode json) {
        if (!json.isObject()) {
            throw new InvalidValue("not-external-keys");
        }
        Map<String, String> keys = new TreeMap<>();
        for (String system : json.propertyNames()) {
            String key = Json.optional(json, system, 200);
            if (!system.matches(SYSTEM)) {
                throw new InvalidValue("not-external-keys");
            }
            keys.put(system, key == null ? "" : key);
        }
        return Map.copyOf(keys);
    }

    @Override
    public JsonNode toJson(Map<String, String> value) {
        ObjectNode json = Json.NODES.objectNode();
        new TreeMap<>(value).forEach(json::put);
        return json;
    }

    @Override
    public Map<String, String> fromText(String text, TextInput input) {
        return fromJson(Json.read(text, "not-external-keys"));
    }

    @Override
    public String toText(Map<String, String> value) {
        return toJson(value).toString();
    }

    @Override
    public String display(Map<String, String> value, Presentation presentation) {
        StringBuilder out = new StringBuilder();
        new TreeMap<>(value)
                .forEach((system, key) -> out.append(out.isEmpty() ? "" : "، ")
                        .append(system)
                        .append(": ")
                        .append(key));
        return out.toString();
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
