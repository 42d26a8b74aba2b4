package org.peyvand.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes requests that are nearly right: sound here, odd there, from the description of the API and one source of chance. */
final class OddRequests {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "name",
            "-createdAt",
            "owner.team.name",
            "stage:month",
            "count,sum:amount",
            "only",
            "version",
            "false",
            "1",
            "0",
            "-1",
            "99999999999999999999",
            "1e9",
            "NaN",
            "'",
            "\"",
            "\\",
            ";--",
            "' or 1=1--",
            "1; select pg_sleep(3)",
            "${7*7}",
            "{{7*7}}",
            "../../etc/passwd",
            "\u0000",
            "\ud83d\ude00",
            "\u202e\u200c",
            "%",
            "_",
            "۱۴۰۵/۹/۱",
            "2026-02-30",
            "سلام",
            "a".repeat(300),
            "{",
            "[]",
            "{\"and\": []}",
            "{\"field\": \"id\", \"op\": \"in\", \"value\": []}",
            "{\"field\": \"name\", \"op\": \"contains\", \"value\": \"%\"}",
            "{\"field\": \"createdAt\", \"op\": \"within\", \"value\": \"last-99999999999-days\"}",
            "{\"has\": \"owner\", \"where\": {\"has\": \"team\"}, \"count\": {\"ge\": 1e30}}",
            "{\"not\": {\"field\": \"owner\", \"op\": \"eq\", \"value\": \"me\"}}");

    private static final List<String> NAMES = List.of(
            "id",
            "version",
            "name",
            "owner",
            "tags",
            "externalKeys",
            "emails",
            "phones",
            "amount",
            "filter",
            "ids",
            "set",
            "expectedCount",
            "create",
            "update",
            "upsert",
            "by",
            "type",
            "label",
            "options",
            "roles",
            "types",
            "fields",
            "format",
            "safe",
            "password",
            "writable",
            "expiresAt",
            "deleted",
            "nothing",
            "__proto__");

    private final Random random;
    private List<String> ids = List.of();

    OddRequests(Random random) {
        this.random = random;
    }

    /** One call as the description tells it. */
    record Call(String method, String path, List<String> queries, JsonNode body, JsonNode document) {}

    /** One request to send. */
    record Request(String method, String path, String body, byte[] bytes, boolean upload) {

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    /** Every call of the description. */
    static List<Call> calls(JsonNode document) {
        List<Call> calls = new ArrayList<>();
        document.path("paths").properties().forEach(path -> {
            for (String method : METHODS) {
                JsonNode call = path.getValue().path(method);
                if (call.isObject() && !isStream(call)) {
                    List<String> queries = new ArrayList<>();
                    for (JsonNode parameter : call.path("parameters")) {
                        if (parameter.path("in").asString().equals("query")) {
                            queries.add(parameter.path("name").asString());
                        }
                    }
                    calls.add(new Call(
                            method.toUpperCase(Locale.ROOT),
                            path.getKey(),
                            queries,
                            call.path("requestBody").path("content"),
                            document));
                }
            }
        });
        return calls;
    }

    /** What never ends on its own cannot be waited for. */
    private static boolean isStream(JsonNode call) {
        return call.path("responses").path("200").path("content").has("text/event-stream");
    }

    /** Tells which records there are, so that some requests find one. */
    void knows(List<String> someIds) {
        ids = someIds;
    }

    Request request(Call call) {
        StringBuilder path = new StringBuilder();
        for (String part : call.path().split("/")) {
            if (!part.isEmpty()) {
                path.append('/').append(part.startsWith("{") ? encoded(place(part)) : part);
            }
        }
        char joint = '?';
        for (String query : call.queries()) {
            if (random.nextInt(3) == 0) {
                path.append(joint).append(query).append('=').append(encoded(one(TEXTS)));
                joint = '&';
            }
        }
        if (call.body().has("multipart/form-data")) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            return new Request(call.method(), path.toString(), one(TEXTS), bytes, true);
        }
        JsonNode schema = call.body().path("application/json").path("schema");
        String body = schema.isMissingNode() ? "" : body(call, schema);
        return new Request(call.method(), path.toString(), body, new byte[0], false);
    }

    private String place(String part) {
        return switch (part) {
            case "{id}", "{grantee}", "{token}" ->
                random.nextInt(4) == 0 || ids.isEmpty()
                        ? one(List.of("x", "0", ids.isEmpty() ? "y" : "0190aaaa-0000-7000-8000-000000000000"))
                        : one(ids);
            case "{type}" -> one(List.of("accounts", "tags", "users", "nothing"));
            case "{field}", "{name}" -> one(List.of("code", "name", "externalKeys.erp", "x_a", "nothing"));
            default -> blankless(one(TEXTS));
        };
    }

    private static String blankless(String text) {
        return text.isBlank() ? "x" : text;
    }

    private String body(Call call, JsonNode schema) {
        return switch (random.nextInt(12)) {
            case 0 -> one(TEXTS);
            case 1 -> any(0).toString();
            default -> of(call, schema, 0).toString();
        };
    }

    private JsonNode of(Call call, JsonNode schema, int depth) {
        String ref = schema.path("$ref").asString("");
        if (!ref.isEmpty()) {
            return of(call, call.document().at(ref.substring(1)), depth);
        }
        JsonNode properties = schema.path("properties");
        if (depth > 4 || random.nextInt(5) == 0) {
            return any(depth);
        }
        if (schema.path("type").asString("").equals("array")) {
            ArrayNode array = NODES.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                array.add(of(call, schema.path("items"), depth + 1));
            }
            return array;
        }
        if (properties.isEmpty()) {
            return any(depth);
        }
        ObjectNode object = NODES.objectNode();
        List<String> names = List.copyOf(properties.propertyNames());
        for (int i = random.nextInt(5); i >= 0; i--) {
            String name = one(names);
            object.set(name, of(call, properties.path(name), depth + 1));
        }
        return object;
    }

    private JsonNode any(int depth) {
        return switch (random.nextInt(depth > 4 ? 6 : 8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(new java.math.BigDecimal("1e" + (random.nextInt(600) - 300)));
            case 4, 5 -> NODES.stringNode(random.nextBoolean() || ids.isEmpty() ? one(TEXTS) : one(ids));
            case 6 -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(any(depth + 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = NODES.objectNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    object.set(one(NAMES), any(depth + 1));
                }
                yield object;
            }
        };
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
