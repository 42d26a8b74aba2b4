package org.peyvand.record.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Several of a closed list, in the order in which they were given. */
public final class MultiChoiceType extends FieldType<List<String>> {

    private final List<Option> options;

    public MultiChoiceType(List<Option> options) {
        this.options = List.copyOf(options);
    }

    public List<Option> options() {
        return options;
    }

    @Override
    public String key() {
        return "multiChoice";
    }

    @Override
    public Class<List> javaType() {
        return List.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "text[]"));
    }

    @Override
    public Set<Operator> operators() {
        return Operator.LISTED;
    }

    @Override
    public @Nullable List<String> fromCells(List<@Nullable Object> cells) {
        return switch (cells.getFirst()) {
            case null -> null;
            case Object[] keys -> Arrays.stream(keys).map(String.class::cast).toList();
            case Object other -> throw new IllegalStateException("not an array: " + other);
        };
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable List<String> value) {
        return Collections.singletonList(value == null ? null : value.toArray(String[]::new));
    }

    @Override
    public List<String> fromJson(JsonNode json) {
        if (!json.isArray()) {
            throw new InvalidValue("not-a-list");
        }
        List<String> keys = new ArrayList<>();
        json.forEach(each -> keys.add(option(each)));
        return keys.stream().distinct().toList();
    }

    @Override
    public JsonNode toJson(List<String> value) {
        ArrayNode array = Json.NODES.arrayNode();
        value.forEach(array::add);
        return array;
    }

    @Override
    public List<String> fromText(String text, TextInput input) {
        return ListedWords.read(text).stream()
                .map(word -> ChoiceType.onTheList(options, false, word))
                .distinct()
                .toList();
    }

    @Override
    public String toText(List<String> value) {
        return ListedWords.write(value);
    }

    @Override
    public String display(List<String> value, Presentation presentation) {
        return String.join("، ", value);
    }

    /** One key, or a list of keys of which the operator asks any, all or none. */
    @Override
    public Object operand(Operator operator, JsonNode json) {
        return option(json);
    }

    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        String[] wanted = operands.stream().map(String.class::cast).toArray(String[]::new);
        return switch (operator) {
            case HAS_ANY -> DSL.condition("{0} && {1}::text[]", columns.getFirst(), DSL.val(wanted));
            case HAS_ALL -> DSL.condition("{0} @> {1}::text[]", columns.getFirst(), DSL.val(wanted));
            case EQ,
                    NE,
                    LT,
                    LE,
                    GT,
                    GE,
                    BETWEEN,
                    IN,
                    NOT_IN,
                    CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH,
                    IS_EMPTY,
                    IS_NOT_EMPTY,
                    HAS_NONE,
                    WITHIN -> throw ScalarType.unsupported(operator);
        };
    }

    @Override
    public Condition isNotEmpty(List<org.jooq.Field<?>> columns) {
        return DSL.condition("cardinality({0}) > 0", columns.getFirst());
    }

    @Override
    public boolean sortable() {
        return false;
    }

    private String option(JsonNode json) {
        if (!json.isString()) {
            throw new InvalidValue("not-text");
        }
        return ChoiceType.onTheList(options, false, json.stringValue());
    }
}
