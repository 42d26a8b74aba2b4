package org.peyvand.notice.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.notice.Way;
import org.peyvand.record.write.RecordIds;
import org.springframework.stereotype.Component;

/** The table of the queue. Time is the database's, so that nodes need not agree about it. */
@Component
final class OutboxRows {

    /** Tells every node, at the commit, that something is due. */
    static final String CHANNEL = "outbox";

    private static final String PUT = """
            insert into outbox_message (id, key, channel, purpose, again, user_id, notice_id, address, content)
            values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}) on conflict (key) do nothing
            """;

    /** The one statement by which a node takes a message; it is committed before anything is sent. */
    private static final String CLAIM = """
            with next as (
                select id from outbox_message
                where state = 'queued' and due_at <= now() and channel = any({0})
                order by due_at, id limit 1 for update skip locked)
            update outbox_message m
            set state = 'sending', attempts = attempts + 1, lease = {1}, lease_until = now() + {2} * interval '1 second'
            from next where m.id = next.id
            returning m.id, m.channel, m.purpose, m.user_id, m.notice_id, m.address, m.content, m.again, m.attempts, m.lease
            """;

    private static final String RENEW = """
            update outbox_message set lease_until = now() + {1} * interval '1 second'
            where state = 'sending' and lease = any({0})
            """;

    /** What a node died at: repeated where twice is better than never, else left for people to see. */
    private static final String RECOVER = """
            update outbox_message
            set state = case when again then 'queued' else 'uncertain' end, due_at = now(), lease = null, lease_until = null,
                last_error = {0},
                finished_at = case when again then null else now() end
            where state = 'sending' and lease_until < now()
            """;

    private static final String SETTLE = """
            update outbox_message
            set state = {2}, lease = null, lease_until = null, last_error = {3}, sent_to = coalesce({4}, sent_to),
                reference = {5}, parts = {6}, due_at = now() + {7} * interval '1 second',
                content = case when {8} then null else content end,
                finished_at = case when {2} = 'queued' then null else now() end
            where id = {0} and lease = {1} and state = 'sending'
            """;

    private final DSLContext sql;

    OutboxRows(DSLContext sql) {
        this.sql = sql;
    }

    /** Answers the new message, or empty when there is one with this key. */
    Optional<UUID> put(NewMessage message, byte @Nullable [] content) {
        UUID id = RecordIds.next();
        int inserted = sql.execute(
                PUT,
                DSL.val(id),
                DSL.val(message.key()),
                DSL.val(message.way().key()),
                DSL.val(message.purpose()),
                DSL.val(message.again()),
                DSL.val(message.user(), UUID.class),
                DSL.val(message.notice(), UUID.class),
                DSL.val(message.address(), String.class),
                DSL.val(content, byte[].class));
        return inserted == 0 ? Optional.empty() : Optional.of(id);
    }

    Optional<Claimed> claim(Set<Way> open, Duration lease) {
        String[] channels = open.stream().map(Way::key).toArray(String[]::new);
        return sql.resultQuery(CLAIM, DSL.val(channels), DSL.val(UUID.randomUUID()), DSL.val(lease.toSeconds()))
                .fetchOptional(Claimed::of);
    }

    void renew(Collection<UUID> leases, Duration lease) {
        sql.execute(RENEW, DSL.val(leases.toArray(UUID[]::new)), DSL.val(lease.toSeconds()));
    }

    void recover() {
        sql.execute(RECOVER, DSL.val(Reason.of("program-ended").written()));
    }

    /** Notes what became of a message; does nothing when another node has it by now. */
    boolean settle(Claimed message, Outcome outcome) {
        Reason error = outcome.error();
        return sql.execute(
                        SETTLE,
                        DSL.val(message.id()),
                        DSL.val(message.lease()),
                        DSL.val(outcome.state()),
                        DSL.val(error == null ? null : error.written(), String.class),
                        DSL.val(outcome.sentTo(), String.class),
                        DSL.val(outcome.reference(), String.class),
                        DSL.val(outcome.parts(), Integer.class),
                        DSL.val(outcome.pause().toSeconds()),
                        DSL.val(outcome.forgets()))
                > 0;
    }

    /** Where a user is reached; empty when they have no such address or may not come in any more. */
    Optional<String> address(UUID user, Way way) {
        String column = way == Way.EMAIL ? "email" : "mobile";
        return sql.resultQuery(
                        "select " + column + " from app_user where id = {0} and deleted_at is null"
                                + " and (active or not exists (select 1 from credential c where c.user_id = app_user.id))",
                        DSL.val(user))
                .fetchOptional(0, String.class);
    }

    List<Record> latest(@Nullable String state, @Nullable Way way, int limit) {
        return List.copyOf(sql.fetch(
                "select * from outbox_message where ({0}::text is null or state = {0}) and ({1}::text is null or channel = {1})"
                        + " order by created_at desc, id desc limit {2}",
                DSL.val(state, String.class), DSL.val(way == null ? null : way.key(), String.class), DSL.val(limit)));
    }

    Optional<Record> find(UUID id) {
        return sql.resultQuery("select * from outbox_message where id = {0}", DSL.val(id))
                .fetchOptional();
    }

    /** Puts what failed or is uncertain back into the queue. */
    boolean retry(UUID id) {
        return sql.execute(
                        "update outbox_message set state = 'queued', due_at = now(), attempts = 0, finished_at = null"
                                + " where id = {0} and state in ('failed', 'uncertain')",
                        DSL.val(id))
                > 0;
    }

    /** A message that this node sends at the moment. */
    record Claimed(
            UUID id,
            Way way,
            String purpose,
            @Nullable UUID user,
            @Nullable UUID notice,
            @Nullable String address,
            byte @Nullable [] content,
            boolean again,
            int attempts,
            UUID lease) {

        static Claimed of(Record row) {
            return new Claimed(
                    Objects.requireNonNull(row.get("id", UUID.class)),
                    Way.of(Objects.requireNonNull(row.get("channel", String.class)))
                            .orElseThrow(),
                    Objects.requireNonNull(row.get("purpose", String.class)),
                    row.get("user_id", UUID.class),
                    row.get("notice_id", UUID.class),
                    row.get("address", String.class),
                    row.get("content", byte[].class),
                    Objects.requireNonNull(row.get("again", Boolean.class)),
                    Objects.requireNonNull(row.get("attempts", Integer.class)),
                    Objects.requireNonNull(row.get("lease", UUID.class)));
        }
    }
}
