package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordTypeBuilder;

/**
 * How a type is laid out for a role. It arranges and leaves out; what somebody may see is never decided here.
 *
 * @param role whose members see it so; null for all whose roles have no layout of their own
 * @param sections of the record page and the form; null as shipped
 * @param listColumns names of fields; null as shipped
 */
public record Layout(
        String type,
        @Nullable UUID role,
        @Nullable List<RecordType.Section> sections,
        @Nullable List<String> listColumns) {

    /** The type in this layout; fields that are retired meanwhile are passed over. */
    RecordType over(RecordType shown) {
        List<RecordType.Section> arranged = sections;
        List<String> columns = listColumns;
        RecordTypeBuilder builder = shown.copy();
        if (arranged != null) {
            builder.sections(arranged.stream()
                    .map(section ->
                            new RecordType.Section(section.key(), known(shown, section.fields()), section.label()))
                    .toList());
        }
        if (columns != null) {
            builder.listColumns(known(shown, columns));
        }
        return builder.build();
    }

    private static List<String> known(RecordType type, List<String> names) {
        return names.stream().filter(name -> type.find(name).isPresent()).toList();
    }

    /** Everything in it that the type does not have, or that stands twice. */
    List<Problem> problems(RecordType shown) {
        List<Problem> problems = new ArrayList<>();
        check(shown, Objects.requireNonNullElse(listColumns, List.of()), "listColumns", problems);
        List<String> placed = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (RecordType.Section section : Objects.requireNonNullElse(sections, List.<RecordType.Section>of())) {
            placed.addAll(section.fields());
            if (!keys.add(section.key())) {
                problems.add(Problem.of("sections", "section-twice", section.key()));
            }
        }
        check(shown, placed, "sections", problems);
        return problems;
    }

    private static void check(RecordType type, List<String> names, String place, List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (type.find(name).isEmpty()) {
                problems.add(Problem.of(place, "unknown-field", name));
            } else if (!seen.add(name)) {
                problems.add(Problem.of(place, "field-twice", name));
            }
        }
    }
}
