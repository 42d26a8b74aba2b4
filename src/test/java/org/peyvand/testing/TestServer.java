package org.peyvand.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL of a test JVM, with a migrated template that {@link TestDatabase}s are copies of, and one of each older version
 * that a test asks for.
 *
 * <p>With {@code -Dpeyvand.test.postgres.port=5416} the tests use a server that already listens on this machine, to try another
 * version with all of them; its user {@code postgres} needs no password. Databases named {@code test_…} are left there.
 */
final class TestServer {

    static final String TEMPLATE = "test_" + ProcessHandle.current().pid() + "_template";

    private static final Map<Integer, TestServer> OLDER = new ConcurrentHashMap<>();

    private static final class Holder {
        static final TestServer RUNNING = new TestServer(givenPort());
    }

    private final int port;
    private boolean templated;

    private TestServer(int port) {
        this.port = port;
    }

    /** That of the version the program brings along, or the given one. */
    static TestServer running() {
        return Holder.RUNNING;
    }

    /** One of an older major version, whose binaries the build has put into {@code target/postgres-<version>}. */
    static TestServer of(int version) {
        return OLDER.computeIfAbsent(version, each -> new TestServer(older(each)));
    }

    int port() {
        return port;
    }

    /** The name of a database with every migration applied. */
    synchronized String template() {
        if (!templated) {
            execute("CREATE DATABASE " + TEMPLATE);
            Flyway.configure()
                    .dataSource(dataSource(TEMPLATE))
                    .locations("classpath:db/migration/*")
                    .load()
                    .migrate();
            templated = true;
        }
        return TEMPLATE;
    }

    PGSimpleDataSource dataSource(String database) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser("postgres");
        return source;
    }

    void execute(String sql) {
        try (var connection = dataSource("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static int givenPort() {
        var given = Integer.getInteger("peyvand.test.postgres.port");
        return given == null ? start(builder(true)) : given;
    }

    private static int older(int version) {
        var binaries = Path.of("target", "postgres-" + version, "postgres-linux-x86_64.txz");
        return start(builder(version >= 17).setPgBinaryResolver((system, machine) -> Files.newInputStream(binaries)));
    }

    /** Letters known to PostgreSQL itself, from 17 on, else to the system. Durability is off: nothing here outlives the tests. */
    private static EmbeddedPostgres.Builder builder(boolean knowsLettersItself) {
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "postgres").toAbsolutePath().toFile())
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "200")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("autovacuum", "off")
                .setPGStartupWait(Duration.ofSeconds(60));
        return knowsLettersItself
                ? builder.setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                : builder;
    }

    private static int start(EmbeddedPostgres.Builder builder) {
        try {
            return builder.start().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
