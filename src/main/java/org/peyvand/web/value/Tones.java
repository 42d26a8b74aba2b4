package org.peyvand.web.value;

import java.util.Map;

/** The colour of an option by what its key says in most types; others stay grey. */
final class Tones {

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

    static String of(String key) {
        return BY_KEY.getOrDefault(key, "");
    }
}
