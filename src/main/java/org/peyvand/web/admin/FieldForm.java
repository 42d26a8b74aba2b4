package org.peyvand.web.admin;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
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
 * @param options one a row, with rows that are still blank
 * @param target the plural a reference points at, or empty
 */
public record FieldForm(
        String persian,
        String english,
        String kind,
        List<OptionRow> options,
        String target,
        boolean required,
        boolean unique) {

    static final FieldForm EMPTY = new FieldForm("", "", "text", OptionRow.blank(OptionRow.SPARE), "", false, false);

    private static final Locale PERSIAN = Locale.of("fa");

    /** What was sent, over what the form had shown. */
    static FieldForm read(MultiValueMap<String, String> sent, FieldForm shown) {
        return new FieldForm(
                text(sent, "persian"),
                text(sent, "english"),
                text(sent, "kind"),
                OptionRow.read(sent, shown.options()),
                text(sent, "target"),
                sent.containsKey("required"),
                sent.containsKey("unique"));
    }

    /** As a field stands. */
    static FieldForm of(RecordType type, Field<?> field, Labels labels) {
        return new FieldForm(
                labels.field(type, field, PERSIAN),
                labels.field(type, field, Locale.ENGLISH),
                field.type().key(),
                options(field).stream()
                        .map(option -> row(type, field, option, labels))
                        .toList(),
                "",
                field.is(Field.Flag.REQUIRED),
                field.is(Field.Flag.UNIQUE));
    }

    /** The same after a button that changes nothing but the rows of options. */
    FieldForm arranged(String ask) {
        return new FieldForm(persian, english, kind, OptionRow.arranged(options, ask), target, required, unique);
    }

    /** Whether somebody has begun to fill it in. */
    public boolean isBegun() {
        return !equals(EMPTY);
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
        wanted = kind.equals("choice") || kind.equals("multiChoice")
                ? wanted.withOptions(OptionRow.options(options, List.of()))
                : wanted;
        wanted = required ? wanted.asRequired() : wanted;
        return unique ? wanted.asUnique() : wanted;
    }

    FieldChange change(Field<?> field, FieldForm shown) {
        boolean choice = field.type() instanceof ChoiceType || field.type() instanceof MultiChoiceType;
        boolean shipped = field.is(Field.Flag.REQUIRED) && !field.is(Field.Flag.OWN);
        return new FieldChange(
                label(),
                shipped ? null : Boolean.valueOf(required),
                choice ? OptionRow.options(options, shown.options()) : null);
    }

    private Field.Label label() {
        String fa = persian;
        String en = english;
        return new Field.Label(fa.isEmpty() ? en : fa, en.isEmpty() ? fa : en);
    }

    private static OptionRow row(RecordType type, Field<?> field, Option option, Labels labels) {
        boolean open = field.type() instanceof ChoiceType choice && choice.isOpen();
        return new OptionRow(
                option.key(),
                shown(type, field, option, labels, PERSIAN),
                shown(type, field, option, labels, Locale.ENGLISH),
                Objects.requireNonNullElse(option.color(), ""),
                option.closed(),
                option,
                !open && !field.is(Field.Flag.OWN) && labels.isOfTheProgram(type, field, option.key()));
    }

    /** A label that stands, or of an option without any what it is called all the same. */
    private static String shown(RecordType type, Field<?> field, Option option, Labels labels, Locale language) {
        String given = language.equals(PERSIAN) ? option.fa() : option.en();
        boolean named = option.fa() != null || option.en() != null;
        return named ? Objects.requireNonNullElse(given, "") : labels.option(type, field, option.key(), language);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }
}
