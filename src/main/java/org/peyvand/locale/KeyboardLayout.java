package org.peyvand.locale;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Undoes typing with the wrong keyboard layout: what was typed on Latin keys while Persian was meant ({@code sghl} for
 * سلام) and the reverse. Letters follow ISIRI 9147 (the standard layout); the older Windows layout differs in four keys.
 */
public final class KeyboardLayout {

    private static final String KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,./" + "CHMASGVBFZDQWERTYUIOPJKLXN" + "?";
    private static final String STANDARD =
            "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو./" + "ژآءؤئأ\u0670\u200Cإكيضصثقفغعهخحتنمطد" + "؟";

    private static final Map<Character, Character> TO_PERSIAN = pairs(KEYS, STANDARD);
    private static final Map<Character, Character> TO_LEGACY_PERSIAN = with(TO_PERSIAN, "m\\`SG", "ئپپئۀ");
    private static final Map<Character, Character> TO_LATIN = reversed();

    private KeyboardLayout() {}

    /** What the same keys give on the standard Persian layout; characters without a key stay. */
    public static String persian(String latinTyped) {
        return mapped(latinTyped, TO_PERSIAN);
    }

    /** The readings on the standard and on the older Windows layout, without repetition. */
    public static List<String> persianReadings(String latinTyped) {
        return Stream.of(TO_PERSIAN, TO_LEGACY_PERSIAN)
                .map(layout -> mapped(latinTyped, layout))
                .distinct()
                .toList();
    }

    /** What the same keys give on the Latin layout, in lower case except for letters that need the shift key. */
    public static String latin(String persianTyped) {
        return mapped(Digits.latin(persianTyped), TO_LATIN);
    }

    private static String mapped(String typed, Map<Character, Character> layout) {
        var text = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            text.append(layout.getOrDefault(typed.charAt(i), typed.charAt(i)));
        }
        return text.toString();
    }

    private static Map<Character, Character> reversed() {
        var latin = new HashMap<Character, Character>();
        for (int i = 0; i < KEYS.length(); i++) {
            latin.putIfAbsent(STANDARD.charAt(i), KEYS.charAt(i));
        }
        latin.put('ي', 'd');
        latin.put('ك', ';');
        return Map.copyOf(latin);
    }

    private static Map<Character, Character> pairs(String keys, String characters) {
        return with(Map.of(), keys, characters);
    }

    private static Map<Character, Character> with(Map<Character, Character> base, String keys, String characters) {
        var layout = new HashMap<>(base);
        for (int i = 0; i < keys.length(); i++) {
            layout.put(keys.charAt(i), characters.charAt(i));
        }
        return Map.copyOf(layout);
    }
}
