package org.peyvand.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.peyvand.locale.PersianText;

/** The words by which a line of a signature says what it holds, in both languages. */
final class CardWords {

    /** What a line may be labelled as. */
    static final Set<String> LABELS = Set.of(
            "mobile",
            "phone",
            "home",
            "fax",
            "email",
            "site",
            "address",
            "postal",
            "nationalCode",
            "name",
            "company",
            "jobTitle");

    private static final Map<String, Set<String>> WORDS = read();
    private static final Map<String, String> LABEL_OF = labels();

    private CardWords() {}

    /** What the words before a colon say that follows them. */
    static Optional<String> label(String words) {
        return Optional.ofNullable(LABEL_OF.get(PersianText.searchText(words)));
    }

    /** Whether a line holds one of the words of a key as a word of its own. */
    static boolean holds(String key, String line) {
        String folded = " " + PersianText.searchText(line) + " ";
        return of(key).stream().anyMatch(word -> folded.contains(" " + word + " "));
    }

    /** A line without the word of a key at its end. */
    static String withoutLast(String key, String line) {
        String[] words = line.split(" ");
        for (int last = Math.max(0, words.length - 3); last < words.length; last++) {
            String end = String.join(" ", Arrays.asList(words).subList(last, words.length));
            if (is(key, end)) {
                return String.join(" ", Arrays.asList(words).subList(0, last));
            }
        }
        return line;
    }

    /** Whether a text is one of the words of a key. */
    static boolean is(String key, String text) {
        return of(key).contains(PersianText.searchText(text));
    }

    private static Set<String> of(String key) {
        return Objects.requireNonNull(WORDS.get(key), key);
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        LABELS.forEach(label -> of(label).forEach(word -> labels.put(word, label)));
        return Map.copyOf(labels);
    }

    private static Map<String, Set<String>> read() {
        try (InputStream stream = CardWords.class.getResourceAsStream("/exchange/card-words.properties")) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, key -> words(properties.getProperty(key))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> words(String listed) {
        return Arrays.stream(listed.split(",")).map(PersianText::searchText).collect(Collectors.toUnmodifiableSet());
    }
}
