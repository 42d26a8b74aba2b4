package org.peyvand.web.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.peyvand.record.field.Option;

/**
 * The colour of an option: the administrator's choice, else by what its key says in most types; others stay grey; and
 * the class of a tag's colour.
 */
public final class Tones {

    private static final Map<String, String> BY_COLOR =
            Map.of("gray", "", "teal", "acc", "green", "good", "amber", "warn", "red", "bad", "gold", "gold");

    private static final Map<String, String> BY_KEY = Map.ofEntries(
            Map.entry("won", "good"),
            Map.entry("done", "good"),
            Map.entry("held", "good"),
            Map.entry("answered", "good"),
            Map.entry("customer", "good"),
            Map.entry("converted", "good"),
            Map.entry("qualified", "acc"),
            Map.entry("new", "acc"),
            Map.entry("open", "acc"),
            Map.entry("working", "acc"),
            Map.entry("planned", "acc"),
            Map.entry("commit", "acc"),
            Map.entry("gold", "gold"),
            Map.entry("high", "warn"),
            Map.entry("noAnswer", "warn"),
            Map.entry("inactive", "warn"),
            Map.entry("lost", "bad"));

    private Tones() {}

    /** The class of a colour that somebody chose, such as {@code c-red}; empty for none. */
    public static String ofColour(String key) {
        return key.isEmpty() ? "" : "c-" + key;
    }

    /** The class of the style sheet for an option of the list; for a key that is not on it as its key suggests. */
    public static String of(List<Option> options, String key) {
        return options.stream()
                .filter(option -> option.key().equals(key))
                .map(Option::color)
                .filter(Objects::nonNull)
                .map(color -> BY_COLOR.getOrDefault(color, ""))
                .findFirst()
                .orElseGet(() -> of(key));
    }

    private static String of(String key) {
        return BY_KEY.getOrDefault(key, "");
    }
}
