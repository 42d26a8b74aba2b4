package org.peyvand.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The records, views among them, that a user starred. They are the user's alone and no change of the records. A record that
 * went out of the user's sight, or into the bin, is left out until it comes back.
 */
@Component
public class Favourites {

    /** More than anybody keeps at hand. */
    public static final int MOST = 200;

    private final DSLContext sql;
    private final TransactionOperations transactions;
    private final Models models;
    private final ReadGate gate;

    Favourites(DSLContext sql, TransactionOperations transactions, Models models, ReadGate gate) {
        this.sql = sql;
        this.transactions = transactions;
        this.models = models;
        this.gate = gate;
    }

    /** In the user's order, as the user may see them: two statements. */
    public List<RecordName> of(Actor actor, int limit) {
        List<RecordRef> refs = sql.fetch(
                        "select type, record_id from favourite where user_id = ? order by position, created_at desc limit ?",
                        user(actor),
                        MOST)
                .map(row -> new RecordRef(row.get(0, String.class), row.get(1, UUID.class)));
        Map<RecordRef, RecordName> names = gate.names(actor, refs);
        return Shown.of(refs, names, limit);
    }

    public boolean has(Actor actor, UUID record) {
        return sql.fetchOne("select 1 from favourite where user_id = ? and record_id = ?", user(actor), record) != null;
    }

    /**
     * Stars a record; a new one comes first. Starring it again changes nothing.
     *
     * @throws Refusal.NotFound when the user does not see it
     * @throws Refusal.Conflict with the code {@code too-many-favourites}
     */
    public void add(Actor actor, String plural, UUID record) {
        RecordType type = models.current().find(plural).orElseThrow(Refusal.NotFound::new);
        UUID id = gate.find(actor, type, record)
                .orElseThrow(Refusal.NotFound::new)
                .id();
        int added = sql.execute(
                "insert into favourite (user_id, record_id, type, position) select ?, ?, ?,"
                        + " coalesce(min(position), 0) - 1 from favourite where user_id = ? having count(*) < ?"
                        + " on conflict do nothing",
                user(actor),
                id,
                plural,
                user(actor),
                MOST);
        if (added == 0 && !has(actor, id)) {
            throw new Refusal.Conflict("too-many-favourites", Integer.toString(MOST));
        }
    }

    /** Takes the star away; without one nothing happens. */
    public void remove(Actor actor, UUID record) {
        sql.execute("delete from favourite where user_id = ? and record_id = ?", user(actor), record);
    }

    /** Puts the starred records into this order; those not named follow as they stood. */
    public void arrange(Actor actor, List<UUID> order) {
        transactions.executeWithoutResult(status -> {
            List<UUID> standing = sql.fetch(
                            "select record_id from favourite where user_id = ? order by position, created_at desc for update",
                            user(actor))
                    .map(row -> row.get(0, UUID.class));
            List<UUID> arranged = new ArrayList<>(order.stream().distinct().toList());
            arranged.retainAll(standing);
            standing.removeAll(arranged);
            arranged.addAll(standing);
            sql.execute(
                    "update favourite f set position = o.place from unnest(?::uuid[]) with ordinality o (id, place)"
                            + " where f.user_id = ? and f.record_id = o.id",
                    arranged.toArray(UUID[]::new),
                    user(actor));
        });
    }

    private static UUID user(Actor actor) {
        return Objects.requireNonNull(actor.user(), "favourites belong to a user");
    }
}
