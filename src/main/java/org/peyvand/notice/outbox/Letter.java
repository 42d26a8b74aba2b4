package org.peyvand.notice.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is said to one recipient, whichever way it goes.
 *
 * @param language which it is written in
 * @param subject in one line
 * @param paragraphs plain text
 * @param link what it leads to, or null
 */
public record Letter(
        Locale language,
        String subject,
        List<String> paragraphs,
        @Nullable Link link) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An address and what a button that leads there says. */
    public record Link(String label, String href) {}

    /** All of it in one text. */
    public String text() {
        List<String> parts = new ArrayList<>(paragraphs);
        if (link != null) {
            parts.add(link.href());
        }
        return String.join("\n\n", parts);
    }

    String written() {
        ObjectNode json = JSON.createObjectNode();
        json.put("language", language.getLanguage());
        json.put("subject", subject);
        var array = json.putArray("paragraphs");
        paragraphs.forEach(array::add);
        if (link != null) {
            json.putObject("link").put("label", link.label()).put("href", link.href());
        }
        return json.toString();
    }

    static Letter read(String text) {
        JsonNode json = JSON.readTree(text);
        List<String> paragraphs = new ArrayList<>();
        json.get("paragraphs").forEach(each -> paragraphs.add(each.stringValue()));
        JsonNode link = json.get("link");
        return new Letter(
                Locale.of(json.get("language").stringValue()),
                json.get("subject").stringValue(),
                paragraphs,
                link == null
                        ? null
                        : new Link(
                                link.get("label").stringValue(),
                                link.get("href").stringValue()));
    }
}
