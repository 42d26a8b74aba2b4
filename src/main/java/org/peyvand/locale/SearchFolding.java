package org.peyvand.locale;

import java.text.Normalizer;

/**
 * The folding behind {@link PersianText#searchText}: one table look-up a character. Its twin in SQL is the function
 * {@code search_text} of the migration {@code text_functions}; both answer the same for every golden vector, so a change
 * here is a change there.
 */
final class SearchFolding {

    private static final int TABLE_SIZE = 0x2070;
    private static final char DROPPED = 0;
    private static final char SPACE = ' ';

    private static final String LETTERS = "يىئېےۓۍێكڪةۀۂەہھۃؤإأٱٲٳ";
    private static final String LETTERS_FOLDED = "ییییییییککههههههه" + "وااااا";

    private static final int[][] SEPARATORS = {
        {0x0000, 0x002F}, {0x003A, 0x0040}, {0x005B, 0x0060}, {0x007B, 0x00A9}, {0x00AB, 0x00AC}, {0x00AE, 0x00B4},
        {0x00B6, 0x00B9}, {0x00BB, 0x00BF}, {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x0600, 0x060F}, {0x061B, 0x061B},
        {0x061D, 0x061F}, {0x066A, 0x066D}, {0x06D4, 0x06D4}, {0x06DD, 0x06DE}, {0x06E9, 0x06E9}, {0x06FD, 0x06FE},
        {0x2000, 0x200C}, {0x2010, 0x2029}, {0x202F, 0x205F}, {0x20A0, 0x20CF}, {0x2190, 0x2BFF}, {0x2E00, 0x2E7F},
        {0x3000, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030}, {0xFD3E, 0xFD3F},
    };
    private static final int[][] DROPS = {
        {0x00AD, 0x00AD}, {0x0300, 0x036F}, {0x0610, 0x061A}, {0x061C, 0x061C}, {0x0621, 0x0621}, {0x0640, 0x0640},
        {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E8}, {0x06EA, 0x06ED}, {0x200D, 0x200F},
        {0x202A, 0x202E}, {0x2060, 0x206F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
    };

    private static final char[] FOLDED = new char[TABLE_SIZE];
    /** Characters that NFKC may change or join with a neighbour, so that the table alone would be wrong. */
    private static final boolean[] UNSETTLED = new boolean[TABLE_SIZE];

    static {
        for (char character = 0; character < TABLE_SIZE; character++) {
            FOLDED[character] = foldedByRule(character);
            UNSETTLED[character] = isUnsettled(character);
        }
    }

    private SearchFolding() {}

    /** @param spaces whether words stay apart; without, آ also becomes ا */
    static String fold(String text, boolean spaces) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= TABLE_SIZE || UNSETTLED[character]) {
                return foldSettled(Normalizer.normalize(text, Normalizer.Form.NFKC), spaces);
            }
        }
        return foldSettled(text, spaces);
    }

    private static String foldSettled(String text, boolean spaces) {
        int length = text.length();
        char[] folded = new char[length];
        int size = 0;
        boolean gap = false;
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            char plain = character < TABLE_SIZE ? FOLDED[character] : foldedByRule(character);
            if (plain == SPACE) {
                gap = spaces && size > 0;
            } else if (plain != DROPPED) {
                if (gap) {
                    // the gap stands for at least one separator already passed, so there is room
                    folded[size++] = SPACE;
                    gap = false;
                }
                folded[size++] = plain == 'آ' && !spaces ? 'ا' : plain;
            }
        }
        String result = new String(folded, 0, size);
        return result.equals(text) ? text : result;
    }

    private static char foldedByRule(char character) {
        if (isIn(SEPARATORS, character)) {
            return SPACE;
        }
        if (isIn(DROPS, character)) {
            return DROPPED;
        }
        int digit = Digits.value(character);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        int letter = LETTERS.indexOf(character);
        return letter >= 0 ? LETTERS_FOLDED.charAt(letter) : Character.toLowerCase(character);
    }

    private static boolean isUnsettled(char character) {
        boolean vowelMark = character >= 0x064B && character <= 0x0652;
        if (vowelMark || character == 0x0670 || character == 0x00A0) {
            return false;
        }
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || (character >= 0x1100 && character <= 0x11FF)
                || !Normalizer.isNormalized(String.valueOf(character), Normalizer.Form.NFKC);
    }

    private static boolean isIn(int[][] ranges, char character) {
        for (int[] range : ranges) {
            if (character >= range[0] && character <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
