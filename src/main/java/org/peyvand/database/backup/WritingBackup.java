package org.peyvand.database.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.peyvand.database.StartRefused;
import org.peyvand.database.backup.Manifest.Copied;
import org.peyvand.database.backup.Structure.Table;
import tools.jackson.databind.json.JsonMapper;

/** One backup: all tables are locked against change of structure, then read from one snapshot. */
record WritingBackup(Connection connection, ZipOutputStream zip) {

    Manifest run() throws SQLException, IOException {
        var statements = new Statements(connection);
        statements.agreeOnFormats();
        var migration = migration(statements);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        lock(statements);
        var structure = new Catalogue(connection).read();
        var copied = new ArrayList<Copied>();
        for (var table : structure.tablesWithRows()) {
            copied.add(copy(statements, table));
        }
        var manifest = new Manifest(Manifest.FORMAT, Instant.now().toString(), migration, structure, copied);
        zip.putNextEntry(new ZipEntry("manifest.json"));
        zip.write(JsonMapper.builder().build().writeValueAsBytes(manifest));
        zip.closeEntry();
        connection.rollback();
        return manifest;
    }

    private static String migration(Statements statements) throws SQLException {
        var known = statements.value("SELECT to_regclass('" + Catalogue.HISTORY + "')");
        var version = known == null
                ? null
                : statements.value("SELECT version FROM " + Catalogue.HISTORY
                        + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1");
        if (version == null) {
            throw new StartRefused("The database holds no Peyvand, so there is nothing to back up.");
        }
        return version;
    }

    /** The names are read before the snapshot begins, so that the locks are held when it does. */
    private void lock(Statements statements) throws SQLException {
        try (var other = connection.createStatement()) {
            var names = new ArrayList<String>();
            try (var rows = other.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            connection.rollback();
            statements.execute(names.stream()
                    .map(Statements::quoted)
                    .collect(Collectors.joining(", ", "LOCK TABLE ", " IN ACCESS SHARE MODE")));
        }
    }

    private Copied copy(Statements statements, Table table) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry("tables/" + table.name()));
        var digest = statements.copyOut(table.name(), table.storedColumns(), zip);
        zip.closeEntry();
        return new Copied(table.name(), table.storedColumns(), digest.rows(), digest.checksum());
    }
}
