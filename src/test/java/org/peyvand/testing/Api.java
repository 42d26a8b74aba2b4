package org.peyvand.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A program that calls the API over HTTP. Immutable. */
public final class Api {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String base;
    private final Map<String, String> headers;

    /** As the first administrator. */
    public static Api of(TestProgram program) {
        return of(program, TestProgram.TOKEN);
    }

    public static Api of(TestProgram program, String token) {
        return new Api(program.url() + "/api/v1", Map.of("Authorization", "Bearer " + token));
    }

    private Api(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(base, more);
    }

    /** An answer: its status, headers and body; a missing or other body than JSON is the JSON null. */
    public record Answer(int status, java.net.http.HttpHeaders headers, JsonNode body, String text) {

        /** Fails with the whole answer when the status is another. */
        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + " but was " + status + ": " + text);
            }
            return this;
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public String id() {
            return body.get("id").stringValue();
        }

        public JsonNode get(String name) {
            return body.path(name);
        }

        public String text(String name) {
            return body.path(name).asString();
        }

        public JsonNode data() {
            return body.get("data");
        }
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** With a query parameter that may hold anything. */
    public Answer get(String path, String parameter, String value) {
        return get(path + (path.contains("?") ? "&" : "?") + parameter + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer send(String method, String path, @Nullable String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::setHeader);
        if (json != null && !headers.containsKey("Content-Type")) {
            request.setHeader("Content-Type", "application/json");
        }
        return send(request.build());
    }

    /** An upload of one file with further parts. */
    public Answer upload(String path, String file, byte[] content, Map<String, String> parts) {
        String boundary = "----peyvand-test-boundary";
        StringBuilder head = new StringBuilder();
        parts.forEach((name, value) -> head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(file)
                .append("\"\r\nContent-Type: text/csv\r\n\r\n");
        byte[] before = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .POST(HttpRequest.BodyPublishers.ofByteArrays(java.util.List.of(before, content, after)));
        headers.forEach(request::setHeader);
        request.setHeader("Content-Type", "multipart/form-data; boundary=" + boundary);
        return send(request.build());
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode body = type.contains("json") && !response.body().isEmpty()
                    ? MAPPER.readTree(response.body())
                    : JsonNodeFactory.instance.nullNode();
            return new Answer(response.statusCode(), response.headers(), body, response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
