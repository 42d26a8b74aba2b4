package org.peyvand.api;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import tools.jackson.databind.JsonNode;

/** Reads the members of small JSON objects that are no records. */
public final class Members {

    private Members() {}

    /** Refuses what is no object or holds other members. */
    public static void only(JsonNode body, Set<String> known) {
        if (!body.isObject()) {
            throw new Refusal.Malformed("not-an-object");
        }
        for (String name : body.propertyNames()) {
            if (!known.contains(name)) {
                throw Refusal.Malformed.about(name, "unknown-field", name);
            }
        }
    }

    /** A string without the blanks around it; null when there is none. */
    public static @Nullable String text(JsonNode body, String name) {
        JsonNode value = body.isObject() ? body.get(name) : null;
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new Refusal.Invalid(List.of(Problem.of(name, "not-text")));
        }
        return value.stringValue().isBlank() ? null : value.stringValue().strip();
    }

    /** As {@link #text}, refused when there is none. */
    public static String required(JsonNode body, String name) {
        String text = text(body, name);
        if (text == null) {
            throw new Refusal.Invalid(List.of(Problem.of(name, "required", name)));
        }
        return text;
    }

    /** Null when it is absent. */
    public static @Nullable Boolean flag(JsonNode body, String name) {
        JsonNode value = body.isObject() ? body.get(name) : null;
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw new Refusal.Invalid(List.of(Problem.of(name, "not-a-boolean")));
        }
        return value.booleanValue();
    }
}
