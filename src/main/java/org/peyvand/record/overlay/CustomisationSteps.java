package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.FieldRule;
import org.peyvand.record.Model;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.overlay.Customisation.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Takes a document in, part by part and each by the same call as a single wish, within a change of the schema that is under
 * way. What stands already is passed over; what is refused is noted at its place, and the rest goes on, so that all problems
 * are told at once.
 */
final class CustomisationSteps {

    private final OverlayRows rows;
    private final LayoutRows laid;
    private final RuleRows rules;
    private final CustomisationRows all;
    private final DatabaseModels models;
    private final OwnTypes types;
    private final OwnFields fields;
    private final OwnLayouts layouts;

    CustomisationSteps(DSLContext sql, DatabaseModels models, OwnTypes types, OwnFields fields, OwnLayouts layouts) {
        this.rows = new OverlayRows(sql);
        this.laid = new LayoutRows(sql);
        this.rules = new RuleRows(sql);
        this.all = new CustomisationRows(sql, models);
        this.models = models;
        this.types = types;
        this.fields = fields;
        this.layouts = layouts;
    }

    /** What was done and what was refused. */
    record Work(List<Step> steps, List<Problem> problems) {

        void note(String act, String what, String name) {
            steps.add(new Step(act, what, name));
        }

        /** Does one part; its problems stand at its place. */
        void at(String place, Runnable part) {
            try {
                part.run();
            } catch (Refusal.Invalid invalid) {
                invalid.problems().forEach(problem -> problems.add(Customisation.at(place, problem)));
            } catch (Refusal.Conflict conflict) {
                problems.add(new Problem(place, conflict.code(), conflict.arguments()));
            } catch (Refusal.NotFound absent) {
                problems.add(Problem.of(place, "not-found"));
            }
        }
    }

    Work take(Actor actor, CustomisationJson.Document wanted) {
        Work work = new Work(new ArrayList<>(), new ArrayList<>());
        each(work, "types", wanted.types(), type -> make(actor, type, work));
        each(work, "fields", wanted.fields(), field -> put(actor, field, work));
        each(work, "changes", wanted.changes(), change -> change(change, work));
        each(work, "types", wanted.types(), type -> describe(type, work));
        each(work, "rules", wanted.rules(), rule -> rule(rule, work));
        each(work, "layouts", wanted.layouts(), layout -> layOut(layout, work));
        each(work, "types", wanted.types(), type -> hide(type, work));
        return work;
    }

    private static <T> void each(Work work, String place, List<T> parts, Consumer<T> deed) {
        for (int i = 0; i < parts.size(); i++) {
            T part = parts.get(i);
            work.at(place + "/" + i + "/", () -> deed.accept(part));
        }
    }

    private void make(Actor actor, OverlayType wanted, Work work) {
        OverlayType standing = rows.type(wanted.name()).orElse(null);
        if (!wanted.own()) {
            return;
        }
        if (standing == null) {
            Field.Label many = Objects.requireNonNullElse(wanted.many(), new Field.Label(null, null));
            String made = types.add(
                    actor, NewType.of(many, wanted.one()).named(wanted.name()).withIcon(wanted.icon()));
            if (!made.equals(wanted.name())) {
                throw new Refusal.Invalid(List.of(Problem.of("name", "bad-type-name")));
            }
            work.note("create", "type", wanted.name());
        } else if (standing.retired() && !wanted.retired()) {
            rows.put(standing.retired(false));
            work.note("restore", "type", wanted.name());
        }
    }

    private void put(Actor actor, OverlayField wanted, Work work) {
        OverlayField standing = rows.field(wanted.type(), wanted.name()).orElse(null);
        if (standing == null) {
            add(actor, wanted);
            work.note("create", "field", nameOf(wanted));
            return;
        }
        boolean sameKind = standing.fieldType().equals(wanted.fieldType())
                && Objects.equals(standing.target(), wanted.target())
                && standing.unique() == wanted.unique();
        if (!sameKind) {
            throw new Refusal.Conflict("field-differs", wanted.name(), standing.fieldType());
        }
        if (isRetired(standing) != isRetired(wanted)) {
            OverlayField.State state = isRetired(wanted) ? OverlayField.State.RETIRED : OverlayField.State.LIVE;
            rows.update(OwnFields.inState(standing, state));
            work.note(isRetired(wanted) ? "retire" : "restore", "field", nameOf(wanted));
        }
        change(standing, wanted, work);
    }

    private void add(Actor actor, OverlayField wanted) {
        Model model = models.uncommitted();
        OverlayField made = fields.add(
                actor,
                model,
                model.find(wanted.type()).orElseThrow(Refusal.NotFound::new),
                new NewField(
                        wanted.name(),
                        wanted.fieldType(),
                        wanted.label(),
                        wanted.options(),
                        wanted.target(),
                        wanted.required(),
                        wanted.unique()));
        if (isRetired(wanted)) {
            rows.update(OwnFields.inState(made, OverlayField.State.RETIRED));
        }
    }

    private void change(OverlayField standing, OverlayField wanted, Work work) {
        boolean sameOptions = standing.options().equals(wanted.options());
        boolean same =
                sameOptions && standing.label().equals(wanted.label()) && standing.required() == wanted.required();
        if (!same && !isRetired(wanted)) {
            fields.change(
                    models.uncommitted(),
                    wanted.type(),
                    wanted.name(),
                    new FieldChange(wanted.label(), wanted.required(), sameOptions ? null : wanted.options()));
            work.note("change", "field", nameOf(wanted));
        }
    }

    private static String nameOf(OverlayField field) {
        return field.type() + "." + field.name();
    }

    private static boolean isRetired(OverlayField field) {
        return field.state() == OverlayField.State.RETIRED;
    }

    private void change(ShippedChange wanted, Work work) {
        FieldChange change = new FieldChange(wanted.label(), wanted.required(), wanted.options());
        ShippedChange standing = rows.change(wanted.type(), wanted.name())
                .orElse(new ShippedChange(wanted.type(), wanted.name(), null, null, null));
        if (!standing.with(change).equals(standing)) {
            fields.change(models.uncommitted(), wanted.type(), wanted.name(), change);
            work.note("change", "field", wanted.type() + "." + wanted.name());
        }
    }

    private void describe(OverlayType wanted, Work work) {
        TypeChange change =
                new TypeChange(wanted.many(), wanted.one(), wanted.icon(), wanted.defaultSort(), wanted.board());
        OverlayType standing = rows.type(wanted.name()).orElse(OverlayType.shipped(wanted.name()));
        boolean shown = !standing.retired();
        if (shown && !standing.with(change).equals(standing)) {
            types.change(models.uncommitted(), wanted.name(), change);
            if (work.steps().stream()
                    .noneMatch(step -> step.what().equals("type") && step.name().equals(wanted.name()))) {
                work.note("change", "type", wanted.name());
            }
        }
    }

    private void rule(CustomisationJson.Ruled wanted, Work work) {
        if (!rules.find(wanted.type(), wanted.field()).equals(wanted.rule())) {
            FieldRule rule = wanted.rule();
            fields.change(
                    models.uncommitted(),
                    wanted.type(),
                    wanted.field(),
                    new FieldChange(null, null, null).ruled(orNull(rule.visibleWhen()), orNull(rule.requiredWhen())));
            work.note("change", "rule", wanted.type() + "." + wanted.field());
        }
    }

    private static JsonNode orNull(@Nullable JsonNode filter) {
        return filter == null ? NullNode.getInstance() : filter;
    }

    private void layOut(CustomisationJson.Laid wanted, Work work) {
        Layout layout = wanted.layout();
        String role = wanted.role();
        if (role != null) {
            UUID id = all.roles().entrySet().stream()
                    .filter(each -> each.getValue().equals(role))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new Refusal.Conflict("unknown-role", role));
            layout = new Layout(layout.type(), id, layout.sections(), layout.listColumns());
        }
        if (!laid.all().contains(layout)) {
            layouts.put(models.uncommitted(), layout);
            work.note("change", "layout", layout.type() + (role == null ? "" : " / " + role));
        }
    }

    private void hide(OverlayType wanted, Work work) {
        OverlayType standing = rows.type(wanted.name()).orElse(null);
        if (standing != null && wanted.retired() && !standing.retired()) {
            types.hide(models.uncommitted(), wanted.name());
            work.note("retire", "type", wanted.name());
        }
    }
}
