package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.database.Notifications;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The record types that an organisation makes, each a table of its own, and what it calls those that are shipped. Every call
 * is one transaction and one new version of the model. Whether the actor is an administrator is checked by the door that
 * calls.
 */
@Component
public final class OwnTypes {

    private static final Logger log = LoggerFactory.getLogger(OwnTypes.class);
    private static final Locale PERSIAN = Locale.of("fa");

    private final OverlayRows rows;
    private final TypeTables tables;
    private final SchemaChange schema;
    private final DatabaseModels models;
    private final OwnFields fields;

    public OwnTypes(
            DSLContext sql,
            TransactionTemplate transactions,
            DatabaseModels models,
            Notifications notifications,
            OwnFields fields) {
        this.rows = new OverlayRows(sql);
        this.tables = new TypeTables(sql);
        this.schema = new SchemaChange(sql, transactions, notifications, models, rows);
        this.models = models;
        this.fields = fields;
    }

    /**
     * Makes a type with its table, and with the fields that were wished for along with it.
     *
     * @throws Refusal.Invalid when the name, the label or a field will not do; problems of a field begin {@code fields/0/}
     * @throws Refusal.Conflict when the name is taken, also by a retired type
     */
    public RecordType create(Actor actor, NewType wanted) {
        String name = schema.run(() -> add(actor, wanted));
        log.info("{} made the type {}", actor.name(), name);
        return models.current().type(name);
    }

    /**
     * Changes what a type is called, its icon, its order or its board.
     *
     * @throws Refusal.Invalid when a trait will not do
     */
    public RecordType change(Actor actor, String type, TypeChange change) {
        schema.run(() -> {
            change(models.uncommitted(), type, change);
            return type;
        });
        log.info("{} changed the type {}", actor.name(), type);
        return models.current().type(type);
    }

    /**
     * Hides an own type; its table, records and name stay.
     *
     * @throws Refusal.Conflict when it is shipped, or fields of other types lead to it
     */
    public void retire(Actor actor, String type) {
        schema.run(() -> {
            hide(models.uncommitted(), type);
            return type;
        });
        log.info("{} retired the type {}", actor.name(), type);
    }

    /** Retires a type within a change of the schema that is under way. */
    void hide(Model model, String type) {
        if (model.find(type).isEmpty()) {
            throw new Refusal.NotFound();
        }
        OverlayType row =
                rows.type(type).filter(OverlayType::own).orElseThrow(() -> new Refusal.Conflict("type-shipped"));
        demandUnreferred(model, type);
        rows.put(row.retired(true));
    }

    /**
     * Shows a retired type again with all its records.
     *
     * @throws Refusal.Conflict when a field of it leads to a type that is retired meanwhile
     */
    public RecordType restore(Actor actor, String type) {
        schema.run(() -> {
            OverlayType row = rows.type(type).filter(OverlayType::own).orElseThrow(Refusal.NotFound::new);
            rows.put(row.retired(false));
            demandTargets(models.uncommitted(), type);
            fields.goOnBuilding(actor, type);
            return type;
        });
        log.info("{} restored the type {}", actor.name(), type);
        return models.current().type(type);
    }

    /** The retired types, with what many of them are called. */
    public List<Retired> retired() {
        return rows.types().stream()
                .filter(OverlayType::retired)
                .map(row -> new Retired(row.name(), Optional.ofNullable(row.many())))
                .toList();
    }

    /** A type that is hidden. */
    public record Retired(String name, Optional<Field.Label> label) {

        public String in(Locale language) {
            return label.map(given -> given.in(language)).orElse(name);
        }
    }

    /** Makes a type within a change of the schema that is under way. */
    String add(Actor actor, NewType wanted) {
        List<Problem> problems = new ArrayList<>();
        if (isEmpty(wanted.many())) {
            problems.add(Problem.of("label", "required"));
        }
        checkIcon(wanted.icon(), problems);
        String name = name(wanted, problems);
        if (!problems.isEmpty() || name == null) {
            throw new Refusal.Invalid(problems);
        }
        String singular = TypeNames.singular(name);
        if (isTaken(name) || rows.types().stream().anyMatch(row -> singular.equals(row.singular()))) {
            throw new Refusal.Conflict(List.of(Problem.of("name", "type-name-taken", name)), "type-name-taken", name);
        }
        Field.Label one = wanted.one();
        rows.put(new OverlayType(
                name,
                singular,
                wanted.many(),
                one == null || isEmpty(one) ? wanted.many() : one,
                wanted.icon(),
                null,
                null,
                false));
        tables.create(name, models.uncommitted());
        for (int i = 0; i < wanted.fields().size(); i++) {
            field(actor, name, wanted.fields().get(i), "fields/" + i + "/");
        }
        return name;
    }

    private void field(Actor actor, String type, NewField wanted, String place) {
        Model model = models.uncommitted();
        try {
            fields.add(actor, model, model.type(type), wanted);
        } catch (Refusal.Invalid invalid) {
            throw new Refusal.Invalid(invalid.problems().stream()
                    .map(problem -> new Problem(place + problem.field(), problem.code(), problem.arguments()))
                    .toList());
        }
    }

    /** Changes a type within a change of the schema that is under way. */
    void change(Model model, String type, TypeChange change) {
        RecordType found = model.find(type).orElseThrow(Refusal.NotFound::new);
        List<Problem> problems = new ArrayList<>();
        Field.Label many = change.many();
        if (many != null && isEmpty(many)) {
            problems.add(Problem.of("label", "required"));
        }
        Field.Label one = change.one();
        if (one != null && isEmpty(one)) {
            problems.add(Problem.of("singularLabel", "required"));
        }
        checkIcon(change.icon(), problems);
        checkSort(found, change.defaultSort(), problems);
        String board = change.board();
        if (board != null
                && !board.isEmpty()
                && found.find(board)
                        .filter(field -> BoardFields.isPossible(found, field))
                        .isEmpty()) {
            problems.add(Problem.of("board", "no-board-field", board));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        rows.put(rows.type(type).orElse(OverlayType.shipped(type)).with(change));
    }

    private static void checkIcon(@Nullable String icon, List<Problem> problems) {
        if (icon != null && !icon.matches("[a-z0-9-]{1,40}")) {
            problems.add(Problem.of("icon", "bad-icon"));
        }
    }

    /** Its own fields only, so that no order depends on what a reader sees of another type. */
    private static void checkSort(RecordType type, @Nullable String sort, List<Problem> problems) {
        if (sort == null) {
            return;
        }
        for (String key : sort.split(",", -1)) {
            String name = key.startsWith("-") ? key.substring(1) : key;
            boolean sortable =
                    type.find(name).filter(field -> field.type().sortable()).isPresent();
            if (!sortable) {
                problems.add(Problem.of("defaultSort", "not-sortable", name));
            }
        }
    }

    private @Nullable String name(NewType wanted, List<Problem> problems) {
        String chosen = wanted.name();
        if (chosen == null || chosen.isBlank()) {
            return TypeNames.made(wanted.many(), this::isTaken);
        }
        String name = TypeNames.chosen(chosen);
        if (name == null) {
            problems.add(Problem.of("name", "bad-type-name"));
        }
        return name;
    }

    private boolean isTaken(String name) {
        return rows.type(name).isPresent() || tables.exists(name);
    }

    private static boolean isEmpty(Field.Label label) {
        return label.in(PERSIAN).isBlank();
    }

    private static void demandUnreferred(Model model, String type) {
        List<Problem> problems = new ArrayList<>();
        for (RecordType other : model.types()) {
            for (Field<?> field : other.ownFields()) {
                if (!other.plural().equals(type) && leadsTo(field, type)) {
                    problems.add(Problem.of("", "type-referred-to", other.plural() + "." + field.name()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Conflict(
                    problems,
                    "type-referred-to",
                    problems.getFirst().arguments().getFirst());
        }
    }

    private static void demandTargets(Model model, String type) {
        for (Field<?> field : model.type(type).ownFields()) {
            if (field.type() instanceof ReferenceType reference
                    && model.find(reference.target()).isEmpty()) {
                throw new Refusal.Conflict("target-retired", field.name(), reference.target());
            }
        }
    }

    private static boolean leadsTo(Field<?> field, String type) {
        return field.type() instanceof ReferenceType reference
                && reference.target().equals(type);
    }
}
