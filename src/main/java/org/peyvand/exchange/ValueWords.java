package org.peyvand.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;
import org.peyvand.record.Refusal;
import tools.jackson.databind.JsonNode;

/** What is to be written instead of what stands in the file, by field or column; empty means nothing is. */
record ValueWords(Map<String, Map<String, String>> byName) {

    static ValueWords read(@Nullable JsonNode json) {
        Map<String, Map<String, String>> byName = new HashMap<>();
        if (json == null || json.isNull()) {
            return new ValueWords(byName);
        }
        if (!json.isObject()) {
            throw new Refusal.Malformed("bad-values");
        }
        for (String name : json.propertyNames()) {
            JsonNode pairs = json.get(name);
            if (!pairs.isObject()) {
                throw new Refusal.Malformed("bad-values");
            }
            Map<String, String> words = new HashMap<>();
            pairs.propertyNames().forEach(from -> words.put(PersianText.searchText(from), words(pairs.get(from))));
            byName.put(name, words);
        }
        return new ValueWords(byName);
    }

    /** Checks that every name is a column or the field that one fills. */
    void check(Mapping mapping) {
        for (String name : byName.keySet()) {
            boolean known = mapping.header().contains(name)
                    || mapping.targets().stream()
                            .anyMatch(target -> target instanceof Target.Into into
                                    && into.field().name().equals(name));
            if (!known) {
                throw new Refusal.Malformed("unknown-field", name);
            }
        }
    }

    /** What to write for a value of a column, if it was said. */
    Optional<String> instead(String column, String field, String value) {
        for (String name : List.of(field, column)) {
            Map<String, String> words = byName.get(name);
            String found = words == null ? null : words.get(PersianText.searchText(value));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String words(JsonNode to) {
        if (to.isNull()) {
            return "";
        }
        if (to.isObject() && to.has("id")) {
            return to.get("id").asString();
        }
        if (to.isObject() || to.isArray()) {
            throw new Refusal.Malformed("bad-values");
        }
        return to.asString();
    }
}
