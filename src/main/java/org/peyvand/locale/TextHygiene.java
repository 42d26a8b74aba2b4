package org.peyvand.locale;

import java.text.Normalizer;

/** The hygiene behind {@link PersianText#clean}: a look at each character, and work only for a text that needs it. */
final class TextHygiene {

    private static final char HALF_SPACE = '\u200C';
    private static final char ZERO_WIDTH_SPACE = '\u200B';
    private static final char NOT_SIGN = '\u00AC';
    private static final char ARABIC_DIGIT_ZERO = '\u0660';
    private static final char PERSIAN_DIGIT_ZERO = '\u06F0';

    private TextHygiene() {}

    static String clean(String text) {
        String cleaned = text;
        // what one pass removes may bring together what the next one joins; two passes are the rule, three the
        // exception
        while (!isClean(cleaned)) {
            String before = cleaned;
            cleaned = cleanedOnce(before);
            if (cleaned.equals(before)) {
                return before;
            }
        }
        return cleaned;
    }

    private static String cleanedOnce(String text) {
        String stripped = stripMarks(text);
        String composed = Normalizer.isNormalized(stripped, Normalizer.Form.NFC)
                ? stripped
                : Normalizer.normalize(stripped, Normalizer.Form.NFC);
        return trim(foldLetters(composed));
    }

    /** Sure only when true: a text that is not plainly clean goes the long way and may come back unchanged. */
    private static boolean isClean(String text) {
        int length = text.length();
        if (length == 0) {
            return true;
        }
        if (isBlank(text.charAt(0)) || isBlank(text.charAt(length - 1))) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (!isPlain(character) && !(character == HALF_SPACE && joins(text, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char character) {
        if (character < 0x0300) {
            return (character >= ' ' && character < 0x7F)
                    || character == '\n'
                    || character == '\t'
                    || (character >= 0xA0 && character != NOT_SIGN);
        }
        if (character >= 0x0600 && character < 0x0700) {
            return character != 'ي'
                    && character != 'ى'
                    && character != 'ك'
                    && !(character >= 0x064B && character <= 0x0669)
                    && Character.getType(character) != Character.NON_SPACING_MARK
                    && character != 0x061C;
        }
        return character >= 0x2010 && character <= 0x2027;
    }

    private static boolean joins(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && isPersianLetter(text.charAt(i - 1))
                && isPersianLetter(text.charAt(i + 1));
    }

    private static boolean isPersianLetter(char character) {
        return character >= 0x0600 && character < 0x0700 && Character.isLetter(character);
    }

    private static String stripMarks(String text) {
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isHalfSpace(text, i)) {
                if (!kept.isEmpty() && !isBlank(kept.charAt(kept.length() - 1)) && !endsWith(kept, HALF_SPACE)) {
                    kept.append(HALF_SPACE);
                }
                continue;
            }
            if (isRemoved(character)) {
                continue;
            }
            if (isBlank(character) && endsWith(kept, HALF_SPACE)) {
                kept.setLength(kept.length() - 1);
            }
            kept.append(isLoneSurrogate(text, i) ? '\uFFFD' : character);
        }
        if (endsWith(kept, HALF_SPACE)) {
            kept.setLength(kept.length() - 1);
        }
        return kept.toString();
    }

    private static boolean endsWith(StringBuilder text, char character) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == character;
    }

    /** The half-space, or what old editors wrote for it between Persian letters: U+200B and ¬. */
    private static boolean isHalfSpace(String text, int i) {
        char character = text.charAt(i);
        return character == HALF_SPACE || ((character == ZERO_WIDTH_SPACE || character == NOT_SIGN) && joins(text, i));
    }

    private static boolean isRemoved(char character) {
        boolean control =
                Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
        boolean direction = character == 0x200E
                || character == 0x200F
                || character == 0x061C
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
        return control || direction || character == ZERO_WIDTH_SPACE || character == '\uFEFF';
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char character = text.charAt(i);
        if (Character.isHighSurrogate(character)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(character) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static String foldLetters(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = switch (letters[i]) {
                case 'ي', 'ى' -> 'ی';
                case 'ك' -> 'ک';
                default ->
                    letters[i] >= ARABIC_DIGIT_ZERO && letters[i] <= ARABIC_DIGIT_ZERO + 9
                            ? (char) (letters[i] - ARABIC_DIGIT_ZERO + PERSIAN_DIGIT_ZERO)
                            : letters[i];
            };
        }
        return new String(letters);
    }

    private static boolean isBlank(char character) {
        return character <= ' ' || character == 0xA0 || Character.isWhitespace(character);
    }

    private static String trim(String text) {
        int from = 0;
        int until = text.length();
        while (from < until && isBlank(text.charAt(from))) {
            from++;
        }
        while (until > from && isBlank(text.charAt(until - 1))) {
            until--;
        }
        return text.substring(from, until);
    }
}
