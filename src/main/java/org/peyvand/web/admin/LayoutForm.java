package org.peyvand.web.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Digits;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.overlay.Layout;
import org.springframework.util.MultiValueMap;

/**
 * A layout as a table: a line for every field, with its place in lists, its section and its place there. Sections stand in the
 * order of their first fields.
 */
public record LayoutForm(List<Line> lines) {

    private static final List<Field<?>> LISTED = List.of(
            SystemFields.OWNER, SystemFields.TEAM, SystemFields.TAGS, SystemFields.CREATED_AT, SystemFields.UPDATED_AT);

    /**
     * One field.
     *
     * @param column its place among the columns, empty when it is none
     * @param section the name of its section, empty for none; null for a field that stands in no section
     * @param place orders sections and fields
     */
    public record Line(
            String field,
            String label,
            String column,
            @Nullable String section,
            String place) {}

    /** As a type is laid out. */
    static LayoutForm of(RecordType type, Labels labels, Locale language) {
        List<String> columns = type.listColumns().stream().map(Field::name).toList();
        Map<String, String> sections = new LinkedHashMap<>();
        type.sections()
                .forEach(section ->
                        section.fields().forEach(field -> sections.put(field, labels.section(section, language))));
        List<String> placed = List.copyOf(sections.keySet());
        List<Line> lines = new ArrayList<>();
        for (Field<?> field : fields(type)) {
            String name = field.name();
            boolean system = SystemFields.isSystem(field);
            lines.add(new Line(
                    name,
                    labels.field(type, field, language),
                    columns.contains(name) ? Integer.toString(columns.indexOf(name) + 1) : "",
                    system ? null : sections.getOrDefault(name, ""),
                    placed.contains(name) ? Integer.toString(10 * (placed.indexOf(name) + 1)) : ""));
        }
        return new LayoutForm(lines);
    }

    private static List<Field<?>> fields(RecordType type) {
        List<Field<?>> fields = new ArrayList<>(type.ownFields());
        LISTED.forEach(field -> type.find(field.name()).ifPresent(fields::add));
        return fields;
    }

    /** What was sent for the fields of a type, as a layout of it. */
    static Layout read(RecordType type, @Nullable UUID role, MultiValueMap<String, String> sent, Naming naming) {
        List<String> columns = fields(type).stream()
                .map(Field::name)
                .filter(name -> number(sent, "column/" + name) < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(name -> number(sent, "column/" + name)))
                .toList();
        Map<String, List<String>> bySection = new LinkedHashMap<>();
        type.ownFields().stream()
                .map(Field::name)
                .filter(name -> !text(sent, "section/" + name).isEmpty())
                .sorted(Comparator.comparingInt(name -> number(sent, "place/" + name)))
                .forEach(name -> bySection
                        .computeIfAbsent(text(sent, "section/" + name), none -> new ArrayList<>())
                        .add(name));
        List<RecordType.Section> sections = new ArrayList<>();
        bySection.forEach((word, fields) -> sections.add(naming.section(type, word, fields, sections.size())));
        return new Layout(type.plural(), role, sections, columns);
    }

    /** Knows a section again by the name that the form showed; a new name is its label in both languages. */
    record Naming(Labels labels, Locale language) {

        RecordType.Section section(RecordType type, String word, List<String> fields, int nth) {
            return type.sections().stream()
                    .filter(known -> labels.section(known, language).equals(word))
                    .findFirst()
                    .map(known -> new RecordType.Section(known.key(), fields, known.label()))
                    .orElseGet(() -> new RecordType.Section(
                            "own-" + (nth + 1) + "-" + Integer.toHexString(word.hashCode()),
                            fields,
                            new Field.Label(word, word)));
        }
    }

    /** In whatever digits; what is no number comes last. */
    private static int number(MultiValueMap<String, String> sent, String name) {
        String digits = Digits.latin(text(sent, name));
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }
}
