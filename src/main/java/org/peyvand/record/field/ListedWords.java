package org.peyvand.record.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Several words in one text: parted by semicolons or, when a word holds such a sign itself, a JSON list of them. */
public final class ListedWords {

    private static final Pattern PARTING = Pattern.compile("[;؛،\\n]");

    private ListedWords() {}

    /** The words, blank ones left out. */
    public static List<String> read(String text) {
        return text.stripLeading().startsWith("[") ? list(text) : parted(text);
    }

    /** As {@link #read} finds them again. */
    public static String write(List<String> words) {
        boolean plain = words.stream()
                .noneMatch(word ->
                        PARTING.matcher(word).find() || word.stripLeading().startsWith("["));
        if (plain) {
            return String.join(";", words);
        }
        ArrayNode list = Json.NODES.arrayNode();
        words.forEach(list::add);
        return list.toString();
    }

    private static List<String> list(String text) {
        try {
            JsonNode json = Json.MAPPER.readTree(text);
            if (!json.isArray() || !json.valueStream().allMatch(JsonNode::isString)) {
                return parted(text);
            }
            List<String> words = new ArrayList<>();
            json.forEach(each -> words.add(each.stringValue()));
            return words;
        } catch (JacksonException words) {
            return parted(text);
        }
    }

    private static List<String> parted(String text) {
        return Arrays.stream(PARTING.split(text))
                .filter(word -> !word.isBlank())
                .toList();
    }
}
