package org.peyvand.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be true of a PostgreSQL before the program writes to it; each refusal is one sentence.
 *
 * @param setting the setting that names the server
 */
record ServerChecks(Connection connection, String setting) {

    private static final Logger log = LoggerFactory.getLogger(ServerChecks.class);
    private static final int OLDEST_VERSION = 160000;

    void run() throws SQLException {
        isNewEnough();
        isWritable();
        isUnicode();
        isDurable();
        knowsPersianTrigrams();
        hasTheCollationItWasMadeWith();
    }

    private void isNewEnough() throws SQLException {
        if (Integer.parseInt(value("SELECT current_setting('server_version_num')")) < OLDEST_VERSION) {
            throw new StartRefused(setting + ": the server is PostgreSQL "
                    + value("SELECT current_setting('server_version')")
                    + ", but version 16 or later is needed.");
        }
    }

    private void isWritable() throws SQLException {
        if (!value("SELECT pg_is_in_recovery()").equals("f")) {
            throw new StartRefused(setting + ": the server is a read-only standby; name the primary.");
        }
    }

    private void isUnicode() throws SQLException {
        var encoding = value("SHOW server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new StartRefused(
                    setting + ": the database has encoding " + encoding + ", but UTF8 is needed; create it anew.");
        }
    }

    /** An outside server may be another's to decide; ours is not. */
    private void isDurable() throws SQLException {
        if (value("SHOW fsync").equals("on")) {
            return;
        }
        if (setting.equals("PEYVAND_DATA")) {
            throw new IllegalStateException("The embedded PostgreSQL runs without fsync");
        }
        log.warn("{}: the server runs with fsync off and may lose data when its machine fails", setting);
    }

    /** With {@code lc_ctype=C} the trigrams of Persian text are empty and search silently finds nothing. */
    private void knowsPersianTrigrams() throws SQLException {
        try {
            execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        } catch (SQLException e) {
            throw new StartRefused(
                    setting + ": the extension pg_trgm cannot be created; let the user create it or have it created ("
                            + e.getMessage() + ").",
                    e);
        }
        if (value("SELECT cardinality(show_trgm('\u0633\u0644\u0627\u0645'))").equals("0")) {
            throw new StartRefused(setting
                    + ": the locale of the database does not know Persian letters, so search would find nothing;"
                    + " create the database with locale provider builtin and locale C.UTF-8.");
        }
    }

    private void hasTheCollationItWasMadeWith() throws SQLException {
        var mismatch = value("SELECT coalesce((SELECT datcollversion || ' / ' || "
                + "pg_database_collation_actual_version(oid) FROM pg_database WHERE datname = current_database()"
                + " AND datcollversion <> pg_database_collation_actual_version(oid)), '')");
        if (!mismatch.isEmpty()) {
            log.warn(
                    "{}: the collation of the database changed its version ({}); reindex text indexes, then run"
                            + " ALTER DATABASE ... REFRESH COLLATION VERSION",
                    setting,
                    mismatch);
        }
    }

    private String value(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            @Nullable String value = rows.getString(1);
            return value == null ? "" : value;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
