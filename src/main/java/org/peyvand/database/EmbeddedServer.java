package org.peyvand.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL inside the data directory: one owner, durable, stopped after everything that uses it.
 *
 * <p>The library is made for tests and turns fsync off; the later setting wins, which {@link ServerChecks} asserts.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String DATABASE = "peyvand";
    static final String USER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int LONGEST_SOCKET_PATH = 80;

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    /** Sized for a small office beside its program on one machine; mapped files, since containers have a tiny /dev/shm. */
    private static final Map<String, String> TUNING = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("jit", "off"),
            Map.entry("dynamic_shared_memory_type", "mmap"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("timezone", "UTC"));

    private final FileChannel lockFile;
    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedServer(FileChannel lockFile, EmbeddedPostgres postgres, String password) {
        this.lockFile = lockFile;
        this.postgres = postgres;
        this.password = password;
    }

    /** Starts the server of a data directory, after stopping one that outlived a killed program. */
    static EmbeddedServer start(DataDirectory home) {
        home.prepared();
        var lockFile = lock(home);
        try {
            var data = home.resolve("postgres");
            new OrphanServer(data).stop();
            var password = password(home);
            var server = new EmbeddedServer(lockFile, postgres(home, data, password), password);
            server.createDatabase();
            return server;
        } catch (RuntimeException e) {
            closeQuietly(lockFile);
            throw e;
        }
    }

    /** How to reach the program's own database. */
    DatabaseAddress address() {
        return address(postgres.getPort(), password);
    }

    static DatabaseAddress address(int port, String password) {
        return new DatabaseAddress("127.0.0.1:" + port, DATABASE, USER, password, Map.of());
    }

    /** The password of the server's only user, in a file that only the owner of the data directory reads. */
    static String password(DataDirectory home) {
        return home.secretFile("postgres.password", () -> {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        });
    }

    @Override
    public void close() {
        try (lockFile) {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(DataDirectory home) {
        var refusal = new StartRefused("PEYVAND_DATA: the directory " + home.path()
                + " is in use by another running Peyvand; stop that one or name another directory.");
        try {
            var channel =
                    FileChannel.open(home.resolve("peyvand.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw refusal;
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            throw refusal;
        } catch (IOException e) {
            throw new StartRefused("PEYVAND_DATA: the directory " + home.path() + " cannot be locked.", e);
        }
    }

    private static EmbeddedPostgres postgres(DataDirectory home, Path data, String password) {
        var journal = home.resolve("postgres.log");
        try {
            ownerOnly(data);
            keepPrevious(journal);
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            home.resolve("postgres-binaries").toFile())
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(120))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(journal.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(journal.toFile()))
                    .setConnectConfig("password", password)
                    .setServerConfig("unix_socket_directories", socketDirectory(data));
            localeOf(builder, home);
            DURABLE.forEach(builder::setServerConfig);
            TUNING.forEach(builder::setServerConfig);
            return builder.start();
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused(
                    "PEYVAND_DATA: the embedded PostgreSQL in " + data + " does not start; see " + journal + ".", e);
        }
    }

    /** Persian trigrams need a locale that knows letters; programs on this machine need the password, files their owner. */
    private static void localeOf(EmbeddedPostgres.Builder builder, DataDirectory home) {
        builder.setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", home.resolve("postgres.password").toString());
    }

    /** A socket lets the owner of the directory in without a password; its path has a limit in the kernel. */
    private static String socketDirectory(Path data) {
        return data.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET_PATH ? "" : data.toString();
    }

    /** PostgreSQL refuses a data directory that others may enter. */
    private static void ownerOnly(Path data) throws IOException {
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    }

    private static void keepPrevious(Path journal) throws IOException {
        if (Files.exists(journal)) {
            Files.move(journal, journal.resolveSibling("postgres.log.previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void createDatabase() {
        try (var connection = postgres.getPostgresDatabase(Map.of("password", password))
                        .getConnection();
                var statement = connection.createStatement()) {
            if (isEmpty(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
            makeLoginQuick(statement);
            log.info("Embedded PostgreSQL runs on port {}", postgres.getPort());
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database cannot be prepared", e);
        }
    }

    /**
     * Iterations slow down the guessing of a weak password, at each connection's expense. This one has 192 random bits, which nobody
     * guesses, and each connection of a program that has just started would wait for them.
     */
    private void makeLoginQuick(Statement statement) throws SQLException {
        if (isEmpty(
                statement,
                "SELECT 1 FROM pg_authid WHERE rolname = '" + USER + "' AND rolpassword LIKE 'SCRAM-SHA-256$1:%'")) {
            statement.execute(
                    "SET scram_iterations = 1; SET log_statement = 'none'; SET log_min_duration_statement = -1;"
                            + " ALTER ROLE " + USER + " PASSWORD " + literal(password));
        }
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (var found = statement.executeQuery(query)) {
            return !found.next();
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void closeQuietly(FileChannel lockFile) {
        try {
            lockFile.close();
        } catch (IOException e) {
            log.debug("The lock of the data directory ends with the process", e);
        }
    }
}
