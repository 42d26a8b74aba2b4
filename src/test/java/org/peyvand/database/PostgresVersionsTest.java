package org.peyvand.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyvand.database.backup.Backup;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.TestDatabase;
import org.peyvand.testing.TestProgram;

/** Each version that may be named in {@code PEYVAND_DATABASE_URL} does the work, and its backup is restored on another. */
@Tag("database")
class PostgresVersionsTest {

    private static final int BROUGHT_ALONG = 18;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"16, 18", "17, 16"})
    void worksAndMovesToAnother(int version, int other) {
        var file = folder.resolve("backup.zip");

        String changeSet = workOn(empty(version), version, file);

        goOn(empty(other), other, file, changeSet);
    }

    /** From the checks and migrations of the first start to a backup. */
    private static String workOn(TestDatabase database, int version, Path file) {
        try (var program = TestProgram.start(database, database.jdbcUrl())) {
            assertThat(version(database)).isEqualTo(version);
            Api api = Api.of(program);
            api.post("/meta/types/accounts/fields", """
                            {"name": "code", "type": "text", "unique": true, "label": "کد"}""").expect(201);
            api.post("/meta/types", "{\"name\": \"sites\", \"label\": \"محل‌ها\"}")
                    .expect(201);
            String account = api.post(
                            "/accounts", "{\"name\": \"پارس تجارت\", \"x_code\": \"P1\", \"tags\": [\"قدیمی\"]}")
                    .expect(201)
                    .id();
            api.post("/x-sites", "{\"name\": \"انبار\"}").expect(201);
            api.post("/accounts", "{\"name\": \"دیگری\", \"x_code\": \"p1\"}").expect(409);
            findsBy(api, "q", "تجارت");
            assertThat(api.get("/search", "q", "پارس تجارط").expect(200).data()).hasSize(1);
            findsBy(api, "filter", "{\"field\": \"x_code\", \"value\": \"P1\"}");

            String changeSet = api.patch("/accounts/" + account, "{\"name\": \"آریا تجارت\"}")
                    .expect(200)
                    .header("Peyvand-Change-Set");
            new Backup(database.dataSource()).write(file);
            return changeSet;
        }
    }

    private static void goOn(TestDatabase database, int version, Path file, String changeSet) {
        assertThat(new Backup(database.dataSource()).restore(file)).startsWith("Restored and verified");

        try (var program = TestProgram.start(database, database.jdbcUrl())) {
            assertThat(version(database)).isEqualTo(version);
            Api api = Api.of(program);
            findsBy(api, "q", "آریا");
            api.post("/change-sets/" + changeSet + "/undo").expect(200);
            findsBy(api, "filter", "{\"field\": \"name\", \"value\": \"پارس تجارت\"}");
            assertThat(api.get("/accounts/groups?by=createdAt:jalali-month")
                            .expect(200)
                            .get("groups"))
                    .hasSize(1);
            assertThat(api.get("/x-sites").expect(200).data()).hasSize(1);
            api.post("/accounts", "{\"name\": \"دیگری\", \"x_code\": \"p1\"}").expect(409);
            api.post("/x-sites", "{\"name\": \"دفتر\"}").expect(201);
        }
    }

    private static void findsBy(Api api, String parameter, String value) {
        Answer found = api.get("/accounts", parameter, value).expect(200);
        assertThat(found.data()).as(value).hasSize(1);
    }

    private static TestDatabase empty(int version) {
        return version == BROUGHT_ALONG ? TestDatabase.empty() : TestDatabase.empty(version);
    }

    private static int version(TestDatabase database) {
        return Integer.parseInt(
                        String.valueOf(database.sql().fetchValue("select current_setting('server_version_num')")))
                / 10_000;
    }
}
