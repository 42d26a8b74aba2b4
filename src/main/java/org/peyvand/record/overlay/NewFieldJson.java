package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Option;
import tools.jackson.databind.JsonNode;

/** Reads wishes for fields as the API takes them: {@code {"name"?, "type", "label", "options"?, "target"?, …}}. */
public final class NewFieldJson {

    private static final Set<String> TRAITS =
            Set.of("name", "type", "label", "options", "target", "required", "unique");
    private static final Set<String> CHANGEABLE = Set.of("label", "options", "required");

    private NewFieldJson() {}

    /**
     * A wish for a new field.
     *
     * @throws Refusal.Malformed for unknown or ill-formed traits
     */
    public static NewField read(JsonNode json) {
        check(json, TRAITS);
        Field.Label label = label(json.get("label"));
        return new NewField(
                text(json, "name"),
                required(json, "type"),
                label == null ? new Field.Label(null, null) : label,
                options(json.get("options")),
                text(json, "target"),
                Boolean.TRUE.equals(flag(json, "required")),
                Boolean.TRUE.equals(flag(json, "unique")));
    }

    /**
     * A wish for a change of a field.
     *
     * @throws Refusal.Malformed for unknown or ill-formed traits
     */
    public static FieldChange readChange(JsonNode json) {
        check(json, CHANGEABLE);
        return new FieldChange(
                label(json.get("label")),
                flag(json, "required"),
                json.has("options") && !json.get("options").isNull() ? options(json.get("options")) : null);
    }

    private static void check(JsonNode json, Set<String> known) {
        if (!json.isObject()) {
            throw new Refusal.Malformed("bad-field");
        }
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                throw new Refusal.Malformed("unknown-field", name);
            }
        }
    }

    /** In both languages, or one text for both. */
    private static Field.@Nullable Label label(@Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return null;
        }
        if (json.isString()) {
            return new Field.Label(json.stringValue(), json.stringValue());
        }
        if (!json.isObject()) {
            throw new Refusal.Malformed("bad-field");
        }
        return new Field.Label(text(json, "fa"), text(json, "en"));
    }

    /** Keys alone, or objects with a key and labels. */
    private static List<Option> options(@Nullable JsonNode json) {
        List<Option> options = new ArrayList<>();
        if (json == null || json.isNull()) {
            return options;
        }
        if (!json.isArray()) {
            throw new Refusal.Malformed("bad-field");
        }
        for (JsonNode each : json) {
            if (each.isString() && !each.stringValue().isBlank()) {
                options.add(Option.of(each.stringValue().strip()));
            } else if (each.isObject()) {
                Field.Label label = label(each.get("label"));
                options.add(new Option(
                        required(each, "key"), label == null ? null : label.fa(), label == null ? null : label.en()));
            } else {
                throw new Refusal.Malformed("bad-field");
            }
        }
        return options;
    }

    private static String required(JsonNode json, String name) {
        String value = text(json, name);
        if (value == null) {
            throw new Refusal.Malformed("bad-field");
        }
        return value;
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new Refusal.Malformed("bad-field");
        }
        return value.stringValue().isBlank() ? null : value.stringValue().strip();
    }

    private static @Nullable Boolean flag(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw new Refusal.Malformed("bad-field");
        }
        return value.booleanValue();
    }
}
