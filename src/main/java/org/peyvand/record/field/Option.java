package org.peyvand.record.field;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One choice of a choice field.
 *
 * @param key what is stored and sent
 * @param fa the Persian label, or null when the message bundle has it
 * @param en the English label, or null when the message bundle has it
 * @param color one of {@link #COLORS}, or null for the one that its key suggests
 * @param closed whether it is not offered any more; records that have it keep it
 */
public record Option(
        String key,
        @Nullable String fa,
        @Nullable String en,
        @Nullable String color,
        boolean closed) {

    /** What an administrator may choose from; each has a meaning on every page and enough contrast in light and dark. */
    public static final List<String> COLORS = List.of("gray", "teal", "green", "amber", "red", "gold");

    public Option(String key, @Nullable String fa, @Nullable String en) {
        this(key, fa, en, null, false);
    }

    public static Option of(String key) {
        return new Option(key, null, null);
    }

    public Option colored(@Nullable String chosen) {
        return new Option(key, fa, en, chosen, closed);
    }

    /** The same, no longer offered. */
    public Option shut(boolean noMore) {
        return new Option(key, fa, en, color, noMore);
    }
}
