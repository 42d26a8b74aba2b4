package org.peyvand.web.search;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.KeyboardLayout;
import org.peyvand.locale.PersianText;

/** Says how words were read that somebody typed on the wrong keyboard layout. */
final class Reading {

    private Reading() {}

    /** What was found instead of what was typed; null when the words were taken as they are. */
    static @Nullable String of(String words, List<Found> found) {
        if (words.isBlank() || isIn(words, found)) {
            return null;
        }
        return Stream.concat(KeyboardLayout.persianReadings(words).stream(), Stream.of(KeyboardLayout.latin(words)))
                .filter(reading -> isIn(reading, found))
                .findFirst()
                .orElse(null);
    }

    /** The last line leads to all results and repeats what was typed. */
    private static boolean isIn(String words, List<Found> found) {
        String wanted = PersianText.matchKey(words);
        return !wanted.isEmpty()
                && found.stream()
                        .flatMap(group -> group.lines().stream())
                        .filter(line -> line.href() == null || !line.href().startsWith("/search?"))
                        .anyMatch(line -> PersianText.matchKey(line.text() + line.detail())
                                .contains(wanted));
    }
}
