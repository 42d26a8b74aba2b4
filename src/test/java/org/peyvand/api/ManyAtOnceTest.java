package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;

/** Many write the same at the same moment, through every door: nothing is overwritten unseen, and nothing is made twice. */
class ManyAtOnceTest {

    private final TestProgram program = TestProgram.shared();
    private final Api api = Api.of(program);
    private final String mark = Mark.fresh();
    private final AtomicInteger failures = new AtomicInteger();

    /** Everybody adds one to what he saw: every entry of the history must do so too, whoever wrote it and by which door. */
    @Test
    void losesNoEditOfFiftyClientsOnTenRecords() throws Exception {
        List<String> ids = IntStream.range(0, 10)
                .mapToObj(
                        i -> api.post("/accounts", "{\"name\": \"همزمان %s %d\", \"employees\": 0}".formatted(mark, i))
                                .expect(201)
                                .id())
                .toList();
        AtomicInteger stale = new AtomicInteger();

        together(50, client -> {
            Random random = new Random(client);
            for (int i = 0; i < 10; i++) {
                String id = ids.get(random.nextInt(ids.size()));
                Answer seen = api.get("/accounts/" + id).expect(200);
                int version = seen.get("version").intValue();
                int next = seen.get("employees").intValue() + 1;
                int status = client % 2 == 0 ? patch(id, version, next) : batch(id, version, next);
                if (status >= 400) {
                    stale.incrementAndGet();
                }
            }
        });

        for (String id : ids) {
            int steps = 0;
            for (JsonNode change : api.get("/accounts/" + id + "/changes?limit=200")
                    .expect(200)
                    .data()) {
                JsonNode values = change.path("fields").path("employees");
                if (values.size() == 2) {
                    assertThat(values.get(1).intValue()).isEqualTo(values.get(0).intValue() + 1);
                    steps++;
                }
            }
            assertThat(api.get("/accounts/" + id).get("employees").intValue()).isEqualTo(steps);
        }
        assertThat(stale).hasPositiveValue();
        assertThat(failures).hasValue(0);
    }

    private int patch(String id, int version, int next) {
        Answer answer =
                api.with("If-Match", "\"" + version + "\"").patch("/accounts/" + id, "{\"employees\": " + next + "}");
        note(answer);
        if (answer.status() == 412) {
            assertThat(answer.get("conflicts").get(0).propertyNames()).contains("base", "mine", "theirs");
        }
        return answer.status();
    }

    private int batch(String id, int version, int next) {
        Answer answer = api.post(
                "/accounts/batch",
                "[{\"update\": {\"id\": \"%s\", \"version\": %d, \"employees\": %d}}]".formatted(id, version, next));
        note(answer);
        return answer.status();
    }

    @Test
    void makesOneRecordOfTwoHundredParallelCreatesOfOneUniqueValue() throws Exception {
        String code = "ONE-" + mark;
        String body = "{\"name\": \"یکتا\", \"code\": \"%s\"}".formatted(code);
        AtomicInteger created = new AtomicInteger();

        together(200, client -> {
            Answer answer = patiently(() -> switch (client % 3) {
                case 0 -> api.post("/products", body);
                case 1 -> api.put("/products/by/code/" + code, "{\"name\": \"یکتا\"}");
                default ->
                    api.post(
                            "/products/batch",
                            "[{\"upsert\": {\"by\": \"code\", \"name\": \"یکتا\", \"code\": \"%s\"}}]".formatted(code));
            });
            note(answer);
            assertThat(answer.status()).as(answer.text()).isIn(200, 201, 409, 422);
            if (answer.status() == 201 || answer.text().contains("\"created\"")) {
                created.incrementAndGet();
            }
        });

        assertThat(created).hasValue(1);
        assertThat(api.get("/products/count", "filter", "{\"field\": \"code\", \"value\": \"%s\"}".formatted(code))
                        .get("count")
                        .intValue())
                .isEqualTo(1);
        assertThat(failures).hasValue(0);
    }

    @Test
    void doesOnceWhatIsSentTenTimesUnderOneKey() throws Exception {
        Map<String, String> answers = new ConcurrentHashMap<>();

        together(200, client -> {
            String key = "many-" + mark + "-" + client / 10;
            Answer answer = api.with("Idempotency-Key", key)
                    .post("/accounts", "{\"name\": \"یک بار %s %d\"}".formatted(mark, client / 10));
            note(answer);
            String first = answers.putIfAbsent(key, answer.expect(201).text());
            assertThat(first == null || first.equals(answer.text())).isTrue();
        });

        String filter = "{\"field\": \"name\", \"op\": \"startsWith\", \"value\": \"یک بار %s\"}".formatted(mark);
        assertThat(api.get("/accounts/count", "filter", filter).get("count").intValue())
                .isEqualTo(20);
        assertThat(failures).hasValue(0);
    }

    /** Comes again as long as all connections are taken, as the answer asks: all of these wait for one another's value. */
    private static Answer patiently(Callable<Answer> call) {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(30))
                .until(call, answer -> answer.status() != 503);
    }

    private void note(Answer answer) {
        if (answer.status() >= 500) {
            failures.incrementAndGet();
        }
    }

    private interface Client {
        void run(int number) throws Exception;
    }

    private static void together(int clients, Client client) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    client.run(number);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }
}
