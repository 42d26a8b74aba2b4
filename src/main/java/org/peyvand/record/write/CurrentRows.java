package org.peyvand.record.write;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.Field;
import org.peyvand.record.sql.RecordTable;
import org.peyvand.record.write.Pending.Act;

/**
 * Locks and loads the records that a batch is about, in the order of their ids so that two batches never wait for each other
 * in a circle. One statement per type answers the rows, the actor's rights to each, and the version of the overlay; tags and
 * external keys cost a statement more, and only when somebody writes them.
 */
final class CurrentRows {

    private static final org.jooq.Field<Long> MODEL_VERSION =
            DSL.field("(select version from overlay_version)", Long.class);

    private final DSLContext sql;
    private final Rights rights;

    CurrentRows(DSLContext sql, Rights rights) {
        this.sql = sql;
        this.rights = rights;
    }

    void lock(WriteRun run) {
        run.byType(write -> write.act() != Act.CREATE || write.idGiven()).entrySet().stream()
                .sorted((one, other) ->
                        one.getKey().plural().compareTo(other.getKey().plural()))
                .forEach(entry -> lock(run, entry.getKey(), entry.getValue()));
    }

    private void lock(WriteRun run, RecordType type, List<PendingWrite> writes) {
        UUID[] ids = writes.stream().map(PendingWrite::id).distinct().toArray(UUID[]::new);
        Set<String> apart = Stream.<Field<?>>of(SystemFields.TAGS, SystemFields.EXTERNAL_KEYS)
                .filter(field -> run.names(type, field))
                .map(Field::name)
                .collect(Collectors.toSet());
        Map<UUID, CurrentRow> rows = lock(run.actor(), type, ids, apart, run::sawModel);
        for (PendingWrite write : writes) {
            CurrentRow row = rows.get(write.id());
            if (row != null) {
                write.found(row);
            }
        }
    }

    /**
     * Locks and loads records of one type.
     *
     * @param apart which of tags and external keys to load as well
     * @param model is told the version of the overlay, if there is any row
     */
    Map<UUID, CurrentRow> lock(Actor actor, RecordType type, UUID[] ids, Set<String> apart, Consumer<Long> model) {
        RecordTable table = RecordTable.of(type, "t");
        RowReader reader = new RowReader(table);
        Map<UUID, CurrentRow> rows = HashMap.newHashMap(ids.length);
        for (Record row : sql.select(columns(actor, table, reader))
                .from(table.table())
                .where(table.id().eq(DSL.any(ids)))
                .orderBy(table.id())
                .forNoKeyUpdate()
                .fetch()) {
            model.accept((Long) row.get(reader.width() + 4));
            rows.put(row.get(table.id()), current(reader, row));
        }
        if (apart.contains(SystemFields.TAGS.name())) {
            add(rows, SystemFields.TAGS, tags(ids));
        }
        if (apart.contains(SystemFields.EXTERNAL_KEYS.name())) {
            add(rows, SystemFields.EXTERNAL_KEYS, externalKeys(ids));
        }
        return rows;
    }

    private List<SelectFieldOrAsterisk> columns(Actor actor, RecordTable table, RowReader reader) {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(reader.columns());
        columns.add(table.deletedAt());
        for (Operation operation : List.of(Operation.READ, Operation.UPDATE, Operation.DELETE)) {
            columns.add(DSL.field(table.within(rights.reach(actor, table.type(), operation), operation)));
        }
        columns.add(MODEL_VERSION);
        return columns;
    }

    private static CurrentRow current(RowReader reader, Record row) {
        int next = reader.width();
        Map<String, @Nullable Object> values = reader.values(row);
        return new CurrentRow(
                values.get("version") instanceof Number version ? version.intValue() : 0,
                (OffsetDateTime) row.get(next),
                Boolean.TRUE.equals(row.get(next + 1)),
                Boolean.TRUE.equals(row.get(next + 2)),
                Boolean.TRUE.equals(row.get(next + 3)),
                values);
    }

    /** In a statement of their own, which begins after the rows are locked and so sees what the last writer left. */
    private Map<UUID, ? extends Object> tags(UUID[] ids) {
        Map<UUID, List<String>> tags = new HashMap<>();
        sql.fetch(
                        "select r.record_id, t.name from record_tag r join tag t on t.id = r.tag_id"
                                + " where r.record_id = any(?) and t.deleted_at is null",
                        (Object) ids)
                .forEach(row -> tags.computeIfAbsent(row.get(0, UUID.class), none -> new ArrayList<>())
                        .add(row.get(1, String.class)));
        tags.values().forEach(names -> names.sort(null));
        return tags;
    }

    private Map<UUID, ? extends Object> externalKeys(UUID[] ids) {
        Map<UUID, Map<String, String>> keys = new HashMap<>();
        sql.fetch("select record_id, system, key from external_key where record_id = any(?)", (Object) ids)
                .forEach(row -> keys.computeIfAbsent(row.get(0, UUID.class), none -> new HashMap<>())
                        .put(row.get(1, String.class), row.get(2, String.class)));
        return keys;
    }

    private static void add(Map<UUID, CurrentRow> rows, Field<?> field, Map<UUID, ? extends Object> values) {
        values.forEach((id, value) -> {
            CurrentRow row = rows.get(id);
            if (row != null) {
                row.values().put(field.name(), value);
            }
        });
    }
}
