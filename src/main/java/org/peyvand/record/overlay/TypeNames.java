package org.peyvand.record.overlay;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;

/**
 * Names for own types: {@code x-} and a Latin word in the plural, made from the label when the administrator chose none. The
 * singular and the table follow from it.
 */
final class TypeNames {

    static final String PREFIX = "x-";

    private static final int LONGEST = 40;
    private static final String ALLOWED = "x-[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private TypeNames() {}

    /** The chosen name with its prefix, in the plural, or null when it is no name. */
    static @Nullable String chosen(String wanted) {
        String word = wanted.startsWith(PREFIX) ? wanted.substring(PREFIX.length()) : wanted;
        String name = PREFIX + plural(word);
        return !word.isEmpty() && name.matches(ALLOWED) && name.length() <= LONGEST ? name : null;
    }

    /** A name from the English label, else from the Persian one, that is not taken. */
    static String made(Field.Label label, Predicate<String> taken) {
        String base = PREFIX + FieldNames.words(label);
        String name = plural(base);
        for (int number = 2; taken.test(name); number++) {
            name = plural(base + "-" + number);
        }
        return name;
    }

    /** By the usual rules of English; a word that ends in s is a plural already. */
    static String plural(String word) {
        if (word.endsWith("s")) {
            return word;
        }
        if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.matches(".*(x|z|ch|sh)") ? word + "es" : word + "s";
    }

    static String singular(String plural) {
        if (plural.matches(".*[^aeiou]ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (plural.matches(".*(x|z|ch|sh)es")) {
            return plural.substring(0, plural.length() - 2);
        }
        return plural.endsWith("ss") || plural.length() < 4 ? plural : plural.substring(0, plural.length() - 1);
    }

    static String table(String plural) {
        return plural.replace('-', '_');
    }
}
