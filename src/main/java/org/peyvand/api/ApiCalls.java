package org.peyvand.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Extension point: the calls that a feature adds to the API, so that OpenAPI tells of them. */
public interface ApiCalls {

    List<Call> calls();

    /**
     * One call.
     *
     * @param method in lower case
     * @param path below {@code /api/v1}
     * @param operation its identifier, unique
     * @param status of a good answer
     * @param queries the query parameters it takes
     * @param mediaType of an answer that is no JSON, else null
     */
    record Call(
            String method,
            String path,
            String operation,
            String summary,
            String status,
            List<String> queries,
            @Nullable String mediaType) {

        public static Call of(String method, String path, String operation, String summary, String status) {
            return new Call(method, path, operation, summary, status, List.of(), null);
        }

        public Call taking(String... parameters) {
            return new Call(method, path, operation, summary, status, List.of(parameters), mediaType);
        }

        /** Answers something else than JSON. */
        public Call answering(String other) {
            return new Call(method, path, operation, summary, status, queries, other);
        }
    }
}
