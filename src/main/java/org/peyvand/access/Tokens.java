package org.peyvand.access;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.signin.RandomText;
import org.peyvand.locale.PersianText;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.Draft;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** API tokens: made and shown once, kept as hashes, void when they expire, are revoked or their user is kept out. */
@Component
public class Tokens {

    private static final int LONGEST_NAME = 100;

    private static final String INSERT = """
            insert into api_token (id, user_id, name, hash, prefix, created_by, expires_at)
            values ({0}, {1}, {2}, {3}, {4}, {5}, {6})
            """;

    private static final String LIST = """
            select id, name, prefix, created_at, expires_at, last_used_at from api_token
            where user_id = {0} and revoked_at is null order by created_at desc, id
            """;

    private static final String REVOKE =
            "update api_token set revoked_at = now() where id = {0} and user_id = {1} and revoked_at is null";

    private static final String STATE = """
            select u.active,
                exists (select 1 from credential c where c.user_id = u.id)
                    or exists (select 1 from api_token t where t.user_id = u.id) as was_in
            from app_user u where u.id = {0} and u.deleted_at is null
            """;

    private final DSLContext sql;
    private final OwnWrites writes;
    private final TransactionOperations transactions;
    private final Clock clock = Clock.systemUTC();

    Tokens(DSLContext sql, OwnWrites writes, TransactionOperations transactions) {
        this.sql = sql;
        this.writes = writes;
        this.transactions = transactions;
    }

    /**
     * Makes a token for oneself or, as an administrator, for anybody. The first token of a user who never came in lets
     * them in; one who is kept out gets none.
     *
     * @param expires when it becomes void, in the future; null for never
     */
    public NewToken create(Actor actor, UUID user, String name, @Nullable Instant expires) {
        writes.demandSelfOrAdministrator(actor, user);
        String clean = PersianText.clean(name);
        check(clean, expires);
        String token = "pvd_" + RandomText.make();
        UUID id = transactions.execute(status -> {
            letIn(actor, user);
            return insert(actor, user, clean, token, expires);
        });
        if (id == null) {
            throw new IllegalStateException("no token was stored");
        }
        return new NewToken(id, clean, token, expires);
    }

    /** The valid and the expired tokens of oneself or, for administrators, of anybody; newest first. */
    public List<Token> list(Actor actor, UUID user) {
        writes.demandSelfOrAdministrator(actor, user);
        return sql.fetch(LIST, DSL.val(user)).map(Tokens::token);
    }

    /**
     * Voids a token at once.
     *
     * @throws Refusal.NotFound when the user has no such token
     */
    public void revoke(Actor actor, UUID user, UUID token) {
        writes.demandSelfOrAdministrator(actor, user);
        if (sql.execute(REVOKE, DSL.val(token), DSL.val(user)) == 0) {
            throw new Refusal.NotFound();
        }
    }

    /** Stores a token that the operator chose, and voids the one chosen before. */
    void install(UUID user, String name, String token) {
        byte[] hash = RandomText.hash(token);
        if (sql.fetchOne("select 1 from api_token where hash = {0}", DSL.val(hash)) == null) {
            sql.execute(
                    "update api_token set revoked_at = now() where user_id = {0} and name = {1} and revoked_at is null",
                    DSL.val(user), DSL.val(name));
            insert(Actor.system(), user, name, token, null);
        }
    }

    private void check(String name, @Nullable Instant expires) {
        List<Problem> problems = new ArrayList<>();
        if (name.isBlank()) {
            problems.add(Problem.of("name", "required"));
        }
        if (name.length() > LONGEST_NAME) {
            problems.add(Problem.of("name", "too-long", Integer.toString(LONGEST_NAME)));
        }
        if (expires != null && !expires.isAfter(clock.instant())) {
            problems.add(Problem.of("expiresAt", "token-in-the-past"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    private void letIn(Actor actor, UUID user) {
        Record state = sql.fetchOne(STATE, DSL.val(user));
        if (state == null) {
            throw new Refusal.NotFound();
        }
        if (!state.get("active", Boolean.class)) {
            if (state.get("was_in", Boolean.class)) {
                throw new Refusal.Conflict("user-inactive");
            }
            writes.demandAdministrator(actor);
            writes.change(actor, user, Draft.of(User.ACTIVE, true));
        }
    }

    private UUID insert(Actor actor, UUID user, String name, String token, @Nullable Instant expires) {
        OffsetDateTime until = expires == null ? null : expires.atOffset(ZoneOffset.UTC);
        UUID id = UUID.randomUUID();
        sql.execute(
                INSERT,
                DSL.val(id),
                DSL.val(user),
                DSL.val(name),
                DSL.val(RandomText.hash(token)),
                DSL.val(token.substring(0, Math.min(8, token.length()))),
                DSL.val(actor.user(), UUID.class),
                DSL.val(until, OffsetDateTime.class));
        return id;
    }

    private static Token token(Record row) {
        return new Token(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("prefix", String.class),
                row.get("created_at", Instant.class),
                row.get("expires_at", Instant.class),
                row.get("last_used_at", Instant.class));
    }

    /**
     * A token as it is listed.
     *
     * @param prefix how it begins, by which its owner knows it
     * @param usedAt when it was last used, to the minute
     */
    public record Token(
            UUID id,
            String name,
            String prefix,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant usedAt) {}

    /** A token at the only moment at which it can be read. */
    public record NewToken(
            UUID id, String name, String token, @Nullable Instant expiresAt) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return name;
        }
    }
}
