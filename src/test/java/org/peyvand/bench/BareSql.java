package org.peyvand.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The same database without the program: statements prepared once, on a connection with the program's own settings. */
final class BareSql implements AutoCloseable {

    private static final String KNOWN = "set plan_cache_mode = force_generic_plan; ";
    private static final String AS_BEFORE = "; set plan_cache_mode = force_custom_plan";

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    BareSql(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_custom_plan; set timezone = 'UTC'");
        }
    }

    /** Every row with all its columns, as the driver gives them. */
    List<List<Object>> rows(String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet found = prepared(sql, values).executeQuery()) {
            return rows(found);
        }
    }

    /** The row that an id leads to, planned once for all ids, as the program does. */
    List<Object> row(String sql, UUID id) throws SQLException {
        PreparedStatement statement = prepared(KNOWN + sql + AS_BEFORE, id);
        statement.execute();
        statement.getMoreResults();
        try (ResultSet found = statement.getResultSet()) {
            return rows(found).getFirst();
        }
    }

    private static List<List<Object>> rows(ResultSet found) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
            List<Object> row = new ArrayList<>(columns);
            for (int i = 1; i <= columns; i++) {
                row.add(found.getObject(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The first column, which holds ids; all other columns are read too, as somebody who shows them would. */
    List<UUID> ids(String sql, Object... values) throws SQLException {
        return rows(sql, values).stream().map(row -> (UUID) row.getFirst()).toList();
    }

    void write(String sql, @Nullable Object... values) throws SQLException {
        prepared(KNOWN + sql + AS_BEFORE, values).execute();
    }

    /** Several writes in one transaction. */
    void together(Writes writes) throws SQLException {
        connection.setAutoCommit(false);
        try {
            writes.run();
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** What is written within a transaction. */
    interface Writes {
        void run() throws SQLException;
    }

    Array array(String type, Object... elements) throws SQLException {
        return connection.createArrayOf(type, elements);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
