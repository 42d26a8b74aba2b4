package org.peyvand.exchange;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.file.Files;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.overlay.OwnFields;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Understands what is to be imported, and refuses what cannot be meant. */
@Component
final class ImportPlanning {

    private final Models models;
    private final Visibility visibility;
    private final Files files;
    private final OwnFields ownFields;
    private final FieldWords words;
    private final ExtraColumns extras;

    ImportPlanning(
            Models models,
            Visibility visibility,
            Files files,
            OwnFields ownFields,
            FieldWords words,
            ExtraColumns extras) {
        this.extras = extras;
        this.models = models;
        this.visibility = visibility;
        this.files = files;
        this.ownFields = ownFields;
        this.words = words;
    }

    ImportPlan plan(Actor actor, ImportRequest request) {
        Model model = models.current();
        RecordType type =
                model.find(request.type()).orElseThrow(() -> new Refusal.Malformed("unknown-type", request.type()));
        if (type.is(RecordType.Flag.GUARDED) || visibility.reach(actor, type, Operation.IMPORT) instanceof Reach.None) {
            throw new Refusal.Forbidden("may-not-import", type.plural());
        }
        ImportOptions options = ImportOptions.read(request.options());
        Supplier<InputStream> file = () -> files.open(actor, request.file());
        TableFormat format = TableFormat.of(file, options);
        Mapping mapping = mapping(actor, request.mapping(), type, options, file, format);
        ValueWords values = ValueWords.read(request.values());
        values.check(mapping);
        return new ImportPlan(model, type, format, mapping, options, values, matchOn(actor, type, mapping, options));
    }

    /** The plan as if the own fields it asks for were there already. */
    ImportPlan sketched(ImportPlan plan) {
        Mapping mapping = plan.mapping();
        List<Field<?>> made = new ArrayList<>();
        for (int i = 0; i < mapping.targets().size(); i++) {
            if (mapping.targets().get(i) instanceof Target.Making making) {
                Field<?> field = ownFields.sketch(plan.type().plural(), making.wanted());
                made.add(field);
                mapping = mapping.with(i, new Target.Into(field, false));
            }
        }
        return made.isEmpty() ? plan : with(plan, plan.type().withFields(made), mapping);
    }

    /** The plan with the own fields it asks for really made, each in its own transaction. */
    ImportPlan made(Actor actor, ImportPlan plan) {
        Mapping mapping = plan.mapping();
        for (int i = 0; i < mapping.targets().size(); i++) {
            if (mapping.targets().get(i) instanceof Target.Making making) {
                Field<?> field = ownFields.create(actor, plan.type().plural(), making.wanted());
                mapping = mapping.with(i, new Target.Into(field, false));
            }
        }
        return with(plan, models.current().type(plan.type().plural()), mapping);
    }

    private ImportPlan with(ImportPlan plan, RecordType type, Mapping mapping) {
        return new ImportPlan(
                models.current(), type, plan.format(), mapping, plan.options(), plan.values(), plan.matchOn());
    }

    private Mapping mapping(
            Actor actor,
            @Nullable JsonNode json,
            RecordType type,
            ImportOptions options,
            Supplier<InputStream> file,
            TableFormat format) {
        try (TableRows rows = format.rows(file)) {
            Mapping mapping = Mapping.read(json, rows.header(), type, fields(actor, type, options), words);
            if (mapping.targets().stream().allMatch(Target.Nowhere.class::isInstance)) {
                throw new Refusal.Invalid(List.of(Problem.of("mapping", "nothing-mapped")));
            }
            return mapping;
        }
    }

    /** What a column may fill: what the actor may write, and the identifier where records are matched by it. */
    private List<Field<?>> fields(Actor actor, RecordType type, ImportOptions options) {
        Stream<Field<?>> writable = type.fields().stream()
                .filter(field -> !field.is(Field.Flag.READ_ONLY) || field.is(Field.Flag.BUILDING))
                .filter(field -> visibility.access(actor, type, field) == FieldAccess.WRITABLE);
        Stream<Field<?>> identifier = options.matchOn().contains("id") ? Stream.of(SystemFields.ID) : Stream.of();
        return Stream.of(writable, identifier, extras.writable(actor, type.plural()).stream())
                .<Field<?>>flatMap(each -> each)
                .toList();
    }

    private List<Field<?>> matchOn(Actor actor, RecordType type, Mapping mapping, ImportOptions options) {
        if (options.onDuplicate() == ImportOptions.OnDuplicate.CREATE) {
            return List.of();
        }
        if (!options.matchOn().isEmpty()) {
            return options.matchOn().stream()
                    .<Field<?>>map(name -> matchField(actor, type, mapping, name))
                    .toList();
        }
        return List.of(byNature(type, mapping)
                .orElseThrow(() -> new Refusal.Invalid(List.of(Problem.of("options", "nothing-to-match-on")))));
    }

    private Field<?> matchField(Actor actor, RecordType type, Mapping mapping, String name) {
        Field<?> field = type.find(name)
                .filter(each -> visibility.access(actor, type, each) != FieldAccess.HIDDEN)
                .orElseThrow(() -> new Refusal.Malformed("unknown-field", name));
        if (field.columns().isEmpty()) {
            throw new Refusal.Malformed("cannot-match-on", name);
        }
        if (mapping.columnOf(name) < 0) {
            throw new Refusal.Invalid(List.of(Problem.of("options", "match-field-not-mapped", name)));
        }
        return field;
    }

    /** The mapped field that tells records apart best: a key, an address, a number, the title. */
    private static Optional<Field<?>> byNature(RecordType type, Mapping mapping) {
        List<Field<?>> mapped = type.fields().stream()
                .filter(field -> mapping.columnOf(field.name()) >= 0)
                .toList();
        return Stream.<java.util.function.Predicate<Field<?>>>of(
                        field -> field.is(Field.Flag.UNIQUE),
                        field -> field.type() instanceof EmailType,
                        field -> field.name().equals("mobile"),
                        field -> field.type() instanceof PhoneType,
                        field -> field.name().equals(type.titleField().name()))
                .flatMap(wanted -> mapped.stream().filter(wanted))
                .findFirst();
    }
}
