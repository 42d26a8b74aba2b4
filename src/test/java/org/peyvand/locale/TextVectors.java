package org.peyvand.locale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The golden vectors that hold the folding in Java and in SQL together. */
final class TextVectors {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private TextVectors() {}

    record Vector(String text, String searchText, String matchKey) {}

    static List<Vector> all() {
        try (var reader = new BufferedReader(new InputStreamReader(
                TextVectors.class.getResourceAsStream("text-vectors.tsv"), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Vector(unescaped(cells[0]), cells[1], cells[2]))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String unescaped(String cell) {
        return ESCAPE.matcher(cell)
                .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)))
                .replace("\\n", "\n");
    }
}
