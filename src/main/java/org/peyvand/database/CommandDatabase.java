package org.peyvand.database;

import java.nio.file.Files;
import javax.sql.DataSource;
import org.springframework.core.env.PropertyResolver;

/**
 * The database for a command beside the program: the external one, the embedded one of the running program, or the
 * embedded one started for the command alone.
 */
public final class CommandDatabase implements AutoCloseable {

    private final DataSource source;
    private final AutoCloseable owned;

    private CommandDatabase(DataSource source, AutoCloseable owned) {
        this.source = source;
        this.owned = owned;
    }

    /** The database that exists; without one the command is refused. */
    public static CommandDatabase existing(PropertyResolver properties) {
        var settings = DatabaseSettings.of(properties);
        var data = settings.dataDirectory().resolve("postgres");
        if (settings.external().isEmpty() && !Files.exists(data.resolve("PG_VERSION"))) {
            throw new StartRefused("PEYVAND_DATA: there is no database in "
                    + settings.dataDirectory().path() + ".");
        }
        return of(settings);
    }

    /** The database that exists, or a new embedded one. */
    public static CommandDatabase existingOrNew(PropertyResolver properties) {
        return of(DatabaseSettings.of(properties));
    }

    private static CommandDatabase of(DatabaseSettings settings) {
        var home = settings.dataDirectory();
        var running = new OrphanServer(home.resolve("postgres")).runningPort();
        if (settings.external().isEmpty() && running.isPresent()) {
            var address = EmbeddedServer.address(running.get(), EmbeddedServer.password(home));
            return new CommandDatabase(RunningDatabase.dataSource(address), () -> {});
        }
        var database = RunningDatabase.start(settings);
        return new CommandDatabase(database.dataSource(), database);
    }

    /** Connections without time limits. */
    public DataSource dataSource() {
        return source;
    }

    @Override
    public void close() {
        try {
            owned.close();
        } catch (Exception e) {
            throw new IllegalStateException("The embedded database does not stop", e);
        }
    }
}
