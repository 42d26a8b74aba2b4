package org.peyvand.record.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.sql.RecordTable;

/** The names of referenced records, all types in one statement. What is absent and what is out of reach look the same. */
final class Names {

    private final Sight sight;
    private final TimedSql sql;

    Names(Sight sight, TimedSql sql) {
        this.sight = sight;
        this.sql = sql;
    }

    Map<RecordRef, RecordName> of(Collection<RecordRef> refs) {
        Map<String, Set<UUID>> byType = new TreeMap<>();
        Map<RecordRef, RecordName> names = new LinkedHashMap<>();
        for (RecordRef ref : refs) {
            names.put(ref, new RecordName(ref, null, true, false));
            if (sight.model().find(ref.type()).isPresent()) {
                byType.computeIfAbsent(ref.type(), none -> new LinkedHashSet<>())
                        .add(ref.id());
            }
        }
        Select<Record5<String, UUID, UUID, String, Boolean>> all = null;
        for (Map.Entry<String, Set<UUID>> each : byType.entrySet()) {
            var one = ofType(sight.model().type(each.getKey()), each.getValue());
            all = all == null ? one : all.unionAll(one);
        }
        if (all != null) {
            Select<?> statement = all;
            sql.askKnown(db -> db.fetch(statement)).forEach(row -> {
                RecordName name = name(row);
                names.put(new RecordRef(row.get(0, String.class), row.get(1, UUID.class)), name);
            });
        }
        return names;
    }

    private static RecordName name(Record row) {
        return new RecordName(
                new RecordRef(row.get(0, String.class), row.get(2, UUID.class)),
                row.get(3, String.class),
                false,
                row.get(4, Boolean.class));
    }

    private Select<Record5<String, UUID, UUID, String, Boolean>> ofType(RecordType type, Set<UUID> ids) {
        RecordTable table = RecordTable.of(type, "t");
        Field<UUID> asked = DSL.field(DSL.name("q", "id"), SQLDataType.UUID);
        return DSL.select(
                        DSL.inline(type.plural()).as("type"),
                        asked.as("asked"),
                        table.id().as("id"),
                        title(sight, table).as("title"),
                        DSL.field(table.deletedAt().isNotNull()).as("deleted"))
                .from(DSL.table("unnest({0}) q (id)", DSL.val(ids.toArray(UUID[]::new))))
                .leftJoin(DSL.table("record_identity i"))
                .on(DSL.condition("i.id = q.id and i.merged_into is not null"))
                .join(table.table())
                .on(table.id().eq(DSL.field("coalesce(i.merged_into, q.id)", SQLDataType.UUID)))
                .where(sight.sees(table));
    }

    /** The title of a record as text, nothing when the actor may not read it. */
    static Field<String> title(Sight sight, RecordTable table) {
        org.peyvand.record.field.Field<?> title = table.type().titleField();
        return sight.reads(table.type(), title)
                ? table.columns(title).getFirst().cast(SQLDataType.CLOB)
                : DSL.inline(null, SQLDataType.CLOB);
    }

    /** Every record that a set of records refers to. */
    static Set<RecordRef> references(Collection<StoredRecord> records) {
        Set<RecordRef> refs = new LinkedHashSet<>();
        for (StoredRecord record : records) {
            for (org.peyvand.record.field.Field<?> field : record.type().fields()) {
                Object value = record.values().get(field.name());
                if (value instanceof UUID id && field.type() instanceof ReferenceType reference) {
                    refs.add(new RecordRef(reference.target(), id));
                } else if (value instanceof RecordRef ref && field.type() instanceof AnyReferenceType) {
                    refs.add(ref);
                }
            }
        }
        return refs;
    }
}
