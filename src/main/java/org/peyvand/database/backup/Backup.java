package org.peyvand.database.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.peyvand.database.StartRefused;

/**
 * A whole database in one zip file: a manifest with the structure, counts and checksums, and one COPY text per table.
 *
 * @param database connections without time limits
 */
public record Backup(DataSource database) {

    /**
     * Writes a consistent copy while others go on working; the file appears when it is complete, for its owner alone.
     *
     * @return one sentence for the operator
     */
    public String write(Path file) {
        var draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Manifest manifest;
            try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16));
                    var connection = database.getConnection()) {
                manifest = new WritingBackup(connection, zip).run();
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return "Backed up %d rows of %d tables to %s; keep PEYVAND_SECRET, or the file secret of the data directory, beside it."
                    .formatted(manifest.rows(), manifest.tables().size(), file);
        } catch (IOException e) {
            throw new StartRefused("The file " + file + " cannot be written: " + e.getMessage() + ".", e);
        } catch (SQLException e) {
            throw new StartRefused("The backup stopped: " + e.getMessage(), e);
        } finally {
            delete(draft);
        }
    }

    /**
     * Fills an empty database from a backup and verifies every row; afterwards the database is complete or empty again.
     *
     * @return one sentence for the operator
     */
    public String restore(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = new RestoringBackup(database, zip).run();
            return "Restored and verified %d rows of %d tables as of %s."
                    .formatted(manifest.rows(), manifest.tables().size(), manifest.at());
        } catch (IOException e) {
            throw new StartRefused("The file " + file + " cannot be read as a backup: " + e.getMessage() + ".", e);
        } catch (SQLException e) {
            throw new StartRefused("The restore stopped: " + e.getMessage(), e);
        }
    }

    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
