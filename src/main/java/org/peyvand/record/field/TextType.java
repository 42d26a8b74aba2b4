package org.peyvand.record.field;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One line of words. Filters fold spelling; sorting follows the Persian alphabet. */
public final class TextType extends WordsType {

    static final int LONGEST = 1_000;

    private final @Nullable String sorted;

    public TextType() {
        this(null);
    }

    private TextType(@Nullable String sorted) {
        this.sorted = sorted;
    }

    /**
     * An order of the records of the type whose plural stands in the field of this name: it tells names of fields, so that a
     * reader is shown what they could ask, and nobody searches in it.
     */
    public static TextType sortOf(String typeField) {
        return new TextType(typeField);
    }

    /** The field that names the type that this is an order of, or null when it is none. */
    public @Nullable String sorted() {
        return sorted;
    }

    @Override
    public Set<Operator> operators() {
        return sorted == null ? super.operators() : Set.of(Operator.IS_EMPTY, Operator.IS_NOT_EMPTY);
    }

    @Override
    public boolean sortable() {
        return sorted == null && super.sortable();
    }

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
