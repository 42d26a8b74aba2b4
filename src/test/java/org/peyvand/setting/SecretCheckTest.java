package org.peyvand.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyvand.database.StartRefused;
import org.peyvand.database.backup.Backup;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestDatabase;
import org.peyvand.testing.TestProgram;

/** All nodes and all starts share one secret. */
@Tag("database")
class SecretCheckTest {

    private static final String FIRST = "the first secret of this installation";
    private static final String SECOND = "another secret that somebody made up";
    private static final String SMS =
            "{\"provider\": \"kavenegar\", \"line\": \"1000\", \"key\": \"key-of-the-provider\","
                    + " \"url\": \"https://api.kavenegar.com\"}";

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void anotherSecretStopsTheStartWithOneSentence() {
        check(database, FIRST);
        check(database, FIRST);

        assertThatThrownBy(() -> check(database, SECOND))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("PEYVAND_SECRET")
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining(FIRST);
        assertThat(database.sql().fetchValue("select count(*) from secret_check"))
                .isEqualTo(1L);
        check(database, FIRST);
    }

    @Test
    void wholeProgramRefusesToStart() {
        check(database, FIRST);

        assertThatThrownBy(() -> TestProgram.start(database, database.jdbcUrl(), "PEYVAND_SECRET=" + SECOND))
                .hasRootCauseInstanceOf(StartRefused.class)
                .rootCause()
                .hasMessageStartingWith("PEYVAND_SECRET");
    }

    @Test
    void operatorMayReplaceItAndLosesWhatWasSealed() {
        var stored = new StoredSettings(database.sql(), secrets(FIRST));
        check(database, FIRST);
        stored.store("sms", "what the first sealed", null);
        database.sql().execute("update secret_check set replaceable = true");

        check(database, SECOND);

        assertThat(new StoredSettings(database.sql(), secrets(SECOND)).find("sms"))
                .isEmpty();
        assertThatThrownBy(() -> check(database, FIRST)).isInstanceOf(StartRefused.class);
    }

    @Test
    void restoredDatabaseKeepsWhatIsSealedUnderTheSameSecretAndStartsUnderAnother(@TempDir Path folder) {
        Path file = folder.resolve("backup.zip");
        try (var program = TestProgram.start(database, database.jdbcUrl(), "PEYVAND_SECRET=" + FIRST)) {
            Api.of(program).put("/sms-settings", SMS).expect(200);
            new Backup(database.dataSource()).write(file);
        }

        assertThat(restored(file, FIRST)).isEqualTo("kavenegar");
        assertThat(restored(file, SECOND)).isEqualTo("sandbox");
    }

    private static String restored(Path file, String secret) {
        TestDatabase copy = TestDatabase.empty();
        new Backup(copy.dataSource()).restore(file);
        try (var program = TestProgram.start(copy, copy.jdbcUrl(), "PEYVAND_SECRET=" + secret)) {
            assertThat(copy.sql().fetchValue("select replaceable from secret_check"))
                    .isEqualTo(false);
            return Api.of(program).get("/sms-settings").expect(200).text("provider");
        }
    }

    private static void check(TestDatabase database, String secret) {
        new SecretCheck(database.sql(), new Secret(secret), secrets(secret)).afterPropertiesSet();
    }

    private static Secrets secrets(String secret) {
        return new Secrets(new Secret(secret));
    }
}
