package org.peyvand.record.query;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * What a trigram index is asked about a phrase. It reads as many lists as a pattern has trigrams, in step with the shortest,
 * and a name of three words has sixteen; where tiles of three letters stand side by side, a third of them leads to almost
 * the same rows, of which the comparison itself takes the right ones.
 */
final class Trigrams {

    private static final int TILE = 3;

    private Trigrams() {}

    /**
     * That a text holds a phrase anywhere. A single word is asked as it stands: whether it is frequent decides how a list
     * is read, and the planner knows that of the word only.
     *
     * @param text a column with a trigram index
     * @param phrase folded words, a space apart
     */
    static Condition holding(Field<String> text, String phrase) {
        List<String> words = Arrays.asList(phrase.split(" "));
        return holding(text, phrase, words.size() > 1 ? leadingTo(words) : WordsMatch.anywhere(phrase));
    }

    /** That a text holds each of some folded words anywhere. */
    static List<Condition> holdingEach(Field<String> text, List<String> words) {
        return words.stream()
                .map(word ->
                        holding(text, word, words.size() > 1 ? leadingTo(List.of(word)) : WordsMatch.anywhere(word)))
                .toList();
    }

    private static Condition holding(Field<String> text, String phrase, String pattern) {
        Condition led = text.like(pattern);
        // unlike a comparison with >, of which it takes a third to be true, the planner takes this one to be
        return pattern.equals(WordsMatch.anywhere(phrase))
                ? led
                : led.and(DSL.condition("strpos({0}, {1}) <> 0", text, DSL.val(phrase)));
    }

    /** A pattern of LIKE that every text which holds the words in a row satisfies, and few others. */
    static String leadingTo(List<String> words) {
        boolean tiled = words.stream().allMatch(word -> word.chars().allMatch(Character::isLetterOrDigit))
                && words.stream().anyMatch(word -> word.length() >= TILE);
        return tiled
                ? "%" + tiles(words).collect(Collectors.joining("%")) + "%"
                : WordsMatch.anywhere(String.join(" ", words));
    }

    /** Short words stand inside many longer ones; the space behind tells them from those. */
    private static Stream<String> tiles(List<String> words) {
        return Stream.iterate(0, at -> at < words.size(), at -> at + 1).flatMap(at -> {
            String word = words.get(at);
            boolean goesOn = at < words.size() - 1;
            return word.length() > TILE + 1 ? tiles(word) : Stream.of(goesOn ? word + " " : word);
        });
    }

    /** Side by side from the front; the last one ends with the word and is longer by one where they do not come out even. */
    private static Stream<String> tiles(String word) {
        int last = word.length() % TILE == 0 ? TILE : TILE + 1;
        return Stream.concat(
                Stream.iterate(0, from -> from + TILE)
                        .limit(word.length() / TILE - 1)
                        .map(from -> word.substring(from, from + TILE)),
                Stream.of(word.substring(word.length() - last)));
    }
}
