package org.peyvand.record.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The tags of a record, by name; they live in a table of their own, and the gates read, write and compare them there. */
public final class TagsType extends FieldType<List<String>> {

    private static final int MOST = 100;

    @Override
    public String key() {
        return "tags";
    }

    @Override
    public Class<List> javaType() {
        return List.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of();
    }

    @Override
    public Set<Operator> operators() {
        return Operator.LISTED;
    }

    @Override
    public @Nullable List<String> fromCells(List<@Nullable Object> cells) {
        throw new IllegalStateException("tags have no columns");
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable List<String> value) {
        return List.of();
    }

    @Override
    public List<String> fromJson(JsonNode json) {
        if (!json.isArray()) {
            throw new InvalidValue("not-a-list");
        }
        List<String> names = new ArrayList<>();
        json.forEach(each -> names.add(Json.words(each, 100)));
        return tidy(names);
    }

    @Override
    public JsonNode toJson(List<String> value) {
        ArrayNode array = Json.NODES.arrayNode();
        value.forEach(array::add);
        return array;
    }

    @Override
    public List<String> fromText(String text, TextInput input) {
        return tidy(ListedWords.read(text).stream()
                .map(name -> Json.words(name, 100))
                .toList());
    }

    @Override
    public String toText(List<String> value) {
        return ListedWords.write(value);
    }

    @Override
    public String display(List<String> value, Presentation presentation) {
        return String.join("، ", value);
    }

    @Override
    public Object operand(Operator operator, JsonNode json) {
        return Json.words(json, 100);
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

    private static List<String> tidy(List<String> names) {
        List<String> tidy = names.stream()
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (tidy.size() > MOST) {
            throw new InvalidValue("too-many", Integer.toString(MOST));
        }
        return tidy;
    }
}
