package org.peyvand.web.admin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Option;
import org.peyvand.web.value.Tones;
import org.springframework.util.MultiValueMap;

/**
 * An option of a choice in the form of its field. The order of the rows is the order of the options.
 *
 * @param key what is stored and sent; empty in a row that leaves it to the label
 * @param color one of {@link Option#COLORS}, or empty for the one that the key suggests
 * @param standing the option as it stands, or null in a row for a new one
 * @param fixed whether the program itself needs it, so that it cannot be taken away
 */
public record OptionRow(
        String key,
        String persian,
        String english,
        String color,
        boolean closed,
        @Nullable Option standing,
        boolean fixed) {

    static final int SPARE = 3;
    public static final OptionRow BLANK = new OptionRow("", "", "", "", false, null, false);

    static List<OptionRow> blank(int many) {
        return Collections.nCopies(many, BLANK);
    }

    /** The rows that were sent, of which some may stand for options that the field has. */
    static List<OptionRow> read(MultiValueMap<String, String> sent, List<OptionRow> shown) {
        Map<String, OptionRow> known = new HashMap<>();
        shown.stream().filter(OptionRow::stands).forEach(row -> known.put(row.key(), row));
        int many = sent.getOrDefault("option.key", List.of()).size();
        return IntStream.range(0, many)
                .mapToObj(nth -> {
                    String key = cell(sent, "option.key", nth);
                    OptionRow before = known.get(key);
                    return new OptionRow(
                            key,
                            cell(sent, "option.fa", nth),
                            cell(sent, "option.en", nth),
                            cell(sent, "option.color", nth),
                            sent.getOrDefault("option.closed", List.of()).contains(key),
                            before == null ? null : before.standing(),
                            before != null && before.fixed());
                })
                .toList();
    }

    /**
     * The rows after a button that only changes the form: {@code more}, or {@code up}, {@code down} and {@code without} with
     * the number of a row, such as {@code up.2}.
     */
    static List<OptionRow> arranged(List<OptionRow> rows, String ask) {
        String[] words = ask.split("\\.", 2);
        int nth = words.length == 2 && words[1].matches("\\d{1,4}") ? Integer.parseInt(words[1]) : rows.size();
        List<OptionRow> arranged = new ArrayList<>(rows);
        switch (words[0]) {
            case "more" -> arranged.addAll(blank(SPARE));
            case "up" -> swap(arranged, nth, nth - 1);
            case "down" -> swap(arranged, nth, nth + 1);
            case "without" -> {
                if (nth < rows.size()) {
                    arranged.remove(nth);
                }
            }
            default -> {
                return rows;
            }
        }
        return arranged;
    }

    /** The options that the rows say; rows without any word say none. */
    static List<Option> options(List<OptionRow> rows, List<OptionRow> shown) {
        return rows.stream()
                .filter(row -> row.stands() || !row.name().isEmpty())
                .map(row -> row.option(shown))
                .toList();
    }

    public boolean stands() {
        return standing != null;
    }

    /** What the row is called where it must be named. */
    public String name() {
        return !persian.isEmpty() ? persian : !english.isEmpty() ? english : key;
    }

    /** The class of its colour. */
    public String tone() {
        return Tones.of(List.of(Option.of(key).colored(orNull(color))), key);
    }

    /** The class of a colour that an option may have. */
    public static String tone(String color) {
        return Tones.of(List.of(Option.of(color).colored(color)), color);
    }

    private Option option(List<OptionRow> shown) {
        boolean unnamed = standing != null && standing.fa() == null && standing.en() == null;
        boolean asShown = shown.stream()
                .anyMatch(row -> Objects.equals(row.standing(), standing)
                        && row.persian().equals(persian)
                        && row.english().equals(english));
        // Labels of the program stay its own until somebody writes others.
        boolean own = !(unnamed && asShown);
        return new Option(
                key.isEmpty() ? name() : key,
                own ? orNull(persian) : null,
                own ? orNull(english) : null,
                orNull(color),
                closed);
    }

    private static void swap(List<OptionRow> rows, int one, int other) {
        if (Math.min(one, other) >= 0 && Math.max(one, other) < rows.size()) {
            Collections.swap(rows, one, other);
        }
    }

    private static String cell(MultiValueMap<String, String> sent, String name, int nth) {
        List<String> cells = sent.getOrDefault(name, List.of());
        return nth < cells.size() ? cells.get(nth).strip() : "";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
