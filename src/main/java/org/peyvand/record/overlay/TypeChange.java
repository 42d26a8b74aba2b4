package org.peyvand.record.overlay;

import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;

/**
 * What an administrator wants different about a record type, shipped or own; null leaves a trait as it is.
 *
 * @param many what many of it are called
 * @param one what one of it is called
 * @param defaultSort as the API takes a sort
 * @param board the reference or closed choice of its board; empty for no board
 */
public record TypeChange(
        Field.@Nullable Label many,
        Field.@Nullable Label one,
        @Nullable String icon,
        @Nullable String defaultSort,
        @Nullable String board) {

    public static final TypeChange NONE = new TypeChange(null, null, null, null, null);

    public TypeChange called(Field.@Nullable Label ofMany, Field.@Nullable Label ofOne) {
        return new TypeChange(ofMany, ofOne, icon, defaultSort, board);
    }
}
