package org.peyvand.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    PGSimpleDataSource dataSource() {
        return dataSource(address);
    }

    static PGSimpleDataSource dataSource(DatabaseAddress address) {
        var source = new PGSimpleDataSource();
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(5);
        source.setApplicationName("peyvand");
        source.setReWriteBatchedInserts(true);
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
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
    private Connection firstConnection(PGSimpleDataSource source, Instant until) {
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
