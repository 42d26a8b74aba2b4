package org.peyvand.record.write;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.InvalidValue;
import org.peyvand.record.field.JsonType;
import org.peyvand.record.field.TextType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values of fields whose Java type only their field knows. */
final class FieldValues {

    private static final Set<String> STAMPS =
            Set.of("id", "version", "createdAt", "createdBy", "updatedAt", "updatedBy");

    private FieldValues() {}

    static boolean isStamp(Field<?> field) {
        return STAMPS.contains(field.name());
    }

    /** The fields that writes are about: all but the stamps that the gate itself keeps. */
    static List<Field<?>> writable(RecordType type) {
        return type.fields().stream().filter(field -> !isStamp(field)).toList();
    }

    /** Whether a change of the field is a change of the record. */
    static boolean isRepresented(Field<?> field) {
        return !field.is(Field.Flag.COMPUTED) && !isStamp(field);
    }

    static boolean isTags(Field<?> field) {
        return field.name().equals(SystemFields.TAGS.name());
    }

    static boolean isExternalKeys(Field<?> field) {
        return field.name().equals(SystemFields.EXTERNAL_KEYS.name());
    }

    /** Whether the field holds one value rather than a list or map of them. */
    static boolean isPlain(Field<?> field) {
        return !Collection.class.isAssignableFrom(field.type().javaType())
                && !Map.class.isAssignableFrom(field.type().javaType());
    }

    static boolean same(Field<?> field, @Nullable Object one, @Nullable Object other) {
        return (one == null || other == null)
                ? Objects.equals(one, other)
                : type(field).same(one, other);
    }

    static List<@Nullable Object> cells(Field<?> field, @Nullable Object value) {
        return type(field).toCells(value);
    }

    static JsonNode json(Field<?> field, @Nullable Object value) {
        return value == null ? JsonNodeFactory.instance.nullNode() : type(field).toJson(value);
    }

    static String text(Field<?> field, Object value) {
        return type(field).toText(value);
    }

    /**
     * What a reader of the log is shown: a filter, an order and columns of another type tell names and values that may be hidden
     * from the reader, so only that they changed.
     */
    static @Nullable Object shownFromLog(Field<?> field, @Nullable JsonNode json) {
        return shown(field, fromLog(field, json));
    }

    static @Nullable Object shown(Field<?> field, @Nullable Object value) {
        return switch (field.type()) {
            case JsonType json
            when json.filtered() != null || json.named() != null -> value == null ? null : JsonType.hidden();
            case TextType text when text.sorted() != null -> null;
            default -> value;
        };
    }

    /** A value from the log; null also for what the field could not take today, such as a retired option. */
    static @Nullable Object fromLog(Field<?> field, @Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return null;
        }
        try {
            return type(field).fromJson(json);
        } catch (InvalidValue outgrown) {
            return null;
        }
    }

    /** Empty text, lists and maps are no value. */
    static @Nullable Object orNull(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text when text.isBlank() -> null;
            case Collection<?> list when list.isEmpty() -> null;
            case Map<?, ?> map when map.isEmpty() -> null;
            default -> value;
        };
    }

    @SuppressWarnings("unchecked")
    private static FieldType<Object> type(Field<?> field) {
        return (FieldType<Object>) field.type();
    }
}
