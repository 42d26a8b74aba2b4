package org.peyvand.record.write;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads change sets. */
final class ChangeSetRows {

    private static final String COLUMNS =
            "s.id, s.at, s.by_user, s.by_name, s.actor, s.kind, s.label, s.records, s.undoes, s.undone_by";

    private ChangeSetRows() {}

    static Optional<ChangeSet> find(DSLContext sql, UUID id, boolean lock) {
        return sql
                .fetch("select " + COLUMNS + " from change_set s where id = ?" + (lock ? " for update" : ""), id)
                .stream()
                .findFirst()
                .map(row -> read(row, 0));
    }

    /** The change sets of a user, or of the program itself, newest first, beginning below a position. */
    static List<ChangeSet> latest(DSLContext sql, @Nullable UUID user, int limit, @Nullable Position below) {
        String by = user == null ? "s.by_user is null and ?::uuid is null" : "s.by_user = ?::uuid";
        String from = below == null ? "" : " and (s.at, s.id) < (?::timestamptz, ?::uuid)";
        String query = "select " + COLUMNS + " from change_set s where s.records > 0 and " + by + from
                + " order by s.at desc, s.id desc limit " + limit;
        return (below == null ? sql.fetch(query, user) : sql.fetch(query, user, below.at(), below.id()))
                .map(row -> read(row, 0));
    }

    static String columns() {
        return COLUMNS;
    }

    /** A change set from the columns that begin at a position. */
    static ChangeSet read(Record row, int from) {
        OffsetDateTime at = row.get(from + 1, OffsetDateTime.class);
        return new ChangeSet(
                row.get(from, UUID.class),
                at.toInstant(),
                row.get(from + 2, UUID.class),
                row.get(from + 3, String.class),
                row.get(from + 4, String.class),
                row.get(from + 5, String.class),
                row.get(from + 6, String.class),
                row.get(from + 7, Long.class),
                row.get(from + 8, UUID.class),
                row.get(from + 9, UUID.class));
    }

    /** Where a page of change sets ends. */
    record Position(OffsetDateTime at, UUID id) {}
}
