package org.peyvand.database;

import java.sql.SQLTransientConnectionException;

/**
 * Every connection was at work for as long as one waits, and a moment ago one was to be had: the database is there, and there is too
 * much to do.
 */
final class ConnectionsTaken extends SQLTransientConnectionException {

    ConnectionsTaken(SQLTransientConnectionException cause) {
        super("All connections of the pool are taken", cause.getSQLState(), cause);
    }
}
