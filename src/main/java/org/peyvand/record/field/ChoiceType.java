package org.peyvand.record.field;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One of a list, stored by key. An open list takes any new word; a closed one refuses what is not on it. Text may name an
 * option by its key or by a label it carries.
 */
public final class ChoiceType extends FieldType<String> {

    private final List<Option> options;
    private final boolean open;

    private ChoiceType(List<Option> options, boolean open) {
        this.options = List.copyOf(options);
        this.open = open;
    }

    public static ChoiceType closed(String... keys) {
        return new ChoiceType(Arrays.stream(keys).map(Option::of).toList(), false);
    }

    public static ChoiceType open(String... keys) {
        return new ChoiceType(Arrays.stream(keys).map(Option::of).toList(), true);
    }

    public static ChoiceType of(List<Option> options, boolean open) {
        return new ChoiceType(options, open);
    }

    public List<Option> options() {
        return options;
    }

    /** Whether values beyond the listed options are taken. */
    public boolean isOpen() {
        return open;
    }

    @Override
    public String key() {
        return "choice";
    }

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "text"));
    }

    @Override
    public Set<Operator> operators() {
        return Operator.TEXTUAL;
    }

    @Override
    public @Nullable String fromCells(List<@Nullable Object> cells) {
        return (String) cells.getFirst();
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable String value) {
        return ScalarType.cell(value);
    }

    @Override
    public String fromJson(JsonNode json) {
        if (!json.isString()) {
            throw new InvalidValue("not-text");
        }
        return onTheList(options, open, json.stringValue());
    }

    @Override
    public JsonNode toJson(String value) {
        return JsonNodeFactory.instance.stringNode(value);
    }

    @Override
    public String fromText(String text, TextInput input) {
        return onTheList(options, open, text);
    }

    @Override
    public String toText(String value) {
        return value;
    }

    @Override
    public String display(String value, Presentation presentation) {
        return value;
    }

    @Override
    public Object operand(Operator operator, JsonNode json) {
        return Json.words(json, TextType.LONGEST);
    }

    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        return operator == Operator.EQ || operator == Operator.IN
                ? ScalarType.compare(operator, columns.getFirst(), operands)
                : ScalarType.compareFolded(operator, columns.getFirst(), operands);
    }

    /** The key that a word means: the key itself, or an option whose label it is, in any spelling. */
    static String onTheList(List<Option> options, boolean open, String word) {
        String clean = Json.words(word, TextType.LONGEST);
        for (Option option : options) {
            if (option.key().equals(clean)) {
                return clean;
            }
        }
        String folded = PersianText.searchText(clean);
        for (Option option : options) {
            if (isCalled(option.key(), folded) || isCalled(option.fa(), folded) || isCalled(option.en(), folded)) {
                return option.key();
            }
        }
        if (open) {
            return clean;
        }
        throw new InvalidValue("not-an-option", clean);
    }

    private static boolean isCalled(@Nullable String name, String folded) {
        return name != null && PersianText.searchText(name).equals(folded);
    }
}
