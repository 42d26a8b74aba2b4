package org.peyvand.record.query;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Words with a slip of the finger: a letter wrong, missing, too many, or two exchanged. All words that are one slip away are
 * one regular expression, of which the trigram index answers what it can; a long word may have two slips, which mostly
 * leave one of its halves as it was. The distance (optimal string alignment, Damerau 1964) to the words of a candidate
 * then decides.
 */
final class Alike {

    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    private final List<String> tokens;

    Alike(List<String> tokens) {
        this.tokens = tokens;
    }

    /** Whether any word is long enough for a slip to be told from another word. */
    boolean isPossible() {
        return tokens.stream().anyMatch(Alike::isForgiven);
    }

    /** Short words have too many neighbours, a number with another digit is another number, and no index knows signs. */
    private static boolean isForgiven(String token) {
        return token.length() >= SHORTEST && token.codePoints().anyMatch(Character::isLetter);
    }

    /** A wider condition on folded words; every record that {@link #score} takes matches it, save for a slip in each half of a long word. */
    org.jooq.Condition candidates(Field<String> text) {
        return DSL.and(tokens.stream().map(token -> near(text, token)).toList());
    }

    private static org.jooq.Condition near(Field<String> text, String token) {
        if (!isForgiven(token)) {
            return text.like(WordsMatch.anywhere(token));
        }
        if (token.length() < LONG) {
            return DSL.condition("{0} ~ {1}", text, DSL.val(slips(token)));
        }
        int half = token.length() / 2;
        return text.like(WordsMatch.anywhere(token.substring(0, half)))
                .or(text.like(WordsMatch.anywhere(token.substring(half))));
    }

    /** Words that begin like this one with each of its letters another, one missing before it, left out, or exchanged with the next. */
    static String slips(String token) {
        Set<String> slips = new TreeSet<>();
        for (int i = 0; i < token.length(); i++) {
            String before = literal(token.substring(0, i));
            String after = literal(token.substring(i + 1));
            slips.add(before + "." + after);
            slips.add(before + "." + literal(token.substring(i)));
            slips.add(before + after);
            if (i + 1 < token.length()) {
                slips.add(before + literal(token.charAt(i + 1) + token.substring(i, i + 1) + token.substring(i + 2)));
            }
        }
        return "(^| )(" + String.join("|", slips) + ")";
    }

    private static String literal(String part) {
        return part.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0");
    }

    /** How near the nearest words of a text are, from 0 to 1; empty when one of the tokens is like none of them. */
    OptionalDouble score(String text) {
        String[] words = text.split(" ");
        double sum = 0;
        for (String token : tokens) {
            int allowed = !isForgiven(token) ? 0 : token.length() < LONG ? 1 : 2;
            int least = allowed + 1;
            for (String word : words) {
                least = Math.min(least, distance(token, word, allowed));
            }
            if (least > allowed) {
                return OptionalDouble.empty();
            }
            sum += 1 - (double) least / token.length();
        }
        return OptionalDouble.of(sum / tokens.size());
    }

    /** To the word or, of a longer word, to its beginning. */
    private static int distance(String token, String word, int allowed) {
        if (word.length() < token.length() - allowed) {
            return allowed + 1;
        }
        int best = allowed + 1;
        for (int length = Math.min(word.length(), token.length() + allowed);
                length >= token.length() - allowed && length > 0;
                length--) {
            best = Math.min(best, distance(token, word.substring(0, length)));
        }
        return best;
    }

    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(one, other, i, j, cost);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(String one, String other, int i, int j, int[][] cost) {
        int changed = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean exchanged =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return exchanged ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
