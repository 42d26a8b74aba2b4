package org.peyvand.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.peyvand.database.Outages;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Runs one job part by part. Each part holds the job's row for its transaction, and only while this run is the latest: so a
 * part is done once, whatever dies when.
 */
@Component
final class JobRunner {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final int MOST_FAILURES = 3;

    private final JobRows rows;
    private final TransactionTemplate transactions;
    private final java.util.function.Supplier<Map<String, JobKind>> kinds;

    @Autowired
    JobRunner(DSLContext sql, TransactionTemplate transactions, ObjectProvider<JobKind> kinds) {
        this(sql, transactions, () -> kinds.stream().toList());
    }

    JobRunner(DSLContext sql, TransactionTemplate transactions, java.util.function.Supplier<List<JobKind>> kinds) {
        this.rows = new JobRows(sql);
        this.transactions = transactions;
        this.kinds = () -> kinds.get().stream().collect(Collectors.toMap(JobKind::key, Function.identity()));
    }

    /**
     * Runs the job until it is over or the node stops.
     *
     * @param stopping says that the node wants to stop; the job goes on elsewhere or after the restart
     * @throws RuntimeException when the job should be tried again later
     */
    void run(UUID id, BooleanSupplier stopping) {
        Job job = rows.take(id).orElse(null);
        if (job == null) {
            return;
        }
        try {
            work(job, stopping);
        } catch (Stopped stopped) {
            throw stopped;
        } catch (RuntimeException e) {
            failed(job, e);
        }
    }

    /**
     * Puts what is wanted every day into the queue.
     *
     * @param schedule is told the job and when it is due, within the transaction that makes it
     */
    void beginDay(BiConsumer<UUID, Instant> schedule) {
        transactions.executeWithoutResult(status -> kinds.get().values().stream()
                .filter(JobKind::isDaily)
                .forEach(kind -> {
                    UUID id = Ids.next();
                    rows.insert(id, Actor.system(), NewJob.of(kind.key(), JsonNodeFactory.instance.objectNode()));
                    schedule.accept(id, Instant.now());
                }));
    }

    private void work(Job job, BooleanSupplier stopping) {
        JobKind kind = kinds.get().get(job.kind());
        if (kind == null) {
            throw new IllegalStateException("no kind of job " + job.kind());
        }
        try (JobRun run = kind.start(job)) {
            boolean more = true;
            while (more) {
                if (stopping.getAsBoolean()) {
                    throw new Stopped();
                }
                run.prepare();
                more = Boolean.TRUE.equals(transactions.execute(status -> step(job, run)));
            }
        }
    }

    private boolean step(Job job, JobRun run) {
        Job held = rows.hold(job.id(), job.run()).orElse(null);
        if (held == null) {
            log.warn("Job {} is run elsewhere by now", job.id());
            return false;
        }
        JobProgress progress = new JobProgress(held);
        boolean more = run.step(progress);
        rows.report(job.id(), progress, more);
        return more;
    }

    private void failed(Job job, RuntimeException e) {
        if (Outages.isCausedBy(e)) {
            throw e;
        }
        if (e instanceof Refusal refusal) {
            log.info("Job {} ({}) was refused: {}", job.id(), job.kind(), refusal.getMessage());
            giveUp(job, refusal.code());
            return;
        }
        int failures = rows.countFailure(job.id(), job.run());
        log.error("Job {} ({}) failed, {} time(s)", job.id(), job.kind(), failures, e);
        if (failures < MOST_FAILURES) {
            throw e;
        }
        giveUp(job, "internal");
    }

    private void giveUp(Job job, String why) {
        transactions.executeWithoutResult(status -> {
            JobKind kind = kinds.get().get(job.kind());
            if (rows.fail(job.id(), job.run(), why) && kind != null) {
                kind.givenUp(job);
            }
        });
    }

    /** The node stops; the scheduler keeps the job. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super("the node stops", null, false, false);
        }
    }
}
