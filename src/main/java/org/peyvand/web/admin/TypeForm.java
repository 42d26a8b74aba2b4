package org.peyvand.web.admin;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.record.overlay.NewType;
import org.peyvand.record.overlay.TypeChange;
import org.springframework.util.MultiValueMap;

/**
 * What is typed into the form of a record type.
 *
 * @param persian what many of it are called
 * @param persianOne what one of it is called
 * @param sort the field that lists begin in the order of
 * @param board the field of its board, or empty
 */
public record TypeForm(
        String persian,
        String persianOne,
        String english,
        String englishOne,
        String icon,
        String sort,
        boolean descending,
        String board) {

    static final TypeForm EMPTY = new TypeForm("", "", "", "", "file-text", "", false, "");

    private static final Locale PERSIAN = Locale.of("fa");

    static TypeForm read(MultiValueMap<String, String> sent) {
        return new TypeForm(
                text(sent, "persian"),
                text(sent, "persianOne"),
                text(sent, "english"),
                text(sent, "englishOne"),
                text(sent, "icon"),
                text(sent, "sort"),
                sent.containsKey("descending"),
                text(sent, "board"));
    }

    /** As a type stands; of several keys of its order the first. */
    static TypeForm of(RecordType type, Labels labels) {
        String first = type.defaultSort().split(",")[0];
        boolean descending = first.startsWith("-");
        return new TypeForm(
                labels.many(type, PERSIAN),
                labels.one(type, PERSIAN),
                labels.many(type, Locale.ENGLISH),
                labels.one(type, Locale.ENGLISH),
                type.icon(),
                descending ? first.substring(1) : first,
                descending,
                type.boardField().map(Field::name).orElse(""));
    }

    NewType wanted() {
        return NewType.of(label(persian, english), one()).withIcon(icon.isEmpty() ? null : icon);
    }

    /** Only what differs from what the form showed, so that what is untouched follows later versions. */
    TypeChange change(TypeForm shown) {
        boolean called = persian.equals(shown.persian) && english.equals(shown.english);
        boolean calledOne = persianOne.equals(shown.persianOne) && englishOne.equals(shown.englishOne);
        boolean sorted = sort.equals(shown.sort) && descending == shown.descending;
        return new TypeChange(
                called ? null : label(persian, english),
                calledOne ? null : one(),
                icon.isEmpty() || icon.equals(shown.icon) ? null : icon,
                sorted || sort.isEmpty() ? null : (descending ? "-" : "") + sort,
                board.equals(shown.board) ? null : board);
    }

    private Field.@Nullable Label one() {
        return persianOne.isEmpty() && englishOne.isEmpty() ? null : label(persianOne, englishOne);
    }

    private static Field.Label label(String fa, String en) {
        return new Field.Label(fa.isEmpty() ? en : fa, en.isEmpty() ? fa : en);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }
}
