package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.sql.RecordTable;

/** Applies the rules of each type of a batch, in their order. */
final class Rules {

    private final DSLContext sql;
    private final Map<String, List<RecordRule>> byType = new HashMap<>();

    Rules(DSLContext sql, List<RecordRule> rules) {
        this.sql = sql;
        rules.forEach(rule -> byType.computeIfAbsent(rule.type().plural(), none -> new ArrayList<>())
                .add(rule));
    }

    void apply(WriteRun run) {
        if (byType.isEmpty()) {
            return;
        }
        for (RecordType type : run.byType(PendingWrite::alive).keySet()) {
            byType.getOrDefault(type.plural(), List.of()).forEach(rule -> rule.apply(new Context(run, type)));
        }
    }

    /** What one rule sees: the writes of its type that are still to happen. */
    private final class Context implements RuleContext {

        private final WriteRun run;
        private final RecordType type;

        Context(WriteRun run, RecordType type) {
            this.run = run;
            this.type = type;
        }

        @Override
        public Actor actor() {
            return run.actor();
        }

        @Override
        public Batch.Kind kind() {
            return run.batch().kind();
        }

        @Override
        public List<Pending> pending() {
            return run.writes().stream()
                    .filter(write -> write.type() == type && write.alive())
                    .<Pending>map(write -> write)
                    .toList();
        }

        @Override
        public void then(Pending cause, Write followUp) {
            run.then(new WriteRun.FollowUp(cause, followUp, false));
        }

        @Override
        public void thenByItself(Pending cause, Write followUp) {
            run.then(new WriteRun.FollowUp(cause, followUp, true));
        }

        @Override
        public Map<UUID, StoredRecord> records(RecordType declared, Collection<UUID> ids) {
            RecordType wanted = run.model().effective(declared);
            Set<UUID> missing = new LinkedHashSet<>(ids);
            Map<UUID, StoredRecord> records = new HashMap<>();
            for (PendingWrite write : run.writes()) {
                if (write.type() == wanted && write.act() == Pending.Act.CREATE && missing.remove(write.id())) {
                    records.put(write.id(), new StoredRecord(wanted, write.id(), 1, false, write.values()));
                }
            }
            if (!missing.isEmpty()) {
                load(wanted, missing, records);
            }
            return records;
        }
    }

    private void load(RecordType type, Set<UUID> ids, Map<UUID, StoredRecord> records) {
        RecordTable table = RecordTable.of(type, "t");
        RowReader reader = new RowReader(table);
        sql.select(reader.columns())
                .select(table.deletedAt())
                .from(table.table())
                .where(table.id().eq(DSL.any(ids.toArray(UUID[]::new))))
                .fetch()
                .forEach(row -> {
                    Map<String, @Nullable Object> values = reader.values(row);
                    UUID id = row.get(table.id());
                    int version = values.get("version") instanceof Number number ? number.intValue() : 0;
                    boolean deleted = row.get(reader.width()) != null;
                    records.put(id, new StoredRecord(type, id, version, deleted, values));
                });
    }
}
