package org.peyvand.record.write;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prepares the partitions of the log for this month and the next two, at the start and once a day. Where it cannot, changes
 * go to the partition for all the rest and nothing is lost.
 */
final class ChangePartitions implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangePartitions.class);

    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private @Nullable ScheduledExecutorService daily;

    ChangePartitions(DSLContext sql, TransactionTemplate transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** One node at a time; the others find the partitions there. */
    void prepare() {
        transactions.executeWithoutResult(status -> {
            sql.execute("select pg_advisory_xact_lock(hashtext('prepare_change_partitions'))");
            sql.execute("select prepare_change_partitions(current_date)");
        });
    }

    @Override
    public synchronized void start() {
        daily = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("change-partitions").factory());
        var _ = daily.scheduleAtFixedRate(this::tryToPrepare, 0, 1, TimeUnit.DAYS);
    }

    private void tryToPrepare() {
        try {
            prepare();
        } catch (DataAccessException | org.jooq.exception.DataAccessException failure) {
            LOG.warn("The partitions of the change log could not be prepared; trying again tomorrow", failure);
        }
    }

    @Override
    public synchronized void stop() {
        if (daily != null) {
            daily.shutdownNow();
            daily = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return daily != null;
    }
}
