package org.peyvand.record.overlay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Option;
import tools.jackson.databind.JsonNode;

/**
 * What an administrator wants different about a field, shipped or own; null leaves a trait as it is.
 *
 * @param required applies to what is written from now on; records that are empty there stay as they are
 * @param options the whole new list; shipped options cannot be dropped, only renamed, reordered, coloured and closed
 * @param visibleWhen a filter; the JSON null takes it away
 * @param requiredWhen a filter; the JSON null takes it away
 */
public record FieldChange(
        Field.@Nullable Label label,
        @Nullable Boolean required,
        @Nullable List<Option> options,
        @Nullable JsonNode visibleWhen,
        @Nullable JsonNode requiredWhen) {

    public FieldChange(Field.@Nullable Label label, @Nullable Boolean required, @Nullable List<Option> options) {
        this(label, required, options, null, null);
    }

    /** The same with rules; null leaves one as it is. */
    public FieldChange ruled(@Nullable JsonNode visible, @Nullable JsonNode demanded) {
        return new FieldChange(label, required, options, visible, demanded);
    }

    /** Whether it says something about the field itself, not only about its rules. */
    boolean describes() {
        return label != null || required != null || options != null;
    }
}
