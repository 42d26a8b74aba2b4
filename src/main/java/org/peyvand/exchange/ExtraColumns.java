package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Write;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The columns that files have besides the fields of types. */
@Component
public final class ExtraColumns {

    private final ObjectProvider<ExtraColumn> all;

    ExtraColumns(ObjectProvider<ExtraColumn> all) {
        this.all = all;
    }

    /** Those of a type that the actor may take out. */
    public List<Field<String>> readable(Actor actor, String plural) {
        return of(plural).stream()
                .filter(each -> each.isReadable(actor))
                .map(ExtraColumn::field)
                .toList();
    }

    /** Those of a type that the actor may fill. */
    public List<Field<String>> writable(Actor actor, String plural) {
        return of(plural).stream()
                .filter(each -> each.isWritable(actor))
                .map(ExtraColumn::field)
                .toList();
    }

    List<ExtraColumn> of(String plural) {
        return all.orderedStream().filter(each -> each.type().equals(plural)).toList();
    }

    /** Records with what stands in those columns of them that are asked for. */
    List<StoredRecord> filled(
            Actor actor, String plural, List<Field<?>> asked, List<StoredRecord> part, boolean again) {
        List<StoredRecord> filled = part;
        for (ExtraColumn column : of(plural)) {
            if (asked.contains(column.field())) {
                Map<UUID, String> cells =
                        column.cells(actor, part.stream().map(StoredRecord::id).toList(), again);
                filled = filled.stream()
                        .map(record -> with(record, column.field(), cells.get(record.id())))
                        .toList();
            }
        }
        return filled;
    }

    private static StoredRecord with(StoredRecord record, Field<String> field, @Nullable String cell) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(record.values());
        values.put(field.name(), cell);
        return new StoredRecord(record.type(), record.id(), record.version(), record.deleted(), values);
    }

    /** Takes these cells out of the drafts, which know only fields, and notes what is wrong with them. */
    void take(Actor actor, String plural, List<ReadRow> part) {
        for (ExtraColumn column : of(plural)) {
            String name = column.field().name();
            Set<String> cells = new LinkedHashSet<>();
            for (ReadRow row : part) {
                if (row.draft().values().remove(name) instanceof String cell) {
                    row.extra().put(name, cell);
                    cells.add(cell);
                }
            }
            if (!cells.isEmpty()) {
                Map<String, List<Problem>> problems = column.problems(actor, cells);
                part.forEach(row -> problems.getOrDefault(row.extra().getOrDefault(name, ""), List.of())
                        .forEach(row.draft()::problem));
            }
        }
    }

    /** A write by which a record gets what its row says in a column. */
    record Addition(UUID record, Field<String> column, Write write) {}

    /** What rows say besides fields, for the records they became. */
    List<Addition> additions(Actor actor, String plural, Map<UUID, ReadRow> rows) {
        List<Addition> additions = new ArrayList<>();
        for (ExtraColumn column : of(plural)) {
            Map<UUID, String> cells = new HashMap<>();
            rows.forEach((record, row) -> {
                String cell = row.extra().get(column.field().name());
                if (cell != null) {
                    cells.put(record, cell);
                }
            });
            if (!cells.isEmpty()) {
                column.writes(actor, cells)
                        .forEach((record, writes) ->
                                writes.forEach(write -> additions.add(new Addition(record, column.field(), write))));
            }
        }
        return additions;
    }
}
