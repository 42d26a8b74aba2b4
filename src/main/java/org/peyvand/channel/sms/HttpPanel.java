package org.peyvand.channel.sms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.peyvand.notice.outbox.Channel.Receipt;
import org.peyvand.notice.outbox.Reason;
import org.peyvand.notice.outbox.Undelivered;
import org.peyvand.notice.outbox.Undelivered.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Any panel with an HTTP interface: address, headers and body are templates with {@code {to} {text} {line} {key} {reference}},
 * and JSON pointers say where in the answer the id and an error stand, since many panels say 200 and mean no.
 */
final class HttpPanel implements SmsProvider {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> FOR_NOW = Set.of(401, 403, 408, 425, 429);
    private static final int LONGEST_REASON = 200;

    private final Post post;
    private final SmsSettings settings;

    HttpPanel(Post post, SmsSettings settings) {
        this.post = post;
        this.settings = settings;
    }

    @Override
    public Receipt send(String reference, String to, String text) throws Undelivered {
        Map<String, String> holes = new LinkedHashMap<>();
        holes.put("to", to);
        holes.put("text", text);
        holes.put("line", settings.line());
        holes.put("key", settings.key());
        holes.put("reference", reference);
        Map<String, String> headers = new LinkedHashMap<>();
        settings.headerLines().forEach((name, value) -> headers.put(name, filled(value, holes, same -> same)));
        headers.putIfAbsent("Content-Type", "application/json");
        String body = settings.method().equals("GET") ? "" : filled(settings.body(), holes, escaping(headers));
        String url = filled(settings.url(), holes, HttpPanel::encoded);
        return receipt(post.send(settings.method(), url, headers, body), text);
    }

    private Receipt receipt(Post.Answer answer, String text) throws Undelivered {
        if (answer.status() >= 500 || FOR_NOW.contains(answer.status())) {
            throw new Undelivered(Kind.FOR_NOW, Reason.of("provider-answered", Integer.toString(answer.status())));
        }
        JsonNode json = read(answer);
        String error = at(json, settings.errorAt());
        if (answer.status() >= 300 || isError(error)) {
            throw new Undelivered(Kind.FOR_GOOD, Reason.said(shortened(answer.status() + " " + error)));
        }
        String id = at(json, settings.idAt());
        if (!settings.idAt().isEmpty() && id.length() < settings.idLength()) {
            throw new Undelivered(Kind.FOR_GOOD, Reason.of("provider-no-id", shortened(id)));
        }
        return new Receipt(id, SmsParts.of(text).parts());
    }

    private JsonNode read(Post.Answer answer) throws Undelivered {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            if (settings.idAt().isEmpty() && settings.errorAt().isEmpty()) {
                return JsonNodeFactory.instance.objectNode();
            }
            throw new Undelivered(Kind.FOR_NOW, Reason.of("provider-not-json", Integer.toString(answer.status())));
        }
    }

    /** What says no: anything but nothing, zero, false and success. */
    private boolean isError(String error) {
        return !error.isEmpty()
                && !error.equals(settings.errorNone())
                && !Set.of("0", "false", "null").contains(error.toLowerCase(Locale.ROOT));
    }

    private static String at(JsonNode json, String pointer) {
        JsonNode value = pointer.isEmpty() ? json.path("") : json.at(pointer);
        return value.isMissingNode() || value.isNull() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }

    private static UnaryOperator<String> escaping(Map<String, String> headers) {
        String type = headers.getOrDefault("Content-Type", "").toLowerCase(Locale.ROOT);
        return type.contains("json") ? HttpPanel::quoted : type.contains("form") ? HttpPanel::encoded : same -> same;
    }

    /** In one pass, so that a text cannot bring holes of its own. */
    private static String filled(String template, Map<String, String> holes, UnaryOperator<String> escape) {
        return java.util.regex.Pattern.compile("\\{(to|text|line|key|reference)}")
                .matcher(template)
                .replaceAll(hole ->
                        java.util.regex.Matcher.quoteReplacement(escape.apply(holes.getOrDefault(hole.group(1), ""))));
    }

    private static String quoted(String text) {
        String json = JSON.writeValueAsString(text);
        return json.substring(1, json.length() - 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String shortened(String reason) {
        String words = settings.concealed(reason).replaceAll("\\s+", " ").strip();
        return words.length() > LONGEST_REASON ? words.substring(0, LONGEST_REASON) : words;
    }
}
