package org.peyvand.record.query;

import java.util.List;
import java.util.UUID;
import org.peyvand.locale.RelativePeriod;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition.And;
import org.peyvand.record.query.Condition.Compare;
import org.peyvand.record.query.Condition.Has;
import org.peyvand.record.query.Condition.Me;
import org.peyvand.record.query.Condition.MyTeams;
import org.peyvand.record.query.Condition.Not;
import org.peyvand.record.query.Condition.Or;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a {@link Condition} as {@link FilterParser} reads it. */
final class FilterWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FilterWriter() {}

    static JsonNode write(Condition condition) {
        ObjectNode json = NODES.objectNode();
        switch (condition) {
            case And and when and.parts().isEmpty() -> {}
            case And and -> json.set("and", parts(and.parts()));
            case Or or -> json.set("or", parts(or.parts()));
            case Not not -> json.set("not", write(not.part()));
            case Has has -> relation(has, json);
            case Compare compare -> comparison(compare, json);
        }
        return json;
    }

    private static ArrayNode parts(List<Condition> parts) {
        ArrayNode array = NODES.arrayNode();
        parts.forEach(part -> array.add(write(part)));
        return array;
    }

    private static void relation(Has has, ObjectNode json) {
        json.put("has", has.relation().name());
        if (has.where() != null) {
            json.set("where", write(has.where()));
        }
        Integer most = has.most();
        if (has.least() == 1 && most == null) {
            return;
        }
        ObjectNode count = json.putObject("count");
        if (most == null || has.least() > 0) {
            count.put("ge", has.least());
        }
        if (most != null) {
            count.put(most < 0 ? "lt" : "le", Math.max(most, 0));
        }
    }

    private static void comparison(Compare compare, ObjectNode json) {
        Operator operator = compare.operator();
        json.put("field", compare.path().toString());
        json.put("op", operator.key());
        List<JsonNode> values = compare.operands().stream()
                .map(each -> operand(compare.path().field().type(), each))
                .toList();
        switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> {}
            case EQ, NE, LT, LE, GT, GE, CONTAINS, STARTS_WITH, ENDS_WITH, WITHIN ->
                json.set("value", values.getFirst());
            case BETWEEN, IN, NOT_IN, HAS_ANY, HAS_ALL, HAS_NONE ->
                json.set("value", NODES.arrayNode().addAll(values));
        }
    }

    private static JsonNode operand(FieldType<?> type, Object operand) {
        return switch (operand) {
            case Me me -> NODES.stringNode("me");
            case MyTeams mine -> NODES.stringNode(mine.home() ? "myTeam" : "myTeams");
            case RelativePeriod period -> NODES.stringNode(period.key());
            case String text -> NODES.stringNode(text);
            case UUID id -> NODES.stringNode(id.toString());
            default -> value(type, operand);
        };
    }

    @SuppressWarnings("unchecked")
    private static <T> JsonNode value(FieldType<T> type, Object operand) {
        return type.toJson((T) operand);
    }
}
