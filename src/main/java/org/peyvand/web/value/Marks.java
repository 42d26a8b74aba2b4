package org.peyvand.web.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * A short mark of what a form shows in a field. It comes back with the form beside what was typed, so that only fields
 * that somebody touched are written and an edit never takes back what another reader changed meanwhile.
 */
final class Marks {

    /** The parameter of a field's mark is its name behind this. */
    static final String PREFIX = "was.";

    /** The parts that a field's parameters may have beside the one of its name. */
    static final List<String> PARTS =
            List.of("currency", "time", "value", "type", "province", "city", "street", "postalCode");

    private Marks() {}

    /** The mark of an input as the page shows it; it equals {@link #of(String, MultiValueMap)} of an untouched form. */
    static String of(Input input) {
        List<String> values = new ArrayList<>();
        switch (input.kind()) {
            case MONEY, INSTANT -> values.addAll(List.of(input.text(), input.extra()));
            case CHOICES -> values.addAll(input.picked());
            case EMAILS, PHONES, ADDRESSES -> columns(input.rows()).forEach(values::addAll);
            case TEXT, WORDS, EMAIL, PHONE, URL, NUMBER, PERCENT, FLAG, DATE, CHOICE, OPEN_CHOICE, REFERENCE, TAGS ->
                values.add(input.text());
        }
        return of(values);
    }

    /** The mark of what was sent for a field. */
    static String of(String field, MultiValueMap<String, String> parameters) {
        List<String> values = new ArrayList<>(parameters.getOrDefault(field, List.of()));
        for (String part : PARTS) {
            values.addAll(parameters.getOrDefault(field + "." + part, List.of()));
        }
        return of(values);
    }

    private static List<List<String>> columns(List<Input.Row> rows) {
        List<List<String>> columns = new ArrayList<>();
        for (Input.Row row : rows) {
            for (int i = 0; i < row.cells().size(); i++) {
                if (columns.size() <= i) {
                    columns.add(new ArrayList<>());
                }
                columns.get(i).add(row.cells().get(i));
            }
        }
        return columns;
    }

    /** Blank parts say nothing, and browsers send their own line ends. */
    private static String of(List<String> values) {
        StringBuilder all = new StringBuilder();
        values.stream()
                .map(value -> value.replace("\r\n", "\n").strip())
                .filter(value -> !value.isEmpty())
                .forEach(value -> all.append(value).append('\u001f'));
        return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 18);
    }
}
