package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;

/** Each limit of the contract, at its last permitted and its first refused value. */
@Tag("database")
class LimitsOverHttpTest {

    private static final int LARGEST = 10 * 1024 * 1024;

    private final TestProgram program = TestProgram.shared();
    private final Api api = Api.of(program).with("Accept-Language", "en");
    private final String mark = Mark.fresh();

    @Test
    void countIsExactTo10000AndCappedAbove() {
        try {
            competitors(10_000);
            JsonNode exact = count();
            competitors(1);
            JsonNode capped = count();

            assertThat(exact.toString()).isEqualTo("{\"count\":10000,\"capped\":false}");
            assertThat(capped.toString()).isEqualTo("{\"count\":10000,\"capped\":true}");
        } finally {
            removeCompetitors();
        }
    }

    @Test
    void bodyOf10MegabytesIsTakenAndALargerOneRefused() {
        api.post("/competitors", body(LARGEST)).expect(201);

        Answer refused = api.post("/competitors", body(LARGEST + 1)).expect(413);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("code")).isEqualTo("body-too-large");
        assertThat(refused.text("detail")).isEqualTo("The body is larger than allowed.");
        assertThat(count().get("count").intValue()).isEqualTo(1);
    }

    /** It is told apart from others by its body, so that is read before the call itself. */
    @Test
    void largerBodyIsRefusedUnderAnIdempotencyKeyToo() {
        Answer refused = api.with("Idempotency-Key", mark)
                .post("/competitors", body(LARGEST + 1))
                .expect(413);

        assertThat(refused.text("code")).isEqualTo("body-too-large");
        assertThat(count().get("count").intValue()).isZero();
    }

    @Test
    void bodyIsReadTo20LevelsAndRefusedBelow() {
        Answer read = api.post("/competitors", nested(20)).expect(422);

        Answer refused = api.post("/competitors", nested(21)).expect(400);

        assertThat(read.get("errors").get(0).get("field").asString()).isEqualTo("name");
        assertThat(refused.text("code")).isEqualTo("json-limits");
        assertThat(count().get("count").intValue()).isZero();
    }

    private void competitors(int many) {
        sql().execute("""
                with made as (select gen_random_uuid() as id from generate_series(1, ?)),
                identity as (insert into record_identity (id, type) select id, 'competitors' from made)
                insert into competitor (id, name, search_text) select id, name, name from made, (values (?)) as given (name)
                """, many, mark);
    }

    /** As a replica would, which looks for no references: there are none, and looking takes long. */
    private void removeCompetitors() {
        program.database().transactions().executeWithoutResult(status -> {
            sql().execute("set local session_replication_role = replica");
            sql().execute("""
                    with gone as (delete from competitor where name = ? returning id)
                    delete from record_identity where id in (select id from gone)
                    """, mark);
        });
    }

    private JsonNode count() {
        return api.get(
                        "/competitors/count",
                        "filter",
                        "{\"field\": \"name\", \"op\": \"eq\", \"value\": \"" + mark + "\"}")
                .expect(200)
                .body();
    }

    /** Of so many bytes, most of which are blanks. */
    private String body(int bytes) {
        String json = "{\"name\": \"" + mark + "\"}";
        return json + " ".repeat(bytes - json.length());
    }

    /** A name within lists, so many levels deep with the object around it. */
    private String nested(int levels) {
        return "{\"name\": " + "[".repeat(levels - 1) + "\"" + mark + "\"" + "]".repeat(levels - 1) + "}";
    }

    private DSLContext sql() {
        return program.database().sql();
    }
}
