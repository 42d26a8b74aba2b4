package org.peyvand.database.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.peyvand.database.StartRefused;
import org.peyvand.database.backup.Manifest.Copied;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One restore: the migrations up to that of the backup, what an administrator added beyond them, then the rows. Foreign
 * keys are taken off for the loading and put back after it, which checks them, so no special right is needed.
 */
record RestoringBackup(DataSource database, ZipFile zip) {

    Manifest run() throws SQLException, IOException {
        var manifest = manifest();
        refuseUnlessEmpty();
        try {
            migrate(manifest);
            try (var connection = database.getConnection()) {
                fill(connection, manifest);
            }
            return manifest;
        } catch (SQLException | IOException | RuntimeException e) {
            flyway(Optional.empty()).clean();
            throw e;
        }
    }

    private Manifest manifest() throws IOException {
        try (var json = zip.getInputStream(entry("manifest.json"))) {
            var manifest = JsonMapper.builder().build().readValue(json, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new IOException("its format " + manifest.format() + " is not known to this version");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new IOException("its manifest is damaged", e);
        }
    }

    private void refuseUnlessEmpty() throws SQLException {
        try (var connection = database.getConnection()) {
            var tables = new Statements(connection)
                    .value("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()");
            if (!"0".equals(tables)) {
                throw new StartRefused("The database is not empty (" + tables
                        + " tables); a backup is restored to an empty one, so name another in PEYVAND_DATA or"
                        + " PEYVAND_DATABASE_URL.");
            }
        }
    }

    private void migrate(Manifest manifest) {
        flyway(Optional.of(manifest.migration())).migrate();
        var current = flyway(Optional.empty()).info().current();
        var version = current == null || current.getVersion() == null
                ? "none"
                : current.getVersion().getVersion();
        if (!version.equals(manifest.migration())) {
            throw new StartRefused("The backup was made by a newer Peyvand (migration " + manifest.migration()
                    + "); restore it with that version.");
        }
    }

    /** The wildcard and the switch are those of the running program. */
    private Flyway flyway(Optional<String> target) {
        var configuration = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/*")
                .placeholderReplacement(false)
                .cleanDisabled(false);
        target.ifPresent(configuration::target);
        return configuration.load();
    }

    private void fill(Connection connection, Manifest manifest) throws SQLException, IOException {
        var statements = new Statements(connection);
        statements.agreeOnFormats();
        connection.setAutoCommit(false);
        for (var sql : new MissingStructure(new Catalogue(connection).read(), manifest.structure()).statements()) {
            statements.execute(sql);
        }
        var structure = new Catalogue(connection).read();
        dropForeignKeys(statements, structure);
        switchTriggers(statements, structure, "DISABLE");
        truncate(statements, structure);
        for (var table : manifest.tables()) {
            load(statements, table);
        }
        continueSequences(statements, manifest.structure());
        addForeignKeys(statements, manifest.structure());
        switchTriggers(statements, structure, "ENABLE");
        for (var table : manifest.tables()) {
            verify(statements, table);
        }
        allowAnotherSecret(statements, structure);
        connection.commit();
        connection.setAutoCommit(true);
        statements.execute("ANALYZE");
    }

    private static void dropForeignKeys(Statements statements, Structure structure) throws SQLException {
        for (var table : structure.tables()) {
            for (var key : table.foreignKeys()) {
                statements.execute("ALTER TABLE " + Statements.quoted(table.name()) + " DROP CONSTRAINT "
                        + Statements.quoted(key.name()));
            }
        }
    }

    private static void addForeignKeys(Statements statements, Structure structure) throws SQLException {
        for (var table : structure.tables()) {
            for (var key : table.foreignKeys()) {
                statements.execute("ALTER TABLE " + Statements.quoted(table.name()) + " ADD CONSTRAINT "
                        + Statements.quoted(key.name()) + " " + key.definition());
            }
        }
    }

    private static void switchTriggers(Statements statements, Structure structure, String how) throws SQLException {
        for (var table : structure.tables()) {
            if (!table.triggers().isEmpty()) {
                statements.execute("ALTER TABLE " + Statements.quoted(table.name()) + " " + how + " TRIGGER USER");
            }
        }
    }

    /** Migrations may bring rows of their own. */
    private static void truncate(Statements statements, Structure structure) throws SQLException {
        statements.execute(structure.tablesWithRows().stream()
                .map(table -> Statements.quoted(table.name()))
                .collect(Collectors.joining(", ", "TRUNCATE ", "")));
    }

    private void load(Statements statements, Copied table) throws SQLException, IOException {
        try (var rows = zip.getInputStream(entry("tables/" + table.table()))) {
            statements.copyIn(table.table(), table.columns(), rows);
        }
    }

    private static void continueSequences(Statements statements, Structure structure) throws SQLException {
        for (var sequence : structure.sequences()) {
            var name = Statements.quoted(sequence.name()).replace("'", "''");
            if (sequence.last() != null) {
                statements.value("SELECT setval('" + name + "', " + sequence.last() + ", true)");
            }
        }
    }

    private static void verify(Statements statements, Copied table) throws SQLException, IOException {
        var digest = statements.copyOut(table.table(), table.columns(), OutputStream.nullOutputStream());
        if (digest.rows() != table.rows() || !digest.checksum().equals(table.checksum())) {
            throw new IOException("table " + table.table() + " has " + digest.rows() + " rows with checksum "
                    + digest.checksum() + " after loading, but " + table.rows() + " with " + table.checksum()
                    + " were backed up");
        }
    }

    /** Whoever restores may have lost the secret that the backup was made under; the next start says what that means. */
    private static void allowAnotherSecret(Statements statements, Structure structure) throws SQLException {
        for (var table : structure.tablesWithRows()) {
            if (table.name().equals("secret_check")) {
                statements.execute("UPDATE secret_check SET replaceable = true");
            }
        }
    }

    private ZipEntry entry(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no entry " + name);
        }
        return entry;
    }
}
