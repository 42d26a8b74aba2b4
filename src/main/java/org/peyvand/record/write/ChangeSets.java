package org.peyvand.record.write;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;

/** The rows that say who did what; see {@link ChangeSet}. */
final class ChangeSets {

    private static final String INSERT =
            "insert into change_set (id, at, by_user, by_name, actor, token_id, kind, label, records, undoes) values"
                    + " (?::uuid, ?::timestamptz, nullif(?, '')::uuid, ?, ?, nullif(?, '')::uuid, ?, ?, ?::bigint,"
                    + " nullif(?, '')::uuid)";

    private ChangeSets() {}

    static void insert(Statement statement, WriteRun run, UUID id, int records) {
        Batch batch = run.batch();
        statement.add(INSERT, binds(id, run.at(), run.actor(), batch.kind(), batch.label(), records, null));
    }

    static UUID begin(DSLContext sql, Actor actor, Instant at, Batch.Kind kind, String label, @Nullable UUID undoes) {
        UUID id = RecordIds.next();
        sql.execute(INSERT, binds(id, at, actor, kind, label, 0, undoes));
        return id;
    }

    private static Object[] binds(
            UUID id, Instant at, Actor actor, Batch.Kind kind, String label, int records, @Nullable UUID undoes) {
        return new Object[] {
            id,
            at.atOffset(ZoneOffset.UTC),
            orEmpty(actor.user()),
            actor.name(),
            actor.kind().key(),
            orEmpty(actor.token()),
            kind.key(),
            label,
            records,
            orEmpty(undoes)
        };
    }

    private static String orEmpty(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
