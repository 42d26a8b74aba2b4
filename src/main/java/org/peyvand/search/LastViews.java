package org.peyvand.search;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.springframework.stereotype.Component;

/** Which view of each type a user opened last, to begin there the next time. */
@Component
public class LastViews {

    private final DSLContext sql;

    LastViews(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<UUID> of(Actor actor, RecordType type) {
        return sql
                .fetch(
                        "select view_id from last_view where user_id = ? and type = ?",
                        Objects.requireNonNull(actor.user()),
                        type.plural())
                .stream()
                .findFirst()
                .map(row -> row.get(0, UUID.class));
    }

    public void remember(Actor actor, RecordType type, UUID view) {
        sql.execute(
                "insert into last_view as l (user_id, type, view_id) values (?, ?, ?) on conflict (user_id, type)"
                        + " do update set view_id = excluded.view_id where l.view_id <> excluded.view_id",
                Objects.requireNonNull(actor.user()),
                type.plural(),
                view);
    }

    public void forget(Actor actor, RecordType type) {
        sql.execute(
                "delete from last_view where user_id = ? and type = ?",
                Objects.requireNonNull(actor.user()),
                type.plural());
    }
}
