package org.peyvand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Relay;
import org.peyvand.testing.TestDatabase;
import org.peyvand.testing.TestProgram;

@Tag("database")
class OutageTest {

    private static final TestDatabase database = TestDatabase.fresh();
    private static final Relay wire = new Relay(database.port());
    private static TestProgram program;

    @BeforeAll
    static void start() {
        var url = database.jdbcUrl().replace(":" + database.port() + "/", ":" + wire.port() + "/");
        program = TestProgram.start(database, url);
    }

    @AfterAll
    static void stop() {
        program.close();
        wire.close();
    }

    @Test
    void isAnsweredQuicklyAndOverWithoutARestart() throws InterruptedException {
        assertThat(call().statusCode()).isLessThan(500);

        wire.cut();

        for (var attempt = 0; attempt < 3; attempt++) {
            var asked = Instant.now();
            var answer = call();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
        }
        assertThat(program.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(program.get("/actuator/health/readiness").statusCode()).isEqualTo(503);

        wire.mend();

        assertThat(statusWithin(Duration.ofSeconds(5))).isLessThan(500);
        assertThat(program.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void isExplainedInTheLanguageOfTheCaller() throws InterruptedException {
        wire.cut();

        assertThat(call().body()).contains("\"status\":503").contains("The database is unavailable");

        wire.mend();
        assertThat(statusWithin(Duration.ofSeconds(5))).isLessThan(500);
    }

    private static int statusWithin(Duration patience) {
        return await().atMost(patience)
                .pollDelay(Duration.ZERO)
                .until(() -> call().statusCode(), status -> status < 500);
    }

    /** Whoever calls with a token is looked up in the database before anything else. */
    private static HttpResponse<String> call() {
        return program.send("GET", "/api/v1/accounts", null, "Accept-Language", "en");
    }
}
