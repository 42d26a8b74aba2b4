package org.peyvand.record;

import java.util.Arrays;
import java.util.List;
import org.peyvand.record.field.InvalidValue;

/**
 * One thing that is wrong with what was sent.
 *
 * @param field the name of the field, or empty when it is about the whole record
 * @param code stable, and the key of its sentence: {@code problem.<code>} in the message bundles
 * @param arguments put into the sentence
 */
public record Problem(String field, String code, List<String> arguments) {

    public static Problem of(String field, String code, String... arguments) {
        return new Problem(field, code, Arrays.asList(arguments));
    }

    public static Problem of(String field, InvalidValue invalid) {
        return new Problem(field, invalid.code(), invalid.arguments());
    }
}
