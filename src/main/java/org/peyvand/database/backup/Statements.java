package org.peyvand.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The few kinds of statements that backup and restore send over one connection. */
record Statements(Connection connection) {

    /** So that the text of a value is the same wherever it is written. */
    void agreeOnFormats() throws SQLException {
        execute("SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres';"
                + " SET bytea_output = 'hex'; SET statement_timeout = 0; SET lock_timeout = '30s';"
                + " SET check_function_bodies = off");
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Nullable
    String value(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** Copies the rows of a table out as text, one line each, and digests them. */
    RowDigest copyOut(String table, List<String> columns, OutputStream target) throws SQLException, IOException {
        var digest = new RowDigest();
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY " + quoted(table) + columnList(columns) + " TO STDOUT");
        for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            digest.add(row);
            target.write(row);
        }
        return digest;
    }

    void copyIn(String table, List<String> columns, InputStream source) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + quoted(table) + columnList(columns) + " FROM STDIN", source);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String columnList(List<String> columns) {
        return columns.stream().map(Statements::quoted).collect(Collectors.joining(", ", " (", ")"));
    }
}
