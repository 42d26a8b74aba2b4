package org.peyvand.access;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.job.Job;
import org.peyvand.job.JobKind;
import org.peyvand.job.JobRun;
import org.peyvand.job.Jobs;
import org.peyvand.job.NewJob;
import org.peyvand.record.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Sends whoever forgot their password a link to choose another. Whether an address is anybody's is looked up by a job, so
 * that asking takes the same time and says the same for every address.
 */
@Component
public class ForgottenPasswords implements JobKind {

    private static final String KEY = "password-reset";

    private static final String FIND = """
            select u.id from app_user u join credential c on c.user_id = u.id
            where lower(u.email) = lower({0}) and u.active and u.deleted_at is null
            """;

    private final DSLContext sql;
    private final ObjectProvider<Jobs> jobs;
    private final Invitations invitations;

    ForgottenPasswords(DSLContext sql, ObjectProvider<Jobs> jobs, Invitations invitations) {
        this.sql = sql;
        this.jobs = jobs;
        this.invitations = invitations;
    }

    /** Whether links can be sent; otherwise an administrator has to make one. */
    public boolean isOpen() {
        return invitations.areDelivered();
    }

    /** Sees to it that the user with this address, if there is one, gets a link. */
    public void ask(String email) {
        var payload = JsonNodeFactory.instance.objectNode().put("email", email.strip());
        jobs.getObject().enqueue(Actor.system(), NewJob.of(KEY, payload));
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public JobRun start(Job job) {
        return progress -> {
            UUID user = user(job.payload().get("email").stringValue());
            if (user != null) {
                invitations.deliverReset(user);
            }
            return false;
        };
    }

    private @Nullable UUID user(String email) {
        return sql.resultQuery(FIND, DSL.val(email)).fetchOne(0, UUID.class);
    }
}
