package org.peyvand.access;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.peyvand.access.permission.ShippedRoles;
import org.peyvand.record.Refusal;
import org.springframework.stereotype.Component;

/** What stands in the tables beside the records: whether somebody is left to administer, and what lets a user in. */
@Component
class Standing {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('peyvand administrators'))";

    private static final String ADMINISTRATORS = """
            select count(*) from app_user
            where active and deleted_at is null
                and roles @> jsonb_build_array(jsonb_build_object('id', {0}::text))
            """;

    private final DSLContext sql;

    Standing(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * At the end of a transaction that may have taken the last administrator away.
     *
     * @throws Refusal.Conflict when it has
     */
    void demandAnAdministrator() {
        sql.execute(LOCK);
        if (administrators() == 0) {
            throw new Refusal.Conflict("last-administrator");
        }
    }

    /** How many administrators may come in. */
    int administrators() {
        Integer count = sql.resultQuery(
                        ADMINISTRATORS, DSL.val(ShippedRoles.ADMINISTRATOR.id().toString()))
                .fetchOne(0, Integer.class);
        return count == null ? 0 : count;
    }

    void demandExisting(UUID user) {
        if (sql.fetchOne("select 1 from app_user where id = {0} and deleted_at is null", DSL.val(user)) == null) {
            throw new Refusal.NotFound();
        }
    }

    /** Voids the tokens and links of a user. */
    void revoke(UUID user) {
        sql.execute(
                "update api_token set revoked_at = now() where user_id = {0} and revoked_at is null", DSL.val(user));
        voidLinks(user);
    }

    void voidLinks(UUID user) {
        sql.execute("delete from sign_in_link where user_id = {0}", DSL.val(user));
    }
}
