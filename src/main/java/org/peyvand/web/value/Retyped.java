package org.peyvand.web.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.peyvand.web.value.Input.Row;
import org.springframework.util.MultiValueMap;

/** Puts what was typed back into the controls of a form that was refused. */
public final class Retyped {

    private static final List<String> POINT = List.of("value", "type");
    private static final List<String> ADDRESS = List.of("type", "province", "city", "street", "postalCode");

    private Retyped() {}

    /** The input with what was sent for it; unchanged when the form did not hold it. */
    public static Input of(Input input, MultiValueMap<String, String> sent) {
        String was = sent.getFirst(Marks.PREFIX + input.name());
        return was == null ? input : filled(input, sent).since(was);
    }

    /** Lets a form say nothing of a field. */
    public static void forget(String field, MultiValueMap<String, String> sent) {
        sent.remove(Marks.PREFIX + field);
    }

    private static Input filled(Input input, MultiValueMap<String, String> sent) {
        String text = first(sent, input.name());
        return switch (input.kind()) {
            case MONEY ->
                input.holding(text, first(sent, input.name() + ".currency")).hinting("");
            case INSTANT ->
                input.holding(text, first(sent, input.name() + ".time")).hinting("");
            case REFERENCE -> input.holding(text, first(sent, input.name() + ".text"));
            case CHOICES -> input.picking(sent.getOrDefault(input.name(), List.of()));
            case EMAILS, PHONES -> input.listing(rows(input.name(), POINT, sent));
            case ADDRESSES -> input.listing(rows(input.name(), ADDRESS, sent));
            case DATE -> input.holding(text).hinting("");
            case TEXT, WORDS, EMAIL, PHONE, URL, NUMBER, PERCENT, FLAG, CHOICE, OPEN_CHOICE, TAGS ->
                input.holding(text);
        };
    }

    private static List<Row> rows(String name, List<String> parts, MultiValueMap<String, String> sent) {
        List<Row> rows = new ArrayList<>();
        int count = sent.getOrDefault(name + "." + parts.getFirst(), List.of()).size();
        for (int i = 0; i < count; i++) {
            int index = i;
            rows.add(new Row(
                    parts.stream()
                            .map(part -> at(sent, name + "." + part, index))
                            .toList(),
                    at(sent, name + ".marks", index)));
        }
        return rows;
    }

    private static String at(MultiValueMap<String, String> sent, String parameter, int index) {
        List<String> all = sent.getOrDefault(parameter, List.of());
        return index < all.size() ? all.get(index) : "";
    }

    private static String first(MultiValueMap<String, String> sent, String parameter) {
        return Objects.requireNonNullElse(sent.getFirst(parameter), "");
    }
}
