package org.peyvand.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An argument of a notice, kept so that each reader reads it in their own language, digits and calendar. */
public sealed interface Word {

    /** As it is, such as the name of a file. */
    record Text(String text) implements Word {}

    /** A number, in the reader's digits. */
    record Amount(long number) implements Word {}

    /** A moment, in the reader's calendar and zone. */
    record Moment(Instant at) implements Word {}

    /** A key of the message bundles. */
    record Key(String key) implements Word {}

    /** What many records of a type are called. */
    record TypeName(String plural) implements Word {}

    /** The labels of those fields that the reader may see. */
    record FieldNames(String plural, List<String> names) implements Word {}

    private static JsonNode json(Word word) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return switch (word) {
            case Text text -> json.put("text", text.text());
            case Amount amount -> json.put("amount", amount.number());
            case Moment moment -> json.put("at", moment.at().toString());
            case Key key -> json.put("key", key.key());
            case TypeName type -> json.put("type", type.plural());
            case FieldNames fields -> {
                ArrayNode names = json.put("of", fields.plural()).putArray("fields");
                fields.names().forEach(names::add);
                yield json;
            }
        };
    }

    private static Word word(JsonNode json) {
        if (json.has("amount")) {
            return new Amount(json.get("amount").longValue());
        }
        if (json.has("at")) {
            return new Moment(Instant.parse(json.get("at").stringValue()));
        }
        if (json.has("key")) {
            return new Key(json.get("key").stringValue());
        }
        if (json.has("type")) {
            return new TypeName(json.get("type").stringValue());
        }
        if (json.has("fields")) {
            List<String> names = new ArrayList<>();
            json.get("fields").forEach(each -> names.add(each.stringValue()));
            return new FieldNames(json.get("of").stringValue(), names);
        }
        return new Text(json.path("text").asString(""));
    }

    /** As they are stored with a notice. */
    static ArrayNode write(List<Word> words) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        words.forEach(each -> array.add(json(each)));
        return array;
    }

    static List<Word> read(JsonNode array) {
        List<Word> words = new ArrayList<>();
        array.forEach(each -> words.add(word(each)));
        return words;
    }
}
