package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.database.Notifications;
import org.peyvand.record.Actor;
import org.peyvand.record.FieldRule;
import org.peyvand.record.Model;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;
import org.peyvand.record.query.Judging;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * What administrators change about record types: own fields, which become real columns, and labels, options and
 * requiredness of shipped ones. Every call is one transaction and one new version of the model. Whether the actor is an
 * administrator is checked by the door that calls.
 */
@Component
public final class OwnFields {

    private static final Logger log = LoggerFactory.getLogger(OwnFields.class);

    private final OverlayRows rows;
    private final RuleRows rules;
    private final FieldColumns columns;
    private final SchemaChange schema;
    private final DatabaseModels models;
    private final FieldPreparation preparation;

    public OwnFields(
            DSLContext sql,
            TransactionTemplate transactions,
            DatabaseModels models,
            Notifications notifications,
            FieldPreparation preparation) {
        this.rows = new OverlayRows(sql);
        this.rules = new RuleRows(sql);
        this.columns = new FieldColumns(sql);
        this.schema = new SchemaChange(sql, transactions, notifications, models, rows);
        this.models = models;
        this.preparation = preparation;
    }

    /**
     * Makes a field, usable at once unless the table is filled and an index must be built; then it is
     * {@link Field.Flag#BUILDING} until a job has finished.
     *
     * @throws Refusal.Invalid when the name, type, options or target will not do
     * @throws Refusal.Conflict when the name is taken, also by a retired field, or the table is too busy
     */
    public Field<?> create(Actor actor, String type, NewField wanted) {
        OverlayField row = schema.run(() -> {
            Model model = models.uncommitted();
            return add(actor, model, model.find(type).orElseThrow(Refusal.NotFound::new), wanted);
        });
        log.info("{} made the field {}.{}", actor.name(), type, row.name());
        return models.current().type(type).field(row.name());
    }

    /** The field that {@link #create} would make, without making it. */
    public Field<?> sketch(String type, NewField wanted) {
        return checked(models.current(), type(type), wanted).field();
    }

    /**
     * Changes label, requiredness or options of any field.
     *
     * @throws Refusal.Invalid when the field has no options to change or a shipped requirement would be lifted
     */
    public Field<?> change(Actor actor, String type, String name, FieldChange change) {
        schema.run(() -> {
            change(models.uncommitted(), type, name, change);
            return name;
        });
        log.info("{} changed the field {}.{}", actor.name(), type, name);
        return models.current().type(type).field(name);
    }

    /** Hides an own field; its column and values stay, and its name stays taken. */
    public void retire(Actor actor, String type, String name) {
        schema.run(() -> setState(type(type), name, OverlayField.State.RETIRED));
        log.info("{} retired the field {}.{}", actor.name(), type, name);
    }

    /** Shows a retired field again with all its values. */
    public Field<?> restore(Actor actor, String type, String name) {
        schema.run(() -> {
            OverlayField row = own(type, name);
            String target = row.target();
            if (target != null && models.uncommitted().find(target).isEmpty()) {
                throw new Refusal.Conflict("target-retired", name, target);
            }
            boolean guarded = FieldColumns.isGuarded(row.field(), row.unique());
            setState(type(type), name, guarded ? OverlayField.State.BUILDING : OverlayField.State.LIVE);
            if (guarded) {
                preparation.enqueue(actor, type, name);
            }
            return name;
        });
        log.info("{} restored the field {}.{}", actor.name(), type, name);
        return models.current().type(type).field(name);
    }

    /** Has the fields built that were left half built when their type was retired. */
    void goOnBuilding(Actor actor, String type) {
        rows.fields().stream()
                .filter(row -> row.type().equals(type) && row.state() == OverlayField.State.BUILDING)
                .forEach(row -> preparation.enqueue(actor, type, row.name()));
    }

    /** The names of the retired fields of a type. */
    public List<String> retired(String type) {
        return rows.fields().stream()
                .filter(row -> row.type().equals(type) && row.state() == OverlayField.State.RETIRED)
                .map(OverlayField::name)
                .toList();
    }

    /** Makes a field within a change of the schema that is under way. */
    OverlayField add(Actor actor, Model model, RecordType type, NewField wanted) {
        OverlayField row = checked(model, type, wanted);
        if (isTaken(type, row.name(), row)) {
            throw new Refusal.Conflict(
                    List.of(Problem.of("name", "field-name-taken", row.name())), "field-name-taken", row.name());
        }
        Field<?> field = row.field();
        columns.add(type, field);
        boolean guarded = FieldColumns.isGuarded(field, row.unique());
        boolean atOnce = columns.isSmall(type);
        columns.addForeignKey(model, type, field, atOnce);
        if (guarded && atOnce) {
            schema.execute(columns.createIndex(type, field, row.unique(), false));
        }
        boolean building = guarded && !atOnce;
        rows.insert(building ? inState(row, OverlayField.State.BUILDING) : row);
        if (building) {
            preparation.enqueue(actor, type.plural(), row.name());
        }
        return row;
    }

    private OverlayField checked(Model model, RecordType type, NewField wanted) {
        List<Problem> problems = new ArrayList<>();
        if (wanted.label().in(Locale.of("fa")).isBlank()) {
            problems.add(Problem.of("label", "required"));
        }
        var valueType = OwnFieldTypes.of(wanted.type(), wanted.options(), wanted.target());
        if (valueType.isEmpty()) {
            boolean reference = wanted.type().equals("reference");
            problems.add(Problem.of(reference ? "target" : "type", reference ? "required" : "unknown-field-type"));
        }
        if (wanted.target() != null && model.find(wanted.target()).isEmpty()) {
            problems.add(Problem.of("target", "unknown-type", wanted.target()));
        }
        if (wanted.type().equals("multiChoice") && wanted.options().isEmpty()) {
            problems.add(Problem.of("options", "required"));
        }
        checkOptions(wanted.options(), problems);
        if (wanted.unique() && !isUniquable(wanted.type())) {
            problems.add(Problem.of("unique", "cannot-be-unique"));
        }
        String name = name(type, wanted, problems);
        if (!problems.isEmpty() || name == null) {
            throw new Refusal.Invalid(problems);
        }
        return new OverlayField(
                type.plural(),
                name,
                wanted.type(),
                wanted.label(),
                wanted.required(),
                wanted.unique(),
                wanted.options(),
                wanted.target(),
                OverlayField.State.LIVE);
    }

    private @Nullable String name(RecordType type, NewField wanted, List<Problem> problems) {
        String chosen = wanted.name();
        if (chosen == null || chosen.isBlank()) {
            return FieldNames.made(wanted.label(), name -> isTaken(type, name, null));
        }
        String name = FieldNames.chosen(chosen);
        if (name == null) {
            problems.add(Problem.of("name", "bad-field-name"));
        }
        return name;
    }

    /** Taken by a field, by a retired one, or its columns by whatever else. */
    private boolean isTaken(RecordType type, String name, @Nullable OverlayField row) {
        return type.find(name).isPresent()
                || rows.field(type.plural(), name).isPresent()
                || columns.exists(type, row == null ? Field.text(name) : row.field());
    }

    private static boolean isUniquable(String type) {
        return List.of("text", "integer", "email", "phone", "url").contains(type);
    }

    private static void checkOptions(List<Option> options, List<Problem> problems) {
        Set<String> keys = new HashSet<>();
        for (Option option : options) {
            String color = option.color();
            if (!keys.add(option.key())) {
                problems.add(Problem.of("options", "option-twice", option.key()));
            }
            if (color != null && !Option.COLORS.contains(color)) {
                problems.add(Problem.of("options", "unknown-color", color, String.join(", ", Option.COLORS)));
            }
        }
    }

    private static @Nullable JsonNode later(@Nullable JsonNode standing, @Nullable JsonNode said) {
        return said == null ? standing : said.isNull() ? null : said;
    }

    private static void checkRule(
            Model model, RecordType type, String trait, @Nullable JsonNode filter, List<Problem> problems) {
        if (filter == null || filter.isNull()) {
            return;
        }
        try {
            Judging.check(model, type, filter);
        } catch (Refusal.Malformed wrong) {
            problems.add(new Problem(trait, wrong.code(), wrong.arguments()));
        }
    }

    private static void check(Model model, RecordType type, Field<?> field, FieldChange change) {
        List<Problem> problems = new ArrayList<>();
        boolean choice = field.type() instanceof ChoiceType || field.type() instanceof MultiChoiceType;
        if (change.options() != null && !choice) {
            problems.add(Problem.of("options", "no-options"));
        }
        checkOptions(Objects.requireNonNullElse(change.options(), List.of()), problems);
        checkRule(model, type, "visibleWhen", change.visibleWhen(), problems);
        checkRule(model, type, "requiredWhen", change.requiredWhen(), problems);
        if (Boolean.FALSE.equals(change.required()) && field.is(Field.Flag.REQUIRED) && !field.is(Field.Flag.OWN)) {
            problems.add(Problem.of("required", "required-by-program", field.name()));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    /** Changes a field within a change of the schema that is under way. */
    void change(Model model, String type, String name, FieldChange change) {
        RecordType found = model.find(type).orElseThrow(Refusal.NotFound::new);
        check(model, found, found.find(name).orElseThrow(Refusal.NotFound::new), change);
        FieldRule standing = rules.find(type, name);
        rules.put(
                type,
                name,
                new FieldRule(
                        later(standing.visibleWhen(), change.visibleWhen()),
                        later(standing.requiredWhen(), change.requiredWhen())));
        if (!change.describes()) {
            return;
        }
        var own = rows.field(type, name);
        if (own.isEmpty()) {
            rows.put(rows.change(type, name)
                    .orElse(new ShippedChange(type, name, null, null, null))
                    .with(change));
            return;
        }
        OverlayField row = own.get();
        rows.update(new OverlayField(
                row.type(),
                row.name(),
                row.fieldType(),
                change.label() != null ? change.label() : row.label(),
                change.required() != null ? change.required() : row.required(),
                row.unique(),
                change.options() != null ? change.options() : row.options(),
                row.target(),
                row.state()));
    }

    private String setState(RecordType type, String name, OverlayField.State state) {
        OverlayField row = own(type.plural(), name);
        if (row.state() != state) {
            rows.update(inState(row, state));
        }
        return name;
    }

    private OverlayField own(String type, String name) {
        return rows.field(type, name).orElseThrow(Refusal.NotFound::new);
    }

    private RecordType type(String plural) {
        Model model = models.current();
        return model.find(plural).orElseThrow(Refusal.NotFound::new);
    }

    static OverlayField inState(OverlayField row, OverlayField.State state) {
        return new OverlayField(
                row.type(),
                row.name(),
                row.fieldType(),
                row.label(),
                row.required(),
                row.unique(),
                row.options(),
                row.target(),
                state);
    }
}
