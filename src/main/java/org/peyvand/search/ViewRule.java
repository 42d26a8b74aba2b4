package org.peyvand.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A view asks only what its writer could ask of the type. An undo brings back what once was so. */
@Component
@Order(10)
final class ViewRule implements RecordRule {

    private static final int MOST_COLUMNS = 40;

    private final Models models;
    private final ReadGate gate;
    private final Visibility visibility;

    ViewRule(Models models, ReadGate gate, Visibility visibility) {
        this.models = models;
        this.gate = gate;
        this.visibility = visibility;
    }

    @Override
    public RecordType type() {
        return SavedView.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        if (context.kind() == Batch.Kind.UNDO) {
            return;
        }
        context.pending().stream().filter(Pending::saves).forEach(view -> judge(context.actor(), view));
    }

    private void judge(Actor actor, Pending view) {
        String plural = view.after(SavedView.OF);
        RecordType type = plural == null ? null : models.current().find(plural).orElse(null);
        if (plural == null) {
            return;
        }
        if (type == null || visibility.reach(actor, type, Operation.READ) instanceof Reach.None) {
            view.refuse(Problem.of(SavedView.OF.name(), "unknown-type", plural));
            return;
        }
        boolean moved = view.changes(SavedView.OF);
        if (moved || view.changes(SavedView.FILTER)) {
            filter(actor, type, view);
        }
        if (moved || view.changes(SavedView.SORT)) {
            sort(actor, type, view);
        }
        if (moved || view.changes(SavedView.COLUMNS)) {
            columns(actor, type, view);
        }
        if ((moved || view.changes(SavedView.KIND)) && !offers(type, view.after(SavedView.KIND))) {
            view.refuse(Problem.of(SavedView.KIND.name(), "view-kind"));
        }
        if (Reach.Audience.TEAM.equals(view.after(SavedView.SCOPE)) && view.after(SystemFields.TEAM) == null) {
            view.refuse(Problem.of(SavedView.SCOPE.name(), "view-without-team"));
        }
    }

    private void filter(Actor actor, RecordType type, Pending view) {
        JsonNode filter = view.after(SavedView.FILTER);
        if (filter == null) {
            return;
        }
        try {
            gate.parse(actor, type, filter);
        } catch (Refusal.Malformed wrong) {
            view.refuse(problem(SavedView.FILTER, wrong));
        }
    }

    private void sort(Actor actor, RecordType type, Pending view) {
        String sort = view.after(SavedView.SORT);
        if (sort == null) {
            return;
        }
        try {
            gate.sorts(actor, type, sort);
        } catch (Refusal.Malformed wrong) {
            view.refuse(problem(SavedView.SORT, wrong));
        }
    }

    private void columns(Actor actor, RecordType type, Pending view) {
        JsonNode columns = view.after(SavedView.COLUMNS);
        if (columns == null) {
            return;
        }
        if (!columns.isArray() || columns.isEmpty()) {
            view.refuse(Problem.of(SavedView.COLUMNS.name(), "not-a-list"));
            return;
        }
        if (columns.size() > MOST_COLUMNS) {
            view.refuse(Problem.of(SavedView.COLUMNS.name(), "too-many", Integer.toString(MOST_COLUMNS)));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (JsonNode each : columns) {
            String name = each.asString("");
            boolean readable = type.find(name)
                    .filter(field -> visibility.access(actor, type, field) != FieldAccess.HIDDEN)
                    .isPresent();
            if (!readable || !seen.add(name)) {
                view.refuse(Problem.of(SavedView.COLUMNS.name(), "unknown-field", name));
            }
        }
    }

    private static boolean offers(RecordType type, @Nullable String kind) {
        return switch (kind) {
            case "board" -> type.boardField().isPresent();
            case "calendar" -> type.calendarField().isPresent();
            case null, default -> true;
        };
    }

    private static Problem problem(Field<?> field, Refusal.Malformed wrong) {
        List<Problem> problems = wrong.problems();
        return problems.isEmpty()
                ? Problem.of(field.name(), wrong.code(), wrong.arguments().toArray(String[]::new))
                : new Problem(
                        field.name(),
                        problems.getFirst().code(),
                        problems.getFirst().arguments());
    }
}
