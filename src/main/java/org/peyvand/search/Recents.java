package org.peyvand.search;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordRef;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.springframework.stereotype.Component;

/** The records that a user opened last, newest first; so many are kept of each user. */
@Component
public class Recents {

    /** How many are kept. */
    public static final int KEPT = 50;

    private static final String TOUCH = "insert into recent_record as r (user_id, record_id, type) values (?, ?, ?)"
            + " on conflict (user_id, record_id) do update set at = now() where r.at < now() - interval '1 minute'";

    private static final String TRIM = "delete from recent_record where user_id = ? and record_id in"
            + " (select record_id from recent_record where user_id = ? order by at desc offset ?)";

    private final DSLContext sql;
    private final ReadGate gate;

    Recents(DSLContext sql, ReadGate gate) {
        this.sql = sql;
        this.gate = gate;
    }

    /** Remembers that the user opened a record that the user was just shown; written at most once a minute. */
    public void opened(Actor actor, StoredRecord record) {
        UUID user = actor.user();
        if (user == null || record.deleted()) {
            return;
        }
        int written = sql.execute(TOUCH, user, record.id(), record.type().plural());
        if (written > 0) {
            sql.execute(TRIM, user, user, KEPT);
        }
    }

    /** As the user may see them now: two statements. */
    public List<RecordName> of(Actor actor, int limit) {
        List<RecordRef> refs = sql.fetch(
                        "select type, record_id from recent_record where user_id = ? order by at desc limit ?",
                        Objects.requireNonNull(actor.user()),
                        KEPT)
                .map(row -> new RecordRef(row.get(0, String.class), row.get(1, UUID.class)));
        return Shown.of(refs, gate.names(actor, refs), limit);
    }
}
