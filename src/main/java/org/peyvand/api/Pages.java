package org.peyvand.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The envelope of a list. */
final class Pages {

    private Pages() {}

    static JsonNode write(ArrayNode data, @Nullable String next, int limit) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("data", data);
        ObjectNode page = answer.putObject("page");
        page.put("next", next);
        page.put("limit", limit);
        return answer;
    }

    static JsonNode data(ArrayNode data) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("data", data);
        return answer;
    }
}
