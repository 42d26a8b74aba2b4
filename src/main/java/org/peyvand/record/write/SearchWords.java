package org.peyvand.record.write;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.ContactPointsType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.PhoneType;

/** The words that a record is found by: its searched fields and every e-mail address and phone number, folded. */
final class SearchWords {

    private SearchWords() {}

    static boolean isSearched(Field<?> field) {
        return field.is(Field.Flag.SEARCHED) || field.type() instanceof ContactPointsType;
    }

    static String of(PendingWrite write) {
        Set<String> words = new LinkedHashSet<>();
        RecordType type = write.type();
        for (Field<?> field : type.fields()) {
            if (isSearched(field)) {
                add(words, field, write.valueAfter(field));
            }
        }
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    private static void add(Set<String> words, Field<?> field, @Nullable Object value) {
        switch (field.type()) {
            case ContactPointsType points -> {
                for (ContactPoint point : ContactPoints.entries(value)) {
                    words.add(
                            points.kind() == ContactPointsType.Kind.PHONES
                                    ? digits(point.value())
                                    : PersianText.searchText(point.value()));
                }
            }
            case PhoneType phone when value instanceof String number -> words.add(digits(number));
            default -> {
                if (value != null) {
                    words.addAll(PersianText.searchForms(FieldValues.text(field, value)));
                }
            }
        }
    }

    /** +989121234567 is found by 989121234567 and every part of it. */
    private static String digits(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
    }
}
