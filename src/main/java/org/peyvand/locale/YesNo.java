package org.peyvand.locale;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words by which people and files say yes and no, in both languages. */
public final class YesNo {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "بله", "بلی", "آری");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "خیر", "نه");

    private YesNo() {}

    /** What the word says, in any digits and letter case; empty when it is neither. */
    public static Optional<Boolean> parse(String text) {
        String word = Digits.latin(PersianText.clean(text)).toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
