package org.peyvand.record;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;

/**
 * A record as read through the gate: only the fields that were asked for and that the reader may see. Immutable.
 *
 * @param type its effective type
 * @param id its identifier
 * @param version counts the change sets that altered it, from 1
 * @param deleted whether it lies in the recycle bin
 * @param values the values by field name; a field without a value maps to null or is absent
 */
public record StoredRecord(
        RecordType type, UUID id, int version, boolean deleted, Map<String, @Nullable Object> values) {

    /** The value of a field, null when it has none or was not read. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(Field<T> field) {
        return (T) values.get(field.name());
    }

    /** Whether the field was read: asked for and visible. */
    public boolean has(Field<?> field) {
        return values.containsKey(field.name());
    }

    /** The same record with some of its fields; with all of them when {@code fields} is null. */
    public StoredRecord only(@Nullable Collection<Field<?>> fields) {
        if (fields == null) {
            return this;
        }
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        for (Field<?> field : fields) {
            if (has(field)) {
                kept.put(field.name(), values.get(field.name()));
            }
        }
        return new StoredRecord(type, id, version, deleted, kept);
    }

    public RecordRef ref() {
        return new RecordRef(type.plural(), id);
    }
}
