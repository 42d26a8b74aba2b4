package org.peyvand.web.search;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.peyvand.locale.KeyboardLayout;
import org.peyvand.locale.PersianText;
import org.peyvand.web.Command;

/**
 * How well a label answers to what was typed: spelled either way, typed on either keyboard layout, begun only, in another
 * order, or with a slip. A number from 0 (not at all) to 1, in the same measure as the scores of found records.
 */
final class Fit {

    /** What is offered at all. */
    static final double ENOUGH = 0.5;

    private static final double OTHER_LAYOUT = 0.97;
    private static final double OTHER_WORD = 0.95;
    private static final int LONG_ENOUGH_TO_SLIP = 5;
    private static final int LONG_ENOUGH_TO_SLIP_TWICE = 7;

    private final List<Typed> readings;

    private Fit(List<Typed> readings) {
        this.readings = readings;
    }

    /** What was typed, folded: as words, and as letters without spaces. */
    private record Typed(String words, String letters, List<String> tokens, double worth) {

        static Typed of(String text, double worth) {
            String words = PersianText.searchText(text);
            return new Typed(words, PersianText.matchKey(text), List.of(words.split(" ")), worth);
        }
    }

    static Fit of(String typed) {
        Set<String> others = new LinkedHashSet<>(KeyboardLayout.persianReadings(typed));
        others.add(KeyboardLayout.latin(typed));
        return new Fit(Stream.concat(
                        Stream.of(Typed.of(typed, 1)), others.stream().map(other -> Typed.of(other, OTHER_LAYOUT)))
                .filter(reading -> !reading.words().isBlank())
                .toList());
    }

    double score(Command.Name name) {
        double label = Math.max(score(name.persian()), score(name.english()));
        double also = name.also().stream().mapToDouble(this::score).max().orElse(0);
        return Math.max(label, also * OTHER_WORD);
    }

    double score(String label) {
        String words = PersianText.searchText(label);
        String letters = PersianText.matchKey(label);
        return readings.stream()
                .mapToDouble(typed -> typed.worth() * score(typed, words, letters))
                .max()
                .orElse(0);
    }

    private static double score(Typed typed, String words, String letters) {
        if (letters.equals(typed.letters())) {
            return 1;
        }
        if (letters.startsWith(typed.letters())) {
            return 0.9;
        }
        String[] parts = words.split(" ");
        if (typed.tokens().stream().allMatch(token -> Arrays.stream(parts).anyMatch(part -> part.startsWith(token)))) {
            return 0.8;
        }
        if (typed.letters().length() > 2 && letters.contains(typed.letters())) {
            return 0.7;
        }
        if (typed.letters().length() > 1 && initials(parts).startsWith(typed.letters())) {
            return 0.65;
        }
        return typed.tokens().stream().allMatch(token -> isSlip(token, parts)) ? 0.55 : 0;
    }

    private static String initials(String[] parts) {
        var initials = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                initials.appendCodePoint(part.codePointAt(0));
            }
        }
        return initials.toString();
    }

    /** Whether the beginning of some word differs from the token by a slip of the finger, or two in a long one. */
    private static boolean isSlip(String token, String[] parts) {
        if (token.length() < LONG_ENOUGH_TO_SLIP) {
            return Arrays.stream(parts).anyMatch(part -> part.startsWith(token));
        }
        int allowed = token.length() < LONG_ENOUGH_TO_SLIP_TWICE ? 1 : 2;
        return Arrays.stream(parts)
                .filter(part -> part.length() >= token.length() - allowed)
                .anyMatch(part -> slips(token, part) <= allowed);
    }

    /** The least number of letters to add, drop, change or swap until the token begins the word. */
    private static int slips(String token, String word) {
        int[][] steps = new int[token.length() + 1][word.length() + 1];
        for (int i = 0; i <= token.length(); i++) {
            for (int j = 0; j <= word.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int change = token.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1;
                steps[i][j] = Math.min(steps[i - 1][j - 1] + change, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                if (i > 1
                        && j > 1
                        && token.charAt(i - 1) == word.charAt(j - 2)
                        && token.charAt(i - 2) == word.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return Arrays.stream(steps[token.length()]).min().orElse(token.length());
    }
}
