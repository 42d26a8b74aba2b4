package org.peyvand.web.exchange;

import org.jspecify.annotations.Nullable;
import org.peyvand.record.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which records of a list, in which order, as parameters say it; each is empty where nothing is said.
 *
 * @param filter as the API takes it
 * @param q words, as lists take them
 */
public record Narrowing(
        @Nullable String filter,
        @Nullable String q,
        @Nullable String sort) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws Refusal.Malformed when the filter is no JSON */
    @Nullable
    JsonNode condition() {
        String given = orNull(filter);
        if (given == null) {
            return null;
        }
        try {
            return JSON.readTree(given);
        } catch (JacksonException malformed) {
            throw new Refusal.Malformed("not-json");
        }
    }

    @Nullable
    String words() {
        return orNull(q);
    }

    @Nullable
    String order() {
        return orNull(sort);
    }

    /** Whether it leaves less than all. */
    public boolean isNarrow() {
        return orNull(filter) != null || words() != null;
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
