package org.peyvand.record.field;

import org.jspecify.annotations.Nullable;

/**
 * One choice of a choice field.
 *
 * @param key what is stored and sent
 * @param fa the Persian label, or null when the message bundle has it
 * @param en the English label, or null when the message bundle has it
 */
public record Option(
        String key, @Nullable String fa, @Nullable String en) {

    public static Option of(String key) {
        return new Option(key, null, null);
    }
}
