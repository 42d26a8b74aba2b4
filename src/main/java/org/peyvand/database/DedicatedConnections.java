package org.peyvand.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections outside the pool and without time limits, for migrations, index building, COPY and listening. */
public final class DedicatedConnections {

    private final DataSource source;

    public DedicatedConnections(DataSource source) {
        this.source = source;
    }

    /** A new connection, which the caller closes. */
    public Connection open() throws SQLException {
        return source.getConnection();
    }

    DataSource source() {
        return source;
    }
}
