package org.peyvand.web.admin;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;

/**
 * What a list and a record look like to a role: the labels of the columns and of the sections with their fields, without
 * whatever is hidden from it.
 *
 * @param reachable whether the role reads the type at all
 */
public record LayoutPreview(boolean reachable, List<String> columns, List<Part> parts) {

    /** A section as it is shown. */
    public record Part(String label, List<String> fields) {}

    static LayoutPreview of(
            RecordType type, Labels labels, Locale language, boolean reachable, Predicate<Field<?>> reads) {
        List<String> columns = Stream.concat(Stream.of(type.titleField()), type.listColumns().stream())
                .distinct()
                .filter(reads)
                .map(field -> labels.field(type, field, language))
                .toList();
        List<Part> parts = type.sections().stream()
                .map(section -> new Part(
                        labels.section(section, language),
                        section.fields().stream()
                                .map(type::field)
                                .filter(reads)
                                .map(field -> labels.field(type, field, language))
                                .toList()))
                .filter(part -> !part.fields().isEmpty())
                .toList();
        return new LayoutPreview(reachable, columns, parts);
    }
}
