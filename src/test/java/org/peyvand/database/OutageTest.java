package org.peyvand.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
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
        assertThat(page().statusCode()).isLessThan(500);

        wire.cut();

        for (var attempt = 0; attempt < 3; attempt++) {
            var asked = Instant.now();
            var answer = page();
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
    void speaksTheLanguageOfThePage() throws InterruptedException {
        wire.cut();

        assertThat(page().body()).contains("lang=\"en\"").contains("The database is unavailable");

        wire.mend();
        assertThat(statusWithin(Duration.ofSeconds(5))).isLessThan(500);
    }

    private static int statusWithin(Duration patience) throws InterruptedException {
        var until = Instant.now().plus(patience);
        var status = page().statusCode();
        while (status >= 500 && Instant.now().isBefore(until)) {
            Thread.sleep(200);
            status = page().statusCode();
        }
        return status;
    }

    /** A cookie of a session makes the program look into the database before anything else. */
    private static HttpResponse<String> page() {
        var session =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        return program.send(HttpRequest.newBuilder(URI.create(program.url() + "/"))
                .header("Cookie", "SESSION=" + session)
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .build());
    }
}
