package org.peyvand.record.field;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All postal addresses of somebody. */
public final class AddressesType extends FieldType<List<Address>> {

    private static final int MOST = 50;
    private static final Set<String> PARTS =
            Set.of("type", "country", "province", "city", "district", "street", "plaque", "unit", "postalCode");
    private static final Set<Operator> OPERATORS = Set.of(Operator.CONTAINS, Operator.IS_EMPTY, Operator.IS_NOT_EMPTY);

    @Override
    public String key() {
        return "addresses";
    }

    @Override
    public Class<List> javaType() {
        return List.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "jsonb"));
    }

    @Override
    public Set<Operator> operators() {
        return OPERATORS;
    }

    @Override
    public @Nullable List<Address> fromCells(List<@Nullable Object> cells) {
        return cells.getFirst() instanceof JSONB json ? read(Json.MAPPER.readTree(json.data())) : null;
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable List<Address> value) {
        return Collections.singletonList(
                value == null || value.isEmpty()
                        ? null
                        : JSONB.valueOf(toJson(value).toString()));
    }

    @Override
    public List<Address> fromJson(JsonNode json) {
        if (!json.isArray()) {
            throw new InvalidValue("not-a-list");
        }
        if (json.size() > MOST) {
            throw new InvalidValue("too-many", Integer.toString(MOST));
        }
        for (JsonNode each : json) {
            if (!each.isObject() || !PARTS.containsAll(each.propertyNames())) {
                throw new InvalidValue("not-an-address");
            }
        }
        return read(json);
    }

    @Override
    public JsonNode toJson(List<Address> value) {
        ArrayNode array = Json.NODES.arrayNode();
        for (Address address : value) {
            ObjectNode json = array.addObject();
            json.put("type", address.type());
            put(json, "country", address.country());
            put(json, "province", address.province());
            put(json, "city", address.city());
            put(json, "district", address.district());
            put(json, "street", address.street());
            put(json, "plaque", address.plaque());
            put(json, "unit", address.unit());
            put(json, "postalCode", address.postalCode());
        }
        return array;
    }

    /** JSON as the API writes it, or one free line that becomes the street of a main address. */
    @Override
    public List<Address> fromText(String text, TextInput input) {
        return text.stripLeading().startsWith("[")
                ? fromJson(Json.read(text, "not-an-address"))
                : List.of(new Address("main", null, null, null, null, Json.words(text, 1_000), null, null, null));
    }

    @Override
    public String toText(List<Address> value) {
        return toJson(value).toString();
    }

    @Override
    public String display(List<Address> value, Presentation presentation) {
        return value.stream().map(Address::line).collect(Collectors.joining("؛ "));
    }

    @Override
    public Object operand(Operator operator, JsonNode json) {
        return Json.words(json, 1_000);
    }

    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        return DSL.condition(
                "exists (select 1 from jsonb_array_elements({0}) entry, jsonb_each_text(entry) part"
                        + " where part.key <> 'type' and search_text(part.value) like {1})",
                columns.getFirst(),
                DSL.val("%" + ScalarType.escape(PersianText.searchText((String) operands.getFirst())) + "%"));
    }

    @Override
    public boolean sortable() {
        return false;
    }

    @Override
    public boolean forOwnFields() {
        return false;
    }

    private static List<Address> read(JsonNode json) {
        List<Address> addresses = new ArrayList<>(json.size());
        for (JsonNode each : json) {
            String type = Json.optional(each, "type", 30);
            Address address = new Address(
                    type == null ? "main" : type,
                    Json.optional(each, "country", 100),
                    Json.optional(each, "province", 100),
                    Json.optional(each, "city", 100),
                    Json.optional(each, "district", 200),
                    Json.optional(each, "street", 1_000),
                    Json.optional(each, "plaque", 50),
                    Json.optional(each, "unit", 50),
                    Json.optional(each, "postalCode", 20));
            addresses.add(address);
        }
        return List.copyOf(addresses);
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
