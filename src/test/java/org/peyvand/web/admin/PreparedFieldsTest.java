package org.peyvand.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.job.Job;
import org.peyvand.job.JobKind;
import org.peyvand.job.Jobs;
import org.peyvand.record.Actor;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** A field of a large table is prepared in the background: who made it sees that, and hears when it goes wrong. */
@Tag("database")
class PreparedFieldsTest {

    private static final TestProgram PROGRAM = TestProgram.shared();

    private final Api api = Api.of(PROGRAM);
    private final Visitor visitor = Visitor.signedIn(PROGRAM);
    private final String name = "x-crates-r" + Mark.fresh() + "s";
    private final String table = name.replace('-', '_');

    @BeforeEach
    void makeManyCrates() {
        api.post(
                        "/meta/types",
                        "{\"name\": \"%s\", \"label\": {\"fa\": \"جعبه‌ها\", \"en\": \"Crates\"}}".formatted(name))
                .expect(201);
        PROGRAM.database().sql().execute("""
                with made as (insert into record_identity (id, type)
                    select gen_random_uuid(), '%s' from generate_series(1, 6000) returning id)
                insert into %s (id, name) select id, 'جعبه' from made""".formatted(name, table));
    }

    @Test
    void isShownAsBeingPreparedAndUsableAfterwards() throws Exception {
        try (var reader = readingSince()) {
            assertThat(makeCode().text("state")).isEqualTo("building");

            assertThat(state()).isEqualTo("building");
            assertThat(visitor.get("/admin/fields?lang=en&type=" + name).body()).contains("Being prepared");
            assertThat(visitor.get("/admin/fields/" + name + "/x_code?lang=fa").body())
                    .contains("در حال آماده‌سازی: نخست نمایه ساخته می‌شود");
            byCode().expect(400);
            assertThat(visitor.get("/" + name + "/new").body()).doesNotContain("name=\"x_code\"");
            reader.rollback();
        }
        awaitLive();

        api.post("/" + name, "{\"name\": \"یکم\", \"x_code\": \"A1\"}").expect(201);
        api.post("/" + name, "{\"name\": \"دوم\", \"x_code\": \"a1\"}").expect(409);
        assertThat(byCode().expect(200).data()).hasSize(1);
        assertThat(visitor.get("/admin/fields?lang=en&type=" + name).body()).doesNotContain("Being prepared");
    }

    @Test
    void tellsWhoMadeItThatItsValuesAreNotUnique() {
        makeCode();
        awaitLive();
        api.delete("/meta/types/" + name + "/fields/x_code").expect(204);
        PROGRAM.database().sql().execute("drop index " + table + "_x_code_own");
        PROGRAM.database().sql().execute("update " + table + " set x_code = 'same'");

        api.post("/meta/types/" + name + "/fields/x_code/restoration").expect(200);
        awaitLive();

        assertThat(field().get("unique").asBoolean(false)).isFalse();
        assertThat(told())
                .containsOnlyOnce("The field Code of Crates: its values are not unique, so it is used without that");
        assertThat(PROGRAM.database()
                        .sql()
                        .fetch("select 1 from pg_index where indrelid = '" + table + "'::regclass and not indisvalid"))
                .isEmpty();
    }

    @Test
    void tellsWhoMadeItThatNobodyTriesAnyMore() {
        makeCode();
        awaitLive();
        Job job = job();

        PROGRAM.bean("fieldBuildingJob", JobKind.class).givenUp(job);

        assertThat(told())
                .containsOnlyOnce(
                        "The field Code of Crates: its index could not be built; retire the field and bring it"
                                + " back to try again");
    }

    private Api.Answer makeCode() {
        return api.post("/meta/types/" + name + "/fields", """
                        {"name": "code", "type": "text", "unique": true, "label": {"fa": "کد", "en": "Code"}}""").expect(201);
    }

    /** What is told of the fields of this type. */
    private List<String> told() {
        return api.with("Accept-Language", "en")
                .get("/notices?limit=100")
                .expect(200)
                .data()
                .valueStream()
                .filter(notice -> notice.path("href").asString("").equals("/admin/fields/" + name + "/x_code"))
                .map(notice -> notice.get("text").stringValue())
                .toList();
    }

    private Job job() {
        var id = (UUID) PROGRAM.database().sql().fetchValue("select id from job where payload ->> 'type' = ?", name);
        return PROGRAM.bean(Jobs.class)
                .find(Actor.system(), Objects.requireNonNull(id))
                .orElseThrow();
    }

    /** An index that is built beside others waits for who began to read before it. */
    private static Connection readingSince() throws Exception {
        var connection = PROGRAM.database().dataSource().getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("select 1 from account limit 1");
        }
        return connection;
    }

    private Api.Answer byCode() {
        return api.get("/" + name, "filter", "{\"field\": \"x_code\", \"value\": \"A1\"}");
    }

    private void awaitLive() {
        await().atMost(Duration.ofSeconds(20)).until(() -> state().equals("live"));
    }

    private String state() {
        return field().get("state").stringValue();
    }

    private JsonNode field() {
        return api.get("/meta/types/" + name)
                .expect(200)
                .get("fields")
                .valueStream()
                .filter(each -> each.get("name").stringValue().equals("x_code"))
                .findFirst()
                .orElseThrow();
    }
}
