package org.peyvand.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Tells an absent database from every other failure; the answer to it is 503 with {@code Retry-After}. */
public final class Outages {

    /** Seconds after which a client may try again. */
    public static final int RETRY_AFTER_SECONDS = 5;

    /** Administrator's shutdown, crash, still starting, too many connections. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private Outages() {}

    /** Whether the failure, or anything that caused it, is the database being away or out of connections. */
    public static boolean isCausedBy(Throwable failure) {
        return causes(failure).anyMatch(Outages::isOutage);
    }

    /** Whether it is not the database that is away: all connections to it were taken for too long. */
    public static boolean isOverload(Throwable failure) {
        return causes(failure).anyMatch(ConnectionsTaken.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(30);
    }

    /** A connection lost within a transaction shows as a failed rollback, which keeps what was thrown first. */
    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException _, SQLNonTransientConnectionException _ -> true;
            case SQLException sql -> isOutageState(sql.getSQLState());
            case TransactionSystemException failed ->
                failed.getApplicationException() != null && isCausedBy(failed.getApplicationException());
            default -> false;
        };
    }

    private static boolean isOutageState(@Nullable String state) {
        return state != null && (state.startsWith("08") && !state.equals("08004") || STATES.contains(state));
    }
}
