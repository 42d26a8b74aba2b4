package org.peyvand.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The directory that belongs to one installation: the embedded database, generated keys.
 *
 * @param path absolute and normalised
 */
public record DataDirectory(Path path) {

    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** A file or directory inside. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Makes the directory for its owner alone when it is missing, and refuses one that cannot be written. */
    public DataDirectory prepared() {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new StartRefused("PEYVAND_DATA: the directory " + path + " cannot be made.", e);
        }
        if (!Files.isWritable(path)) {
            throw new StartRefused("PEYVAND_DATA: the directory " + path + " cannot be written by this user.");
        }
        return this;
    }

    /**
     * The content of a small secret file readable by its owner alone, made on first use.
     *
     * @param fresh makes the content of a file that does not exist yet
     */
    public String secretFile(String name, java.util.function.Supplier<String> fresh) {
        var file = prepared().resolve(name);
        try {
            if (!Files.exists(file)) {
                var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                var draft = Files.createTempFile(path, name, ".new", owner);
                Files.writeString(draft, fresh.get() + "\n");
                Files.move(draft, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused("PEYVAND_DATA: the file " + file + " cannot be read or written.", e);
        }
    }
}
