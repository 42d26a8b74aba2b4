package org.peyvand.database;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.peyvand.database.backup.Backup;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;

/** What the program does instead of serving when its first argument asks for it: {@code backup FILE}, {@code restore FILE}. */
public enum DatabaseCommand {
    BACKUP,
    RESTORE;

    /** The command that the arguments of the program name. */
    public static Optional<DatabaseCommand> named(String... arguments) {
        return switch (arguments.length == 0 ? "" : arguments[0].toLowerCase(Locale.ROOT)) {
            case "backup" -> Optional.of(BACKUP);
            case "restore" -> Optional.of(RESTORE);
            default -> Optional.empty();
        };
    }

    /**
     * Runs and tells the terminal about it.
     *
     * @return the exit status
     */
    public int run(String... arguments) {
        if (arguments.length != 2) {
            System.err.println("usage: " + arguments[0] + " FILE");
            return 2;
        }
        var file = Path.of(arguments[1]).toAbsolutePath();
        var environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        try (var database =
                this == BACKUP ? CommandDatabase.existing(environment) : CommandDatabase.existingOrNew(environment)) {
            var backup = new Backup(database.dataSource());
            var summary = this == BACKUP ? backup.write(file) : backup.restore(file);
            System.out.println(summary);
            return 0;
        } catch (StartRefused e) {
            System.err.println("peyvand: " + e.getMessage());
            return 1;
        }
    }
}
