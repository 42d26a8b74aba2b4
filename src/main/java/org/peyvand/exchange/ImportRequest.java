package org.peyvand.exchange;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody wants imported, in the words of the API.
 *
 * @param type the plural of the records' type
 * @param file a stored file of the actor
 * @param mapping column to field, null to leave it out, or {@code {"newField": …}}; what it does not name is guessed
 * @param values field to {value in the file: value to write}
 * @param options see {@link ImportOptions}
 */
public record ImportRequest(
        String type,
        UUID file,
        @Nullable JsonNode mapping,
        @Nullable JsonNode values,
        @Nullable JsonNode options) {}
