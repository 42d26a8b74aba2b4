package org.peyvand.channel.sms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How texts are sent.
 *
 * @param provider which one
 * @param line the number they come from
 * @param key the secret of the account; never shown again
 * @param url of the provider; for a panel a template
 * @param method of the call to a panel
 * @param headers of the call to a panel, one a line, as {@code Name: value}
 * @param body of the call to a panel, a template
 * @param idAt where in the answer the id of the message stands, a JSON pointer, or empty
 * @param idLength how long an id is at least: some panels put the number of an error there
 * @param errorAt where in the answer an error stands, a JSON pointer, or empty
 * @param errorNone what stands there when there is none
 */
public record SmsSettings(
        Provider provider,
        String line,
        String key,
        String url,
        String method,
        String headers,
        String body,
        String idAt,
        int idLength,
        String errorAt,
        String errorNone) {

    /** Where Kavenegar is, unless another address is set. */
    public static final String KAVENEGAR = "https://api.kavenegar.com";

    /** The body of a call to a panel, with every hole there is. */
    public static final String EXAMPLE =
            "{\"to\": \"{to}\", \"text\": \"{text}\", \"line\": \"{line}\", \"key\": \"{key}\", \"id\": \"{reference}\"}";

    static final SmsSettings NONE = new SmsSettings(Provider.SANDBOX, "", "", "", "POST", "", "", "", 1, "", "");

    private static final String HIDDEN = "***";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Who sends. */
    public enum Provider {
        SANDBOX,
        KAVENEGAR,
        PANEL;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return provider + " " + line;
    }

    /** What a provider said, without the key, which some repeat when they refuse it. */
    String concealed(String words) {
        return key.isEmpty()
                ? words
                : words.replace(key, HIDDEN).replace(URLEncoder.encode(key, StandardCharsets.UTF_8), HIDDEN);
    }

    Map<String, String> headerLines() {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : headers.split("\\R")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                lines.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return lines;
    }

    SmsSettings withKey(String other) {
        return new SmsSettings(provider, line, other, url, method, headers, body, idAt, idLength, errorAt, errorNone);
    }

    String written() {
        ObjectNode json = JSON.createObjectNode();
        json.put("provider", provider.key());
        json.put("line", line);
        json.put("key", key);
        json.put("url", url);
        json.put("method", method);
        json.put("headers", headers);
        json.put("body", body);
        json.put("idAt", idAt);
        json.put("idLength", idLength);
        json.put("errorAt", errorAt);
        json.put("errorNone", errorNone);
        return json.toString();
    }

    static SmsSettings read(String text) {
        JsonNode json = JSON.readTree(text);
        return new SmsSettings(
                Provider.valueOf(json.get("provider").stringValue().toUpperCase(java.util.Locale.ROOT)),
                json.path("line").asString(""),
                json.path("key").asString(""),
                json.path("url").asString(""),
                json.path("method").asString("POST"),
                json.path("headers").asString(""),
                json.path("body").asString(""),
                json.path("idAt").asString(""),
                json.path("idLength").asInt(1),
                json.path("errorAt").asString(""),
                json.path("errorNone").asString(""));
    }
}
