package org.peyvand.record.overlay;

import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.peyvand.database.Notifications;
import org.peyvand.record.Refusal;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A change of the overlay, perhaps of tables too: one transaction that waits only briefly for a busy table, because while it
 * waits everybody else queues up behind it, and tries again instead.
 */
final class SchemaChange {

    private static final int ATTEMPTS = 8;
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";

    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private final Notifications notifications;
    private final DatabaseModels models;
    private final OverlayRows rows;

    SchemaChange(
            DSLContext sql,
            TransactionTemplate transactions,
            Notifications notifications,
            DatabaseModels models,
            OverlayRows rows) {
        this.sql = sql;
        this.transactions = new TransactionTemplate(
                java.util.Objects.requireNonNull(transactions.getTransactionManager(), "a transaction manager"));
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.notifications = notifications;
        this.models = models;
        this.rows = rows;
    }

    /** Runs the change under the next version of the model, tells the other nodes, and reads the model again. */
    <T> T run(Supplier<T> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = java.util.Objects.requireNonNull(transactions.execute(status -> attempt(change)));
                models.reload();
                return result;
            } catch (DataAccessException | org.springframework.dao.DataAccessException busy) {
                if (!isBusy(busy)) {
                    throw busy;
                }
                if (attempt == ATTEMPTS) {
                    throw new Refusal.Conflict("table-busy");
                }
                pause(attempt);
            }
        }
    }

    void execute(String statement) {
        sql.execute(statement);
    }

    private <T> T attempt(Supplier<T> change) {
        sql.execute("set local lock_timeout = '1500ms'");
        long version = rows.raiseVersion();
        T result = change.get();
        notifications.send(DatabaseModels.CHANNEL, Long.toString(version));
        return result;
    }

    private static boolean isBusy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException refused
                    && (LOCK_NOT_AVAILABLE.equals(refused.getSQLState()) || DEADLOCK.equals(refused.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(100L * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
