package org.peyvand.access;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.signin.RandomText;
import org.peyvand.record.Actor;
import org.springframework.stereotype.Component;

/**
 * Addresses that are keys themselves, for programs that can keep nothing else. A user has one for each purpose; it is shown once,
 * kept as a hash, void when it is made anew or revoked, and dead while its user is kept out.
 */
@Component
public class PrivateLinks {

    private static final String PUT = """
            insert into private_link (user_id, purpose, hash, options) values ({0}, {1}, {2}, {3})
            on conflict (user_id, purpose) do update
                set hash = excluded.hash, options = excluded.options, created_at = now(), used_at = null
            """;
    private static final String FIND = """
            select l.user_id, l.options, l.used_at from private_link l
            join app_user u on u.id = l.user_id and u.active and u.deleted_at is null
            where l.hash = {0} and l.purpose = {1}
            """;
    private static final String USE = """
            update private_link set used_at = now()
            where hash = {0} and (used_at is null or used_at < now() - {1} * interval '1 second')
            """;

    private final DSLContext sql;

    PrivateLinks(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Makes one for oneself, in place of an earlier one.
     *
     * @param options what its reader wants, for whoever answers it
     * @return the secret, to be shown once
     */
    public String make(Actor actor, String purpose, String options) {
        String secret = RandomText.make();
        sql.execute(
                PUT,
                DSL.val(Objects.requireNonNull(actor.user())),
                DSL.val(purpose),
                DSL.val(RandomText.hash(secret)),
                DSL.val(options));
        return secret;
    }

    /** Since when the actor has one. */
    public Optional<Instant> since(Actor actor, String purpose) {
        return sql.resultQuery(
                        "select created_at from private_link where user_id = {0} and purpose = {1}",
                        DSL.val(actor.user(), UUID.class), DSL.val(purpose))
                .fetchOptional(0, Instant.class);
    }

    public void revoke(Actor actor, String purpose) {
        sql.execute(
                "delete from private_link where user_id = {0} and purpose = {1}",
                DSL.val(actor.user(), UUID.class), DSL.val(purpose));
    }

    /** Whose it is; empty for one that is void, unknown or of a user who is kept out. */
    public Optional<Link> find(String secret, String purpose) {
        return sql.resultQuery(FIND, DSL.val(RandomText.hash(secret)), DSL.val(purpose))
                .fetchOptional(row -> new Link(
                        Objects.requireNonNull(row.get(0, UUID.class)),
                        Objects.requireNonNull(row.get(1, String.class)),
                        row.get(2, Instant.class)));
    }

    /** Counts a use; false when the last one was less than so many seconds ago, on whatever node. */
    public boolean use(String secret, int seconds) {
        return sql.execute(USE, DSL.val(RandomText.hash(secret)), DSL.inline(seconds)) > 0;
    }

    /** Whose a link is and what they want of it. */
    public record Link(UUID user, String options, @Nullable Instant usedAt) {}
}
