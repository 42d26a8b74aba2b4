package org.peyvand.record.overlay;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;
import org.peyvand.record.field.Field;

/** Names for own fields: {@code x_} and a Latin word, made from the label when the administrator chose none. */
final class FieldNames {

    static final String PREFIX = "x_";

    private static final int LONGEST = 40;
    private static final String ALLOWED = "x_[a-zA-Z][a-zA-Z0-9_]*";
    private static final Map<Character, String> LATIN = Map.ofEntries(
            Map.entry('ا', "a"),
            Map.entry('آ', "a"),
            Map.entry('ب', "b"),
            Map.entry('پ', "p"),
            Map.entry('ت', "t"),
            Map.entry('ث', "s"),
            Map.entry('ج', "j"),
            Map.entry('چ', "ch"),
            Map.entry('ح', "h"),
            Map.entry('خ', "kh"),
            Map.entry('د', "d"),
            Map.entry('ذ', "z"),
            Map.entry('ر', "r"),
            Map.entry('ز', "z"),
            Map.entry('ژ', "zh"),
            Map.entry('س', "s"),
            Map.entry('ش', "sh"),
            Map.entry('ص', "s"),
            Map.entry('ض', "z"),
            Map.entry('ط', "t"),
            Map.entry('ظ', "z"),
            Map.entry('ع', "a"),
            Map.entry('غ', "gh"),
            Map.entry('ف', "f"),
            Map.entry('ق', "gh"),
            Map.entry('ک', "k"),
            Map.entry('گ', "g"),
            Map.entry('ل', "l"),
            Map.entry('م', "m"),
            Map.entry('ن', "n"),
            Map.entry('و', "v"),
            Map.entry('ه', "h"),
            Map.entry('ی', "i"),
            Map.entry('ئ', "y"));

    private FieldNames() {}

    /** The chosen name with its prefix, or null when it is no name. */
    static @Nullable String chosen(String wanted) {
        String name = wanted.startsWith(PREFIX) ? wanted : PREFIX + wanted;
        return name.matches(ALLOWED) && name.length() <= LONGEST ? name : null;
    }

    /** A name in camel case from the English label, else from the Persian one, that is not taken. */
    static String made(Field.Label label, Predicate<String> taken) {
        String words = label.en() != null && !label.en().isBlank() ? label.en() : label.in(Locale.of("fa"));
        String base = PREFIX + camel(latin(words));
        String name = base;
        for (int number = 2; taken.test(name); number++) {
            name = base + number;
        }
        return name;
    }

    /** The words of a label in small Latin letters with hyphens between them. */
    static String words(Field.Label label) {
        String english = label.en();
        String given = english != null && !english.isBlank() ? english : label.in(Locale.of("fa"));
        String name = latin(given)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String begun = name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "type-" + name : name;
        return begun.substring(0, Math.min(begun.length(), LONGEST - 8)).replaceAll("-$", "");
    }

    private static String latin(String words) {
        StringBuilder out = new StringBuilder();
        String plain = Normalizer.normalize(PersianText.searchText(words), Normalizer.Form.NFKD);
        for (char letter : plain.toCharArray()) {
            String latin = LATIN.get(letter);
            boolean kept = letter < 128 && Character.isLetterOrDigit(letter);
            out.append(latin != null ? latin : kept ? String.valueOf(letter) : isMark(letter) ? "" : " ");
        }
        return out.toString().strip();
    }

    private static boolean isMark(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static String camel(String words) {
        StringBuilder out = new StringBuilder();
        for (String word : words.split("[^a-zA-Z0-9]+")) {
            if (!word.isEmpty()) {
                String lower = word.toLowerCase(Locale.ROOT);
                out.append(out.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
            }
        }
        String name = out.isEmpty() || !Character.isLetter(out.charAt(0)) ? "field" + out : out.toString();
        return name.substring(0, Math.min(name.length(), LONGEST - 6));
    }
}
