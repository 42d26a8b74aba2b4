package org.peyvand.record;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When a field is shown and when it is demanded: filters, as the API takes them, over the record that it belongs to.
 *
 * @param visibleWhen where it does not hold forms leave the field out and nobody is asked for it; its value stays. Null: always
 * @param requiredWhen where a record comes to hold it, the field must have a value. Null: never
 */
public record FieldRule(
        @Nullable JsonNode visibleWhen, @Nullable JsonNode requiredWhen) {

    public static final FieldRule NONE = new FieldRule(null, null);

    public boolean isEmpty() {
        return visibleWhen == null && requiredWhen == null;
    }
}
