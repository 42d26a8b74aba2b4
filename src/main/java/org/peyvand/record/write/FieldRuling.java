package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.FieldRule;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility;
import org.peyvand.record.field.Column;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.Judging;
import org.peyvand.record.write.Pending.Act;
import tools.jackson.databind.JsonNode;

/**
 * Judges when fields are shown and when they are demanded, by one statement for a type in a batch. A rule that names what the
 * actor may not know says nothing to them: it neither hides nor demands, so that nothing can be inferred from it.
 */
public final class FieldRuling {

    private final Models models;
    private final Judging judging;

    public FieldRuling(DSLContext sql, Models models, Visibility visibility) {
        this.models = models;
        this.judging = new Judging(sql, visibility);
    }

    /**
     * What the rules of a type say about one record.
     *
     * @param unseen fields that are not shown
     * @param demanded fields that must have a value
     */
    public record Ruling(Set<String> unseen, Set<String> demanded) {

        public static final Ruling NOTHING = new Ruling(Set.of(), Set.of());
    }

    /** What the rules say about a record with these values, stored or not. */
    public Ruling of(Actor actor, RecordType type, @Nullable UUID id, Map<String, @Nullable Object> values) {
        Model model = models.current();
        RecordType effective = model.effective(type);
        if (effective.rules().isEmpty()) {
            return Ruling.NOTHING;
        }
        return rulings(actor, model, effective, List.of(row(effective, id == null ? RecordIds.next() : id, values)))
                .getFirst();
    }

    /** Marks what is not shown, and refuses writes that bring a record where a field is demanded and has no value. */
    void apply(WriteRun run) {
        run.byType(write -> write.alive() && write.saves()).forEach((type, writes) -> {
            if (!type.rules().isEmpty()) {
                judge(run, type, writes);
            }
        });
    }

    /** Each write as it stood, if it did, and as it will be. */
    private void judge(WriteRun run, RecordType type, List<PendingWrite> writes) {
        List<Map<Column, @Nullable String>> rows = new ArrayList<>();
        for (PendingWrite write : writes) {
            CurrentRow current = write.current();
            rows.add(row(type, write.id(), write.values()));
            rows.add(row(type, write.id(), current == null ? Map.of() : current.values()));
        }
        List<Ruling> rulings = rulings(run.actor(), run.model(), type, rows);
        for (int i = 0; i < writes.size(); i++) {
            PendingWrite write = writes.get(i);
            Ruling after = rulings.get(2 * i);
            write.overlook(after.unseen());
            if (run.batch().kind().meetsEntryRequirements()) {
                demand(write, after, rulings.get(2 * i + 1));
            }
        }
    }

    /** Who leaves a record where it stands is not asked for what it lacks there. */
    private static void demand(PendingWrite write, Ruling after, Ruling before) {
        for (String name : after.demanded()) {
            Field<?> field = write.type().field(name);
            boolean arrives = write.act() == Act.CREATE
                    || !before.demanded().contains(name)
                    || write.names(field)
                    || write.changes(field);
            if (arrives && write.valueAfter(field) == null && !write.hasProblem(field)) {
                write.refuse(Problem.of(name, "required"));
            }
        }
    }

    private List<Ruling> rulings(Actor actor, Model model, RecordType type, List<Map<Column, @Nullable String>> rows) {
        List<Asked> asked = new ArrayList<>();
        type.rules().forEach((name, rule) -> Asked.add(asked, name, rule));
        List<@Nullable BitSet> answers = judging.judge(
                actor, model, type, rows, asked.stream().map(Asked::filter).toList());
        List<Ruling> rulings = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Set<String> unseen = new HashSet<>();
            Set<String> demanded = new HashSet<>();
            for (int i = 0; i < asked.size(); i++) {
                BitSet holds = answers.get(i);
                if (holds != null && asked.get(i).visibility() && !holds.get(row)) {
                    unseen.add(asked.get(i).field());
                } else if (holds != null && !asked.get(i).visibility() && holds.get(row)) {
                    demanded.add(asked.get(i).field());
                }
            }
            demanded.removeAll(unseen);
            rulings.add(new Ruling(unseen, demanded));
        }
        return rulings;
    }

    private static Map<Column, @Nullable String> row(RecordType type, UUID id, Map<String, @Nullable Object> values) {
        Map<Column, @Nullable String> row = new HashMap<>();
        for (Field<?> field : type.fields()) {
            List<Column> columns = field.columns();
            if (!columns.isEmpty()) {
                List<@Nullable Object> cells = FieldValues.cells(field, values.get(field.name()));
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), Cells.text(cells.get(i)));
                }
            }
        }
        SystemFields.ID.columns().forEach(column -> row.put(column, id.toString()));
        return row;
    }

    /** One filter of the rules of a type. */
    private record Asked(String field, boolean visibility, JsonNode filter) {

        static void add(List<Asked> asked, String field, FieldRule rule) {
            JsonNode visible = rule.visibleWhen();
            JsonNode required = rule.requiredWhen();
            if (visible != null) {
                asked.add(new Asked(field, true, visible));
            }
            if (required != null) {
                asked.add(new Asked(field, false, required));
            }
        }
    }
}
