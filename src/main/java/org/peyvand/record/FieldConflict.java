package org.peyvand.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;

/**
 * Two edits of one field.
 *
 * @param record the record
 * @param field the field
 * @param base the value both started from
 * @param mine the value the refused edit wanted
 * @param theirs the value that stands
 */
public record FieldConflict(
        UUID record,
        Field<?> field,
        @Nullable Object base,
        @Nullable Object mine,
        @Nullable Object theirs) {}
