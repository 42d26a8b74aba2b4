package org.peyvand.record.overlay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Option;

/**
 * What an administrator wants different about a field, shipped or own; null leaves a trait as it is.
 *
 * @param required applies to what is written from now on; records that are empty there stay as they are
 * @param options the whole new list; shipped options cannot be dropped, only renamed and reordered
 */
public record FieldChange(
        Field.@Nullable Label label,
        @Nullable Boolean required,
        @Nullable List<Option> options) {}
