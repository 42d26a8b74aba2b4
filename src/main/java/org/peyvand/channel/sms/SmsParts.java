package org.peyvand.channel.sms;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Into how many parts a text is cut, by which it is paid: 160 letters of the GSM alphabet, or 153 each when there are several;
 * 70 of any other, or 67 each (3GPP TS 23.038 and 23.040).
 *
 * @param length in the units of its alphabet
 * @param unicode whether a letter made it leave the GSM alphabet
 */
public record SmsParts(int length, int parts, boolean unicode) {

    private static final Set<Character> BASIC =
            letters("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    /** These take two places. */
    private static final Set<Character> EXTENDED = letters("^{}\\[~]|€");

    public static SmsParts of(String text) {
        int length = 0;
        for (char letter : text.toCharArray()) {
            if (!BASIC.contains(letter) && !EXTENDED.contains(letter)) {
                return new SmsParts(text.length(), parts(text.length(), 70, 67), true);
            }
            length += EXTENDED.contains(letter) ? 2 : 1;
        }
        return new SmsParts(length, parts(length, 160, 153), false);
    }

    private static int parts(int length, int single, int each) {
        return length <= single ? 1 : (length + each - 1) / each;
    }

    private static Set<Character> letters(String all) {
        return all.chars().mapToObj(letter -> (char) letter).collect(Collectors.toUnmodifiableSet());
    }
}
