package org.peyvand.record.overlay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;

/**
 * A record type that an administrator wishes for.
 *
 * @param name as it shall be called after {@code x-}, in the singular or plural, or null to have a Latin name made
 * @param many what many of it are called
 * @param one what one of it is called; null when the same word does for both
 * @param icon the name of an icon, or null for the usual one
 * @param fields made along with it, after the name that every own type has
 */
public record NewType(
        @Nullable String name,
        Field.Label many,
        Field.@Nullable Label one,
        @Nullable String icon,
        List<NewField> fields) {

    public NewType {
        fields = List.copyOf(fields);
    }

    /** A type with nothing but words for it. */
    public static NewType of(Field.Label many, Field.@Nullable Label one) {
        return new NewType(null, many, one, null, List.of());
    }

    public NewType named(String chosen) {
        return new NewType(chosen, many, one, icon, fields);
    }

    public NewType withIcon(@Nullable String chosen) {
        return new NewType(name, many, one, chosen, fields);
    }

    public NewType having(List<NewField> wanted) {
        return new NewType(name, many, one, icon, wanted);
    }
}
