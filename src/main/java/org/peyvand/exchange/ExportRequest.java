package org.peyvand.exchange;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody wants exported, in the words of the API.
 *
 * @param type the plural of the records' type
 * @param filter which records, or null for all within reach
 * @param sort as lists take it, or null for the type's own order
 * @param fields which fields, or null for all that the actor may read
 * @param format {@code csv}
 * @param safe whether spreadsheets must find no formula in it; otherwise it imports back unchanged
 * @param labels the language of the column names, or null for the names of the fields
 */
public record ExportRequest(
        String type,
        @Nullable JsonNode filter,
        @Nullable String sort,
        @Nullable List<String> fields,
        String format,
        boolean safe,
        @Nullable Locale labels) {}
