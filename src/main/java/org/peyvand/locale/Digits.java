package org.peyvand.locale;

/** Digits of the three writings used in Iran: Latin {@code 0-9}, Persian {@code ۰-۹} and Arabic {@code ٠-٩}. */
public final class Digits {

    private static final char ARABIC_ZERO = '\u0660';
    private static final char PERSIAN_ZERO = '\u06F0';

    private Digits() {}

    /** The text with Persian and Arabic digits written as {@code 0-9}. */
    public static String latin(String text) {
        return rewritten(text, '0');
    }

    /** The text with Latin and Arabic digits written as {@code ۰-۹}. */
    public static String persian(String text) {
        return rewritten(text, PERSIAN_ZERO);
    }

    /** 0 to 9 for a digit of any of the three writings, else -1. */
    static int value(char character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        if (character >= PERSIAN_ZERO && character <= PERSIAN_ZERO + 9) {
            return character - PERSIAN_ZERO;
        }
        return character >= ARABIC_ZERO && character <= ARABIC_ZERO + 9 ? character - ARABIC_ZERO : -1;
    }

    private static String rewritten(String text, char zero) {
        for (int i = 0; i < text.length(); i++) {
            int value = value(text.charAt(i));
            if (value >= 0 && text.charAt(i) != zero + value) {
                return rewrittenFrom(i, text, zero);
            }
        }
        return text;
    }

    private static String rewrittenFrom(int start, String text, char zero) {
        char[] characters = text.toCharArray();
        for (int i = start; i < characters.length; i++) {
            int value = value(characters[i]);
            if (value >= 0) {
                characters[i] = (char) (zero + value);
            }
        }
        return new String(characters);
    }
}
