package org.peyvand.web.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;
import org.peyvand.record.overlay.FieldChange;
import org.peyvand.record.overlay.NewField;
import org.springframework.util.MultiValueMap;

/**
 * What is typed into the form of a field.
 *
 * @param options one a line: a key, or {@code key | Persian | English | color | closed}
 * @param target the plural a reference points at, or empty
 */
public record FieldForm(
        String persian, String english, String kind, String options, String target, boolean required, boolean unique) {

    static final FieldForm EMPTY = new FieldForm("", "", "text", "", "", false, false);

    static FieldForm read(MultiValueMap<String, String> sent) {
        return new FieldForm(
                text(sent, "persian"),
                text(sent, "english"),
                text(sent, "kind"),
                text(sent, "options"),
                text(sent, "target"),
                sent.containsKey("required"),
                sent.containsKey("unique"));
    }

    /** As a field stands. */
    static FieldForm of(Field<?> field, String persian, String english) {
        return new FieldForm(
                persian,
                english,
                field.type().key(),
                options(field).stream().map(FieldForm::line).collect(Collectors.joining("\n")),
                "",
                field.is(Field.Flag.REQUIRED),
                field.is(Field.Flag.UNIQUE));
    }

    static List<Option> options(Field<?> field) {
        return switch (field.type()) {
            case ChoiceType choice -> choice.options();
            case MultiChoiceType choices -> choices.options();
            default -> List.of();
        };
    }

    NewField wanted() {
        NewField wanted = NewField.of(kind, label());
        wanted = target.isBlank() || !kind.equals("reference") ? wanted : wanted.pointingAt(target);
        wanted = kind.equals("choice") || kind.equals("multiChoice") ? wanted.withOptions(parsed()) : wanted;
        wanted = required ? wanted.asRequired() : wanted;
        return unique ? wanted.asUnique() : wanted;
    }

    FieldChange change(Field<?> field) {
        boolean choice = field.type() instanceof ChoiceType || field.type() instanceof MultiChoiceType;
        boolean shipped = field.is(Field.Flag.REQUIRED) && !field.is(Field.Flag.OWN);
        return new FieldChange(label(), shipped ? null : Boolean.valueOf(required), choice ? parsed() : null);
    }

    private Field.Label label() {
        String fa = persian;
        String en = english;
        return new Field.Label(fa.isEmpty() ? en : fa, en.isEmpty() ? fa : en);
    }

    private List<Option> parsed() {
        List<Option> parsed = new ArrayList<>();
        for (String line : options.split("\\R")) {
            String[] parts = line.split("\\|");
            if (!parts[0].isBlank()) {
                parsed.add(new Option(parts[0].strip(), part(parts, 1), part(parts, 2), part(parts, 3), isShut(parts)));
            }
        }
        return parsed;
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }

    private static @Nullable String part(String[] parts, int index) {
        return parts.length > index && !parts[index].isBlank() ? parts[index].strip() : null;
    }

    private static boolean isShut(String[] parts) {
        return "closed".equals(part(parts, 4));
    }

    private static String line(Option option) {
        String line = Stream.of(
                        option.key(), option.fa(), option.en(), option.color(), option.closed() ? "closed" : null)
                .map(part -> Objects.requireNonNullElse(part, ""))
                .collect(Collectors.joining(" | "));
        return line.replaceAll("( \\| )+$", "").strip();
    }
}
