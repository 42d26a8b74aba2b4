package org.peyvand.record.overlay;

import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;

/**
 * A row of overlay_type: an own record type, or what is different about a shipped one; null leaves a trait as shipped.
 *
 * @param name the plural
 * @param singular of an own type; null says that the type is shipped
 * @param board the field whose values are the columns of a board; empty for no board
 */
record OverlayType(
        String name,
        @Nullable String singular,
        Field.@Nullable Label many,
        Field.@Nullable Label one,
        @Nullable String icon,
        @Nullable String defaultSort,
        @Nullable String board,
        boolean retired) {

    /** A shipped type that nothing was said about yet. */
    static OverlayType shipped(String name) {
        return new OverlayType(name, null, null, null, null, null, null, false);
    }

    boolean own() {
        return singular != null;
    }

    /** The later of two words on a trait counts. */
    OverlayType with(TypeChange later) {
        return new OverlayType(
                name,
                singular,
                later.many() != null ? later.many() : many,
                later.one() != null ? later.one() : one,
                later.icon() != null ? later.icon() : icon,
                later.defaultSort() != null ? later.defaultSort() : defaultSort,
                later.board() != null ? later.board() : board,
                retired);
    }

    OverlayType retired(boolean hidden) {
        return new OverlayType(name, singular, many, one, icon, defaultSort, board, hidden);
    }
}
