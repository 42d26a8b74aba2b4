package org.peyvand.record.field;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** One line of words. Filters fold spelling; sorting follows the Persian alphabet. */
public final class TextType extends WordsType {

    static final int LONGEST = 1_000;

    @Override
    public String key() {
        return "text";
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.words(Column.snake(fieldName)));
    }

    @Override
    public String fromJson(JsonNode json) {
        return line(Json.words(json, LONGEST));
    }

    @Override
    public String fromText(String text, TextInput input) {
        return line(Json.words(text, LONGEST));
    }

    private static String line(String words) {
        return words.indexOf('\n') < 0 && words.indexOf('\r') < 0 ? words : words.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
