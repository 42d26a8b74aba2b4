package org.peyvand.access.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords, kept as Argon2id hashes beside the users. */
@Component
public class Passwords {

    /** As {@code PEYVAND_ADMIN_PASSWORD} demands too. */
    public static final int SHORTEST = 8;

    private static final int LONGEST = 200;

    /**
     * Stands in for the hash of a user who does not exist, so that looking takes as long. Nobody knows its password, which was random.
     * It is kept rather than made at each start, which would wait for it; {@code PasswordsTest} holds it to the encoder's present cost.
     */
    static final String HASH_OF_NOBODY =
            "$argon2id$v=19$m=16384,t=2,p=1$CKAZKghiaA0sVIM7qoJA9w$THTLGGnvr1XtP3VmE7k7fZukWw57w7ZR8dsldZPl4So";

    private static final String FIND = """
            select u.id, u.active, c.password_hash
            from app_user u
            join credential c on c.user_id = u.id
            where lower(u.email) = lower({0}) and u.deleted_at is null
            """;

    private static final String STORE = """
            insert into credential (user_id, password_hash) values ({0}, {1})
            on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now()
            """;

    /** Each hash takes 16 MB for a moment; more at once than this wait. */
    private final Semaphore hashing =
            new Semaphore(Math.max(4, Runtime.getRuntime().availableProcessors()));

    private final DSLContext sql;
    private final PasswordEncoder encoder;

    Passwords(DSLContext sql, PasswordEncoder encoder) {
        this.sql = sql;
        this.encoder = encoder;
    }

    /** The user with this e-mail and password; the work is the same for somebody who does not exist. */
    Optional<UUID> check(String email, String password) {
        if (password.length() > LONGEST || email.length() > 254 || email.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Record row = sql.fetchOne(FIND, DSL.val(email.strip()));
        boolean right = matches(password, row == null ? HASH_OF_NOBODY : row.get("password_hash", String.class));
        return row != null && right && row.get("active", Boolean.class)
                ? Optional.of(row.get("id", UUID.class))
                : Optional.empty();
    }

    /** Whether it is the present password of the user. */
    public boolean isOf(UUID user, String password) {
        String hash = sql.resultQuery("select password_hash from credential where user_id = {0}", DSL.val(user))
                .fetchOne(0, String.class);
        return password.length() <= LONGEST && matches(password, hash == null ? HASH_OF_NOBODY : hash) && hash != null;
    }

    /** Whether the user has one. */
    public boolean exists(UUID user) {
        return sql.fetchOne("select 1 from credential where user_id = {0}", DSL.val(user)) != null;
    }

    /**
     * Gives the user a password.
     *
     * @throws Refusal.Invalid when it is too short or too long
     */
    public void store(UUID user, String password) {
        List<Problem> problems = problems(password);
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        sql.execute(STORE, DSL.val(user), DSL.val(encode(password)));
    }

    /** What is wrong with a new password; nothing when there is none. */
    public static List<Problem> problems(@Nullable String password) {
        List<Problem> problems = new ArrayList<>();
        if (password != null && password.length() < SHORTEST) {
            problems.add(Problem.of("password", "password-too-short", Integer.toString(SHORTEST)));
        }
        if (password != null && password.length() > LONGEST) {
            problems.add(Problem.of("password", "password-too-long", Integer.toString(LONGEST)));
        }
        return problems;
    }

    private boolean matches(String password, String hash) {
        hashing.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            hashing.release();
        }
    }

    private String encode(String password) {
        hashing.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            hashing.release();
        }
    }
}
