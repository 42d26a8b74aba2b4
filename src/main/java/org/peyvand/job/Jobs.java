package org.peyvand.job;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.peyvand.record.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue of background work: put in with the caller's transaction, and looked at by who asked for it. */
@Component
public final class Jobs {

    private final JobRows rows;
    private final TransactionTemplate transactions;
    private final ObjectProvider<JobScheduler> scheduler;

    Jobs(DSLContext sql, TransactionTemplate transactions, ObjectProvider<JobScheduler> scheduler) {
        this.rows = new JobRows(sql);
        this.transactions = transactions;
        this.scheduler = scheduler;
    }

    /** Puts a job into the queue at the commit of the caller's transaction, or at once without one. */
    public Job enqueue(Actor actor, NewJob job) {
        UUID id = Ids.next();
        transactions.executeWithoutResult(status -> {
            rows.insert(id, actor, job);
            scheduler.getObject().schedule(id, Instant.now());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    scheduler.getObject().wake();
                }
            });
        });
        return rows.find(id).orElseThrow();
    }

    /** A job that the actor asked for; the program itself sees all. */
    public Optional<Job> find(Actor actor, UUID id) {
        return rows.find(id)
                .filter(job -> actor.isSystem() || Objects.equals(job.actor().user(), actor.user()));
    }

    /** The latest jobs the actor asked for, newest first. */
    public List<Job> latest(Actor actor, int limit) {
        return rows.of(actor.user(), limit);
    }

    /** Marks a finished job as taken back. */
    public void undone(UUID id) {
        rows.undone(id);
    }
}
