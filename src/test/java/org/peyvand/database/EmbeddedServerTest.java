package org.peyvand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second program of these tests is a real process, since only those can be killed. */
@Tag("database")
class EmbeddedServerTest {

    @TempDir
    Path home;

    private DataDirectory directory;

    /** Unpacking the binaries anew for each test would be most of its time. */
    @BeforeEach
    void shareTheBinaries() throws IOException {
        directory = new DataDirectory(home);
        var shared = Path.of("target", "postgres-embedded").toAbsolutePath();
        Files.createDirectories(shared);
        Files.createSymbolicLink(home.resolve("postgres-binaries"), shared);
    }

    @AfterEach
    void stopWhatAFailedTestLeftBehind() {
        new OrphanServer(directory.resolve("postgres")).stop();
    }

    @Test
    void continuesWithEverythingCommittedAfterTheProgramWasKilled() throws Exception {
        var program = OtherProgram.start(home);
        assertThat(program.firstLine()).isEqualTo("committed");

        program.kill();

        try (var server = EmbeddedServer.start(directory)) {
            assertThat(value(server, "SELECT text FROM note")).isEqualTo("written before the kill");
        }
    }

    @Test
    void refusesADirectoryThatAnotherProgramUses() throws Exception {
        try (var server = EmbeddedServer.start(directory)) {
            var program = OtherProgram.start(home);

            assertThat(program.firstLine()).startsWith("PEYVAND_DATA").contains("in use by another running Peyvand");
            assertThat(value(server, "SELECT 1")).isEqualTo("1");
            program.kill();
        }
    }

    @Test
    void isDurableAndClosedToTheOtherUsersOfTheMachine() throws Exception {
        try (var server = EmbeddedServer.start(directory)) {
            assertThat(value(server, "SHOW fsync")).isEqualTo("on");
            assertThat(value(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(value(server, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(value(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres"))))
                    .isEqualTo("rwx------");
            assertThatThrownBy(() -> RunningDatabase.dataSource(server.address().as("postgres", "guessed"))
                            .getConnection())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void lendsNoTimeOfEachConnectionToARandomPassword() throws Exception {
        startWithASlowLogin("ALTER SYSTEM SET log_statement = 'all'");

        try (var server = EmbeddedServer.start(directory)) {
            assertThat(value(server, "SELECT rolpassword FROM pg_authid WHERE rolname = 'postgres'"))
                    .startsWith("SCRAM-SHA-256$1:");
            assertThat(value(server, "SHOW password_encryption")).isEqualTo("scram-sha-256");
        }
        assertThat(Files.readString(home.resolve("postgres.log")))
                .contains("SET scram_iterations = 1")
                .doesNotContain(EmbeddedServer.password(directory));
    }

    /** Those of earlier versions have the server's usual four thousand. */
    @Test
    void makesTheLoginOfADirectoryOfAnEarlierVersionQuick() throws Exception {
        startWithASlowLogin();

        try (var server = EmbeddedServer.start(directory)) {
            assertThat(value(server, "SELECT rolpassword FROM pg_authid WHERE rolname = 'postgres'"))
                    .startsWith("SCRAM-SHA-256$1:");
        }
    }

    /** Flyway looks for passwords in the address, for longer than its work takes when the address has every default in it. */
    @Test
    void itsConnectionsTellAShortAddress() throws Exception {
        try (var server = EmbeddedServer.start(directory);
                var connection = RunningDatabase.dataSource(server.address()).getConnection()) {
            assertThat(connection.getMetaData().getURL())
                    .isEqualTo(server.address().jdbcUrl());
        }
    }

    @Test
    void startsAfterARebootGaveItsProcessNumberToAnother() throws Exception {
        EmbeddedServer.start(directory).close();
        Files.writeString(
                directory.resolve("postgres").resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        try (var server = EmbeddedServer.start(directory)) {
            assertThat(value(server, "SELECT 1")).isEqualTo("1");
        }
    }

    private void startWithASlowLogin(String... more) throws SQLException {
        try (var server = EmbeddedServer.start(directory)) {
            execute(
                    server,
                    "SET scram_iterations = 4096; ALTER ROLE postgres PASSWORD '" + EmbeddedServer.password(directory)
                            + "'");
            for (var each : more) {
                execute(server, each);
            }
        }
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = RunningDatabase.dataSource(server.address()).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = RunningDatabase.dataSource(server.address()).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
