package org.peyvand.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.postgresql.PGProperty;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * The pool that serves requests. It gives up early when the database is away: the first caller waits {@value #WAIT_MS}
 * ms, and for half a second after that the others are told at once, so that a page with several queries still answers
 * within two seconds.
 */
final class PooledConnections extends DelegatingDataSource implements Closeable {

    private static final int WAIT_MS = 1400;
    private static final long FAIL_FAST_NANOS = 500_000_000L;

    /** Whoever got a connection within that time, from another or anew, shows that the database answers. */
    private static final long ALIVE_NANOS = 5_000_000_000L;

    /**
     * A generic plan ignores the trigram index of {@code ILIKE $1}, hence custom plans, but for {@link KnownPlans}. A
     * statement that takes half a minute is a mistake; work that may take longer uses {@link DedicatedConnections} or
     * raises the limit for its transaction.
     */
    private static final String SESSION = "SET plan_cache_mode = force_custom_plan; SET statement_timeout = '30s';"
            + " SET pg_trgm.similarity_threshold = 0.55; SET idle_in_transaction_session_timeout = '60s'; SET timezone = 'UTC'";

    private static final int SOCKET_SECONDS = 45;

    /** The pool asks its source for that, and this source ignores it; an attempt that hangs would be the only one until it ends. */
    private static final int LOGIN_SECONDS = 1;

    private final HikariDataSource pool;
    private final LongSupplier nanoTime;
    private final AtomicLong lastFailure;
    private final AtomicLong lastServed;

    PooledConnections(SimpleDriverDataSource source, int size) {
        this(source, size, System::nanoTime);
    }

    PooledConnections(SimpleDriverDataSource source, int size, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastFailure = new AtomicLong(nanoTime.getAsLong() - FAIL_FAST_NANOS);
        this.lastServed = new AtomicLong(nanoTime.getAsLong() - ALIVE_NANOS);
        PGProperty.SOCKET_TIMEOUT.set(source.getConnectionProperties(), SOCKET_SECONDS);
        PGProperty.LOGIN_TIMEOUT.set(source.getConnectionProperties(), LOGIN_SECONDS);
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("peyvand");
        config.setMaximumPoolSize(size);
        // A pool that refills itself backs off to 5 s after an outage; one that waits for a caller is back at once.
        config.setMinimumIdle(0);
        config.setConnectionTimeout(WAIT_MS);
        config.setValidationTimeout(1000);
        config.setKeepaliveTime(120_000);
        config.setConnectionInitSql(SESSION);
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
        setTargetDataSource(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!isLongerAgo(lastFailure, FAIL_FAST_NANOS) && isEmpty()) {
            throw new SQLTransientConnectionException("The database is away", "08001");
        }
        try {
            var connection = pool.getConnection();
            lastServed.set(nanoTime.getAsLong());
            return connection;
        } catch (SQLTransientConnectionException e) {
            if (isFull() && !isLongerAgo(lastServed, ALIVE_NANOS)) {
                throw new ConnectionsTaken(e);
            }
            lastFailure.set(nanoTime.getAsLong());
            throw e;
        }
    }

    /**
     * Those of a database that refuses break as soon as they are used; those of one that hangs stay at work, but nobody gets one any
     * more. One that came back a moment ago counts, since it was taken while the caller waited.
     */
    private boolean isFull() {
        return pool.getHikariPoolMXBean().getTotalConnections() >= pool.getMaximumPoolSize();
    }

    private boolean isLongerAgo(AtomicLong moment, long nanos) {
        return nanoTime.getAsLong() - moment.get() >= nanos;
    }

    /** An exhausted pool is not an absent database. */
    private boolean isEmpty() {
        return pool.getHikariPoolMXBean().getTotalConnections() == 0;
    }

    @Override
    public void close() {
        pool.close();
    }
}
