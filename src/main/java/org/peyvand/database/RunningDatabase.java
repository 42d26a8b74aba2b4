package org.peyvand.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The checked PostgreSQL that the program stands on; closing it stops the embedded one. */
final class RunningDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RunningDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DatabaseAddress address;
    private final @Nullable EmbeddedServer embedded;

    private RunningDatabase(DatabaseAddress address, @Nullable EmbeddedServer embedded) {
        this.address = address;
        this.embedded = embedded;
    }

    static RunningDatabase start(DatabaseSettings settings) {
        var database = settings.external()
                .map(address -> new RunningDatabase(address, null))
                .orElseGet(() -> {
                    var server = EmbeddedServer.start(settings.dataDirectory());
                    return new RunningDatabase(server.address(), server);
                });
        try {
            database.check();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    boolean isEmbedded() {
        return embedded != null;
    }

    /** Connections without time limits; the driver's own defaults, but a lost server is noticed. */
    SimpleDriverDataSource dataSource() {
        return dataSource(address);
    }

    /**
     * Not the driver's own data source, whose connections tell an address of two thousand letters with every default in it: Flyway looks for
     * passwords in that for longer than the rest of its work takes.
     */
    static SimpleDriverDataSource dataSource(DatabaseAddress address) {
        var properties = new Properties();
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.CONNECT_TIMEOUT.set(properties, 5);
        PGProperty.APPLICATION_NAME.set(properties, "peyvand");
        PGProperty.REWRITE_BATCHED_INSERTS.set(properties, true);
        PGProperty.USER.set(properties, address.user());
        PGProperty.PASSWORD.set(properties, address.password());
        return new SimpleDriverDataSource(new Driver(), address.jdbcUrl(), properties);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    private void check() {
        var setting = isEmbedded() ? "PEYVAND_DATA" : "PEYVAND_DATABASE_URL";
        try (var connection = firstConnection(dataSource(), Instant.now().plus(PATIENCE))) {
            new ServerChecks(connection, setting).run();
        } catch (SQLException e) {
            throw new StartRefused(setting + ": the server answers a check with \"" + e.getMessage() + "\".", e);
        }
    }

    /** Started together with its database, the program waits a little for it. */
    private Connection firstConnection(DataSource source, Instant until) {
        while (true) {
            try {
                return source.getConnection();
            } catch (SQLException e) {
                if (!Outages.isCausedBy(e) || Instant.now().isAfter(until)) {
                    throw refusal(e);
                }
                log.info("Waiting for the database at {}", address);
                pause();
            }
        }
    }

    private StartRefused refusal(SQLException e) {
        var message =
                Objects.requireNonNullElse(e.getMessage(), "no reason given").replaceAll("\\s+", " ");
        var sentence = switch (Objects.requireNonNullElse(e.getSQLState(), "")) {
            case "28P01", "28000", "08004" ->
                "PEYVAND_DATABASE_USER and PEYVAND_DATABASE_PASSWORD: the server at " + address.hosts()
                        + " refuses them (" + message + ").";
            case "3D000" ->
                "PEYVAND_DATABASE_URL: there is no database \"" + address.database() + "\" at " + address.hosts() + ".";
            default -> "PEYVAND_DATABASE_URL: the database at " + address + " cannot be reached (" + message + ").";
        };
        return new StartRefused(sentence, e);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
