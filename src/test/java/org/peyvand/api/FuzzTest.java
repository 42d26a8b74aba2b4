package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.RawHttp;
import org.peyvand.testing.TestProgram;

/**
 * Thousands of requests that are nearly right, from the description of the API, and some that are noise: no answer is a
 * failure of the server, none shows its insides, and what is refused changed nothing. A seed makes each run repeatable.
 */
class FuzzTest {

    private static final long SEED = 20_261_127;
    private static final int PER_CALL = 6;

    private static final TestProgram program = TestProgram.start();
    private static final Api administrator = Api.of(program);
    private static String seller = "";
    private static List<OddRequests.Call> calls = List.of();
    private static String fingerprintQuery = "";

    private final OddRequests odd = new OddRequests(new Random(SEED));
    private final List<String> wrong = new ArrayList<>();
    private String standing = "";

    @BeforeAll
    static void somethingToHit() {
        administrator.post("/roles", """
                        {"name": "fuzz", "types": {"*": {"read": "own", "create": "own", "update": "own", "delete": "own"}}}""").expect(201);
        String user = administrator
                .post("/users", "{\"name\": \"فاز\", \"email\": \"fuzz@example.ir\", \"roles\": [\"fuzz\"]}")
                .expect(201)
                .id();
        seller = administrator
                .post("/users/" + user + "/tokens", "{\"name\": \"fuzz\"}")
                .expect(201)
                .text("token");
        fingerprintQuery = fingerprintQuery();
        calls = OddRequests.calls(administrator.get("/openapi.json").expect(200).body());
        for (String type : List.of("accounts", "leads", "products", "opportunities")) {
            administrator
                    .post("/" + type, "{\"name\": \"یکی از %s\"}".formatted(type))
                    .expect(201);
        }
        // the first file of a day calls for a purge of forgotten ones, which is not the doing of a call
        administrator.upload("/files", "x.csv", new byte[] {'x'}, Map.of()).expect(201);
        awaitJobs();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void survivesWhatTheDescriptionAlmostAllows() {
        odd.knows(ids());
        standing = fingerprint();
        for (Map.Entry<String, Api> role : Map.of(
                        "administrator", administrator,
                        "seller", Api.of(program, seller),
                        "nobody", Api.of(program, "x".repeat(40)))
                .entrySet()) {
            for (OddRequests.Call call : calls) {
                for (int i = 0; i < PER_CALL; i++) {
                    hit(role.getKey(), role.getValue(), odd.request(call));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void survivesNoise() {
        Random random = new Random(SEED);
        byte[] sound = ("POST /api/v1/accounts HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                        + TestProgram.TOKEN
                        + "\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"name\": \"abc\"}")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 300; i++) {
            byte[] broken = sound.clone();
            for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }

            String answer = RawHttp.send(program, broken);

            if (answer.startsWith("HTTP/1.1 5")
                    && !answer.startsWith("HTTP/1.1 505")
                    && !answer.startsWith("HTTP/1.1 501")) {
                wrong.add(new String(broken, StandardCharsets.ISO_8859_1) + " -> " + answer);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private void hit(String role, Api api, OddRequests.Request request) {
        Answer answer = send(api, request);
        String line = role + " " + request + " -> " + answer.status() + " " + answer.text();
        if (answer.status() >= 500) {
            wrong.add(line);
        }
        if (answer.text().contains("Exception") || answer.text().contains("\tat ")) {
            wrong.add("inside out: " + line);
        }
        if (answer.status() >= 400 && !answer.header("Content-Type").startsWith("application/problem+json")) {
            wrong.add("no problem: " + line);
        }
        if (!request.method().equals("GET")) {
            compare(answer.status(), line);
        }
    }

    /** What was refused must have left everything as it was; what was granted is the new state of things. */
    private void compare(int status, String line) {
        if (status < 400) {
            awaitJobs();
        }
        String now = fingerprint();
        if (status >= 400 && !now.equals(standing)) {
            wrong.add("changed something: " + line);
        }
        standing = now;
    }

    private static Answer send(Api api, OddRequests.Request request) {
        return request.upload()
                ? api.upload(
                        request.path(), "x.csv", request.bytes(), Map.of("type", "accounts", "options", request.body()))
                : api.send(request.method(), request.path(), request.body().isEmpty() ? null : request.body());
    }

    /** Everything that is stored, but for what is noted in passing: the use of a token and the beat of the scheduler. */
    private static String fingerprint() {
        return String.valueOf(program.database().sql().fetchValue(fingerprintQuery));
    }

    private static String fingerprintQuery() {
        return program
                .database()
                .sql()
                .fetch("select tablename from pg_tables where schemaname = 'public' and tablename not in ('api_token',"
                        + " 'scheduled_tasks', 'sign_in_throttle', 'spring_session', 'spring_session_attributes')")
                .getValues(0, String.class)
                .stream()
                .map(table -> "(select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) from \"%s\" t)"
                        .formatted(table))
                .collect(Collectors.joining(" || ' ' || ", "select ", ""));
    }

    private static List<String> ids() {
        return program.database()
                .sql()
                .fetch("select id::text from record_identity where type not in ('users', 'roles', 'teams') limit 40")
                .getValues(0, String.class);
    }

    private static void awaitJobs() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> program.database()
                        .sql()
                        .resultQuery("select 1 from job where status in ('queued', 'running') limit 1")
                        .fetch()
                        .isEmpty());
    }
}
