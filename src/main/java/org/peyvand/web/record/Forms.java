package org.peyvand.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Labels;
import org.peyvand.record.Model;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.ContactPointsType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TextType;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.FieldRuling;
import org.peyvand.web.Page;
import org.peyvand.web.value.Input;
import org.peyvand.web.value.Inputs;
import org.springframework.stereotype.Component;

/** Makes the forms of records. */
@Component
class Forms {

    private final Records records;
    private final Inputs inputs;
    private final Labels labels;
    private final Unsent unsent;
    private final FieldRuling ruling;

    Forms(Records records, Inputs inputs, Labels labels, Unsent unsent, FieldRuling ruling) {
        this.ruling = ruling;
        this.records = records;
        this.inputs = inputs;
        this.labels = labels;
        this.unsent = unsent;
    }

    /** The control of one field of a record. */
    Input input(Subject subject, Field<?> field, Page page) {
        return inputs.input(subject.type(), field, subject.record().values().get(field.name()), subject.names(), page);
    }

    /** All that the reader may change. */
    EditForm edit(Subject subject, Page page) {
        return edit(subject, new Draft(), page);
    }

    /** The same, with what was typed for somebody who turned out to be there already in the places that were empty. */
    EditForm edit(Subject subject, Draft typed, Page page) {
        RecordType type = subject.type();
        Map<RecordRef, RecordName> names = names(type, typed);
        Function<Field<?>, Input> filled = field -> {
            Input stands = input(subject, field, page);
            Object known = typed.values().get(field.name());
            return known == null || subject.record().values().get(field.name()) != null
                    ? stands
                    : inputs.input(type, field, known, names, page).since(stands.mark());
        };
        List<Field<?>> asked = asked(type).stream()
                .filter(field -> subject.record().has(field))
                .toList();
        EditForm form = new EditForm(
                subject.href(),
                page.t("record.edit.title", subject.title()),
                subject.record().version(),
                inputs(asked.stream().filter(field -> comesFirst(type, field)).toList(), filled),
                sections(
                        type,
                        asked.stream().filter(field -> !comesFirst(type, field)).toList(),
                        filled,
                        page),
                List.of(),
                subject.href(),
                new EditForm.Aids(unsent.kept(Unsent.edit(type, subject.id())), null, null),
                Map.of());
        return form.ruled(type, subject.ruling());
    }

    /** How much of a form for a new record is asked at once; the rest is one click away. */
    enum Length {
        /** Where somebody is in the middle of something else: what is needed, and what is known already. */
        SHORT,
        /** Besides, what tells a record in a list. */
        WHOLE;

        /** Dialogs are short. */
        static Length of(HttpServletRequest request) {
            return request.getHeader("HX-Request") != null ? SHORT : WHOLE;
        }
    }

    /** What a new record needs, with what is known already. */
    EditForm create(RecordType type, Draft preset, Length length, Page page) {
        Map<RecordRef, RecordName> names = names(type, preset);
        Function<Field<?>, Input> blank = field -> {
            Input empty = inputs.input(type, field, field.initial(), names, page);
            Object known = preset.values().get(field.name());
            return known == null
                    ? empty
                    : inputs.input(type, field, known, names, page).since(empty.mark());
        };
        List<Field<?>> asked = asked(type).stream()
                .filter(field -> !field.name().equals(SystemFields.TEAM.name()))
                .toList();
        Set<String> first = new HashSet<>(preset.fields());
        asked.stream()
                .filter(field -> length == Length.WHOLE ? comesFirst(type, field) : isNeeded(type, field))
                .forEach(field -> first.add(field.name()));
        List<Field<?>> atOnce =
                asked.stream().filter(field -> first.contains(field.name())).toList();
        List<Field<?>> further =
                asked.stream().filter(field -> !first.contains(field.name())).toList();
        EditForm form = new EditForm(
                "/" + type.plural(),
                page.t(
                        "record.create.title",
                        labels.one(type, page.presentation().language())),
                0,
                inputs(atOnce, blank),
                sections(type, further, blank, page),
                List.of(),
                "/" + type.plural(),
                new EditForm.Aids(
                        unsent.kept(Unsent.create(type, belongsTo(type, preset))),
                        type.isCompared() ? "/" + type.plural() + "/duplicates" : null,
                        type.isCompared() ? "/" + type.plural() + "/card" : null),
                Map.of());
        return form.ruled(type, ruling.of(records.actor(), type, null, begun(type, preset)));
    }

    private static Map<String, @Nullable Object> begun(RecordType type, Draft preset) {
        Map<String, @Nullable Object> values = new HashMap<>();
        type.fields().forEach(field -> values.put(field.name(), field.initial()));
        values.putAll(preset.values());
        return values;
    }

    /** The record that a new one is made for, so that what is typed for one does not turn up at another. */
    private @Nullable UUID belongsTo(RecordType type, Draft preset) {
        return preset.values().entrySet().stream()
                .map(each -> ref(records.model(), type.field(each.getKey()), each.getValue()))
                .flatMap(Stream::ofNullable)
                .map(RecordRef::id)
                .findFirst()
                .orElse(null);
    }

    /** Single numbers and addresses say it better than the lists that hold them too. */
    private List<Field<?>> asked(RecordType type) {
        return records.writable(type).stream()
                .filter(field -> !(field.type() instanceof ContactPointsType))
                .toList();
    }

    /** What is required, what names the record, and what tells it in a list. */
    private static boolean comesFirst(RecordType type, Field<?> field) {
        Set<String> telling = new HashSet<>();
        type.listColumns().forEach(column -> telling.add(column.name()));
        return field.is(Field.Flag.REQUIRED)
                || telling.contains(field.name())
                || type.rules().containsKey(field.name());
    }

    /** What is required, or may be by what is typed, and what names the record: for one that only joins two others, these. */
    private static boolean isNeeded(RecordType type, Field<?> field) {
        return field.is(Field.Flag.REQUIRED)
                || field.name().equals(type.titleField().name())
                || !(type.titleField().type() instanceof TextType)
                        && type.subtitleFields().contains(field)
                || type.rules().containsKey(field.name());
    }

    private static List<Input> inputs(Collection<Field<?>> fields, Function<Field<?>, Input> input) {
        return fields.stream().map(input).toList();
    }

    private List<EditForm.Section> sections(
            RecordType type, List<Field<?>> asked, Function<Field<?>, Input> input, Page page) {
        List<Field<?>> left = new ArrayList<>(asked);
        List<EditForm.Section> sections = new ArrayList<>();
        for (RecordType.Section section : type.sections()) {
            List<Field<?>> here = left.stream()
                    .filter(field -> section.fields().contains(field.name()))
                    .toList();
            left.removeAll(here);
            add(sections, labels.section(section, page.presentation().language()), inputs(here, input));
        }
        add(sections, page.t("record.section.other"), inputs(left, input));
        return sections;
    }

    private static void add(List<EditForm.Section> sections, String label, List<Input> inputs) {
        if (!inputs.isEmpty()) {
            sections.add(new EditForm.Section(label, inputs));
        }
    }

    private Map<RecordRef, RecordName> names(RecordType type, Draft preset) {
        List<RecordRef> refs = new ArrayList<>();
        preset.values().forEach((name, value) -> {
            RecordRef ref = ref(records.model(), type.field(name), value);
            if (ref != null) {
                refs.add(ref);
            }
        });
        return refs.isEmpty() ? new HashMap<>() : records.gate().names(records.actor(), refs);
    }

    static @Nullable RecordRef ref(Model model, Field<?> field, @Nullable Object value) {
        if (value instanceof RecordRef any && model.find(any.type()).isPresent()) {
            return any;
        }
        return value instanceof UUID id && field.type() instanceof ReferenceType reference
                ? new RecordRef(reference.target(), id)
                : null;
    }
}
