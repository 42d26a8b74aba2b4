package org.peyvand.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.TestDatabase;

/**
 * Databases that the program will not write to, on a real server. What another server would say of itself is said by a function
 * that its database finds before the server's own.
 */
@Tag("database")
class ServerChecksTest {

    @Test
    void takesADatabaseThatKnowsPersianLetters() {
        try (var database = TestDatabase.empty()) {
            assertThatCode(starting(database)).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesALocaleWithoutPersianLetters() {
        try (var database = TestDatabase.empty("LOCALE_PROVIDER libc LOCALE 'C' ENCODING 'UTF8'")) {
            assertRefused(
                    database,
                    "PEYVAND_DATABASE_URL: the locale of the database does not know Persian letters, so search would find"
                            + " nothing; create the database with locale provider builtin and locale C.UTF-8.");
        }
    }

    @Test
    void refusesAnotherEncoding() {
        try (var database = TestDatabase.empty("LOCALE_PROVIDER libc LOCALE 'C' ENCODING 'SQL_ASCII'")) {
            assertRefused(
                    database,
                    "PEYVAND_DATABASE_URL: the database has encoding SQL_ASCII, but UTF8 is needed; create it anew.");
        }
    }

    @Test
    void refusesAnOlderServer() {
        try (var database = TestDatabase.empty()) {
            pretend(database, "current_setting(name text) returns text", """
                    select case name when 'server_version_num' then '150014' else '15.14' end
                    """);

            assertRefused(
                    database,
                    "PEYVAND_DATABASE_URL: the server is PostgreSQL 15.14, but version 16 or later is needed.");
        }
    }

    @Test
    void takesTheOldestServerThatIsNewEnough() {
        try (var database = TestDatabase.empty()) {
            pretend(database, "current_setting(name text) returns text", "select '160000'");

            assertThatCode(starting(database)).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesAStandby() {
        try (var database = TestDatabase.empty()) {
            pretend(database, "pg_is_in_recovery() returns boolean", "select true");

            assertRefused(database, "PEYVAND_DATABASE_URL: the server is a read-only standby; name the primary.");
        }
    }

    @Test
    void refusesAUserWhoMayNotCreateTheExtension() {
        try (var database = TestDatabase.empty()) {
            database.sql().execute("create role peyvand_without_rights login");
            try {
                var address = DatabaseAddress.parse(database.jdbcUrl()).as("peyvand_without_rights", null);

                assertThatThrownBy(starting(address))
                        .isInstanceOf(StartRefused.class)
                        .hasMessageStartingWith("PEYVAND_DATABASE_URL: the extension pg_trgm cannot be created; let the"
                                + " user create it or have it created (")
                        .hasMessageContaining("permission denied");
            } finally {
                database.sql().execute("drop role peyvand_without_rights");
            }
        }
    }

    /** The server of the tests is as fast and forgetful as ours must not be; one of others is taken with a warning. */
    @Test
    void demandsDurabilityOfTheEmbeddedServerAlone() throws SQLException {
        try (var database = TestDatabase.empty();
                var connection = database.dataSource().getConnection()) {
            assertThatThrownBy(() -> new ServerChecks(connection, "PEYVAND_DATA").run())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("without fsync");
            assertThatCode(() -> new ServerChecks(connection, "PEYVAND_DATABASE_URL").run())
                    .doesNotThrowAnyException();
        }
    }

    private static void assertRefused(TestDatabase database, String sentence) {
        assertThatThrownBy(starting(database)).isInstanceOf(StartRefused.class).hasMessage(sentence);
    }

    private static ThrowingCallable starting(TestDatabase database) {
        return starting(DatabaseAddress.parse(database.jdbcUrl()));
    }

    private static ThrowingCallable starting(DatabaseAddress address) {
        var settings = new DatabaseSettings(new DataDirectory(Path.of("target", "unused")), Optional.of(address));
        return () -> RunningDatabase.start(settings).close();
    }

    /** Later connections to the database find the function before the server's own. */
    private static void pretend(TestDatabase database, String function, String body) {
        database.sql().execute("create schema pretended");
        database.sql().execute("create function pretended." + function + " language sql as $$ " + body + " $$");
        database.sql()
                .execute(
                        "do $$ begin execute format('alter database %I set search_path = pretended, pg_catalog, public',"
                                + " current_database()); end $$");
    }
}
