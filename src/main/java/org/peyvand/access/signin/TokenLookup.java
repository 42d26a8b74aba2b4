package org.peyvand.access.signin;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.peyvand.database.KnownPlans;
import org.springframework.stereotype.Component;

/** Finds who a token speaks for; its use is noted at most once a minute. */
@Component
class TokenLookup {

    private static final String FIND = """
            select t.id, t.user_id, t.last_used_at is null or t.last_used_at < now() - interval '1 minute' as untouched
            from api_token t
            join app_user u on u.id = t.user_id
            where t.hash = {0} and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
                and u.active and u.deleted_at is null
            """;

    private static final String TOUCH = """
            update api_token set last_used_at = now()
            where id = {0} and (last_used_at is null or last_used_at < now() - interval '1 minute')
            """;

    private final DSLContext sql;
    private final DSLContext known;

    TokenLookup(DSLContext sql) {
        this.sql = sql;
        this.known = KnownPlans.of(sql);
    }

    Optional<SignedIn> find(String token) {
        Record row = known.fetchOne(FIND, DSL.val(RandomText.hash(token)));
        if (row == null) {
            return Optional.empty();
        }
        UUID id = row.get("id", UUID.class);
        if (row.get("untouched", Boolean.class)) {
            sql.execute(TOUCH, DSL.val(id));
        }
        return Optional.of(new SignedIn(row.get("user_id", UUID.class), id));
    }
}
