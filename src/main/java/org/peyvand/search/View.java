package org.peyvand.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A saved view as one reader sees it.
 *
 * @param kind {@code table}, {@code board} or {@code calendar}
 * @param filter as the API takes it, or null
 * @param columns names of fields, empty for the type's own
 * @param density {@code normal} or {@code compact}, or null for the reader's own
 * @param scope who sees it: {@code mine}, {@code team} or {@code everyone}
 * @param usable whether the reader may ask what it asks
 * @param changeable whether the reader may change it
 */
public record View(
        UUID id,
        int version,
        String name,
        String kind,
        @Nullable JsonNode filter,
        @Nullable String words,
        @Nullable String sort,
        List<String> columns,
        @Nullable String density,
        String scope,
        boolean usable,
        boolean changeable) {}
