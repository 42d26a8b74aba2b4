package org.peyvand.record.query;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.JsonType;
import org.peyvand.record.field.TextType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Values that speak of the records of another type, as a saved view does: a filter, an order, the names of columns. They tell
 * names of fields, and a reader is shown no more of them than they could ask themselves.
 */
final class OfAnotherType {

    private OfAnotherType() {}

    /** The field that names the other type; null for ordinary values. */
    static @Nullable String named(FieldType<?> type) {
        return switch (type) {
            case JsonType json -> json.filtered() != null ? json.filtered() : json.named();
            case TextType text -> text.sorted();
            default -> null;
        };
    }

    /** What is left of a value for the reader, or null. */
    static @Nullable Object shown(Sight sight, FieldType<?> type, @Nullable Object plural, Object value) {
        return switch (value) {
            case JsonNode filter
            when type instanceof JsonType json && json.filtered() != null ->
                sight.asks(plural, filter) ? filter : JsonType.hidden();
            case JsonNode names -> names(sight, seen(sight, plural), names);
            case String order -> order(sight, seen(sight, plural), order);
            default -> value;
        };
    }

    private static @Nullable RecordType seen(Sight sight, @Nullable Object plural) {
        return sight.model()
                .find(String.valueOf(plural))
                .filter(type -> !(sight.reach(type) instanceof Reach.None))
                .orElse(null);
    }

    private static @Nullable JsonNode names(Sight sight, @Nullable RecordType type, JsonNode names) {
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        for (JsonNode name : names) {
            if (type != null
                    && type.find(name.asString(""))
                            .filter(field -> sight.reads(type, field))
                            .isPresent()) {
                left.add(name);
            }
        }
        return left.isEmpty() ? null : left;
    }

    private static @Nullable String order(Sight sight, @Nullable RecordType type, String order) {
        String left = type == null
                ? ""
                : Arrays.stream(order.split(","))
                        .filter(term -> sorts(sight, type, term))
                        .collect(Collectors.joining(","));
        return left.isEmpty() ? null : left;
    }

    private static boolean sorts(Sight sight, RecordType type, String term) {
        try {
            return !new PathParser(sight).sorts(type, term).isEmpty();
        } catch (Refusal.Malformed _) {
            return false;
        }
    }
}
