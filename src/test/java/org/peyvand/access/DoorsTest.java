package org.peyvand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which doors stand open. */
class DoorsTest extends AccessOverHttp {

    @Test
    void answersProgramsWithoutTokenByAProblem() throws Exception {
        var answer = api("/api/v1/accounts", "nonsense");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"code\":\"not-signed-in\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void sendsPeopleToSignInAndRemembersWhereTheyWanted() throws Exception {
        var answer = browser().get("/accounts?view=board");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/login?next=%2Faccounts%3Fview%3Dboard");
    }

    @Test
    void opensNothingOfTheActuatorButHealth() throws Exception {
        assertThat(api("/actuator/health/readiness", TOKEN).statusCode()).isEqualTo(200);
        assertThat(browser().get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(browser().get("/actuator").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesForgedPosts() throws Exception {
        var answer = browser().forge("/login", Map.of("username", ADMIN, "password", PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void keepsSessionsAwayFromTheApi() throws Exception {
        var browser = browser();
        browser.signIn(ADMIN, PASSWORD);

        assertThat(browser.isSignedIn()).isTrue();
        assertThat(browser.get("/api/v1/openapi.json").statusCode()).isEqualTo(401);
    }
}
