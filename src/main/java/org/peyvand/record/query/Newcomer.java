package org.peyvand.record.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.ContactPointsType;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.PhoneType;

/**
 * What a record that is about to be made tells about itself, in the form in which it is compared.
 *
 * @param emails in lower case, each with the field that says it
 * @param phones in E.164
 * @param identifiers folded, by the field that holds them
 * @param nameKey the bare name, empty when it says too little
 * @param nameField that says the name
 */
record Newcomer(
        Map<String, Field<?>> emails,
        Map<String, Field<?>> phones,
        Map<Field<?>, String> identifiers,
        String nameKey,
        Field<?> nameField) {

    private static final int SHORTEST_NAME = 3;
    private static final int MOST_POINTS = 10;

    static Newcomer of(Sight sight, RecordType type, Map<String, @Nullable Object> values) {
        Map<String, Field<?>> emails = new LinkedHashMap<>();
        Map<String, Field<?>> phones = new LinkedHashMap<>();
        Map<Field<?>, String> identifiers = new LinkedHashMap<>();
        for (Field<?> field : sight.readable(type)) {
            Object value = values.get(field.name());
            if (value == null) {
                continue;
            }
            if (isEmail(field)) {
                texts(value).forEach(each -> add(emails, lower(each), field));
            } else if (isPhone(field)) {
                texts(value).forEach(each -> add(phones, each, field));
            } else if (field.is(Field.Flag.IDENTIFYING)) {
                identifiers.put(field, PersianText.searchText((String) value));
            }
        }
        String key = sight.reads(type, type.titleField()) ? PersianText.nameKey(name(type, values)) : "";
        return new Newcomer(
                emails, phones, identifiers, key.length() < SHORTEST_NAME ? "" : key, nameField(type, values));
    }

    /** All that is one person's or firm's own. */
    Stream<String> keys() {
        return Stream.of(emails.keySet(), phones.keySet(), identifiers.values()).flatMap(Collection::stream);
    }

    static boolean isEmail(Field<?> field) {
        return field.type() instanceof EmailType
                || (field.type() instanceof ContactPointsType points && points.kind() == ContactPointsType.Kind.EMAILS);
    }

    static boolean isPhone(Field<?> field) {
        return field.type() instanceof PhoneType
                || (field.type() instanceof ContactPointsType points && points.kind() == ContactPointsType.Kind.PHONES);
    }

    /** The addresses or numbers in a value of either kind of field. */
    static List<String> texts(@Nullable Object value) {
        if (value instanceof List<?> points) {
            return points.stream().map(point -> ((ContactPoint) point).value()).toList();
        }
        return value instanceof String text ? List.of(text) : List.of();
    }

    static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private static void add(Map<String, Field<?>> said, String value, Field<?> field) {
        if (said.size() < MOST_POINTS) {
            said.putIfAbsent(value, field);
        }
    }

    private static String name(RecordType type, Map<String, @Nullable Object> values) {
        return named(type, values)
                .map(field -> Objects.toString(values.get(field.name()), ""))
                .collect(Collectors.joining(" "));
    }

    private static Field<?> nameField(RecordType type, Map<String, @Nullable Object> values) {
        List<Field<?>> named = new ArrayList<>(named(type, values).toList());
        return named.isEmpty() ? type.titleField() : named.getLast();
    }

    private static Stream<Field<?>> named(RecordType type, Map<String, @Nullable Object> values) {
        Stream<Field<?>> fields =
                values.get(type.titleField().name()) != null ? Stream.of(type.titleField()) : type.nameParts().stream();
        return fields.filter(field -> values.get(field.name()) != null);
    }
}
