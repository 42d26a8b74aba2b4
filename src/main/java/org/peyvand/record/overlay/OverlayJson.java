package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Option;
import tools.jackson.databind.JsonNode;

/** The parts that wishes for types and fields share, as the API takes them. */
final class OverlayJson {

    private OverlayJson() {}

    /** Refuses what is no object or has members that are not known. */
    static void only(JsonNode json, Set<String> known) {
        if (!json.isObject()) {
            throw new Refusal.Malformed("not-an-object");
        }
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                throw new Refusal.Malformed(List.of(Problem.of(name, "unknown-field", name)), "unknown-field", name);
            }
        }
    }

    /** In both languages, or one text for both; null when there is none. */
    static Field.@Nullable Label label(JsonNode json, String name) {
        JsonNode label = json.get(name);
        if (label == null || label.isNull()) {
            return null;
        }
        if (label.isString()) {
            String both = label.stringValue().strip();
            return new Field.Label(both, both);
        }
        if (!label.isObject()) {
            throw invalid(name, "not-text");
        }
        only(label, Set.of("fa", "en"));
        return new Field.Label(text(label, "fa"), text(label, "en"));
    }

    /** Keys alone, or objects {@code {"key", "label"?, "color"?, "closed"?}}; null when there are none. */
    static @Nullable List<Option> options(JsonNode json, String name) {
        JsonNode list = json.get(name);
        if (list == null || list.isNull()) {
            return null;
        }
        if (!list.isArray()) {
            throw invalid(name, "not-a-list");
        }
        List<Option> options = new ArrayList<>();
        for (JsonNode each : list) {
            options.add(option(each, name));
        }
        return options;
    }

    private static Option option(JsonNode json, String name) {
        if (json.isString() && !json.stringValue().isBlank()) {
            return Option.of(json.stringValue().strip());
        }
        String key = json.isObject() ? text(json, "key") : null;
        if (key == null) {
            throw invalid(name, "required");
        }
        only(json, Set.of("key", "label", "color", "closed"));
        Field.Label label = label(json, "label");
        Option option = label == null ? Option.of(key) : new Option(key, label.fa(), label.en());
        return option.colored(text(json, "color")).shut(Boolean.TRUE.equals(flag(json, "closed")));
    }

    static String required(JsonNode json, String name) {
        String value = text(json, name);
        if (value == null) {
            throw invalid(name, "required");
        }
        return value;
    }

    /** A text without the blanks around it; null when there is none. */
    static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw invalid(name, "not-text");
        }
        return value.stringValue().isBlank() ? null : value.stringValue().strip();
    }

    static @Nullable Boolean flag(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw invalid(name, "not-a-boolean");
        }
        return value.booleanValue();
    }

    static Refusal.Invalid invalid(String name, String code) {
        return new Refusal.Invalid(List.of(Problem.of(name, code)));
    }
}
