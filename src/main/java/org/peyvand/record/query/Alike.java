package org.peyvand.record.query;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Words with a slip of the finger: a letter wrong, missing, too many, or two exchanged. One slip leaves the first or the
 * second half of a word as it was, so the trigram index finds candidates by the halves; the distance (optimal string
 * alignment, Damerau 1964) to the words of a candidate then decides.
 */
final class Alike {

    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    /** From so many letters on the halves of a word have no letter in common. */
    private static final int SPLIT = 6;

    private final List<String> tokens;

    Alike(List<String> tokens) {
        this.tokens = tokens;
    }

    /** Whether any word is long enough for a slip to be told from another word. */
    boolean isPossible() {
        return tokens.stream().anyMatch(Alike::isForgiven);
    }

    /** Short words have too many neighbours, and a number with another digit is another number. */
    private static boolean isForgiven(String token) {
        return token.length() >= SHORTEST && !token.chars().allMatch(Character::isDigit);
    }

    /** A wider condition on folded words; every record that {@link #score} takes matches it, save for a letter missing in the middle of a short word. */
    org.jooq.Condition candidates(Field<String> text) {
        return DSL.and(tokens.stream()
                .map(token -> DSL.or(anchors(token).stream().map(text::like).toList()))
                .toList());
    }

    private static List<String> anchors(String token) {
        int length = token.length();
        if (!isForgiven(token)) {
            return List.of(WordsMatch.anywhere(token));
        }
        int half = Math.max(3, length / 2);
        List<String> anchors = new ArrayList<>();
        anchors.add(WordsMatch.anywhere(token.substring(0, half)));
        anchors.add(WordsMatch.anywhere(token.substring(length - Math.max(3, length - half))));
        if (length < SPLIT) {
            // the halves overlap: a slip in the letters they share is looked for by itself, at the beginning of a word
            for (int i = length - 3; i < 3; i++) {
                String slip = like(token.substring(0, i)) + "_" + like(token.substring(i + 1)) + "%";
                anchors.add(slip);
                anchors.add("% " + slip);
            }
            for (int i = 1; i < length - 1; i++) {
                anchors.add(WordsMatch.anywhere(
                        token.substring(0, i) + token.charAt(i + 1) + token.charAt(i) + token.substring(i + 2)));
                if (length > SHORTEST) {
                    anchors.add(WordsMatch.anywhere(token.substring(0, i) + token.substring(i + 1)));
                }
            }
        }
        return anchors;
    }

    private static String like(String part) {
        String anywhere = WordsMatch.anywhere(part);
        return anywhere.substring(1, anywhere.length() - 1);
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
