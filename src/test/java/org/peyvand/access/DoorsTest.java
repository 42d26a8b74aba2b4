package org.peyvand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Which doors stand open, over real HTTP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class DoorsTest {

    static final TestDatabase database = TestDatabase.fresh();

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("PEYVAND_DATABASE_URL", database::jdbcUrl);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void answersProgramsWithoutTokenByAProblem() throws Exception {
        var answer = get("/api/v1/accounts", "Authorization", "Bearer nonsense");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"code\":\"not-signed-in\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void sendsPeopleToSignInAndRemembersWhereTheyWanted() throws Exception {
        var answer = get("/accounts?view=board", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/login?next=%2Faccounts%3Fview%3Dboard");
    }

    @Test
    void opensNothingOfTheActuatorButHealth() throws Exception {
        assertThat(get("/actuator/health/readiness", "Accept", "*/*").statusCode())
                .isEqualTo(200);
        assertThat(get("/actuator/env", "Accept", "*/*").statusCode()).isEqualTo(404);
        assertThat(get("/actuator", "Accept", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesForgedPosts() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
                .POST(HttpRequest.BodyPublishers.ofString("username=a@b.ir&password=12345678"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build();

        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> get(String path, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(header, value)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
