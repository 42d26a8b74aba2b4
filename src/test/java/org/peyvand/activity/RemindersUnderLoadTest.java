package org.peyvand.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.Peyvand;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestDatabase;
import org.peyvand.testing.TestProgram;
import org.springframework.context.SmartLifecycle;

/** Many reminders at once: none is lost or doubled when a node is killed in the midst of them, and none comes late. */
@Tag("database")
class RemindersUnderLoadTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestProgram HERE = TestProgram.start(DATABASE, DATABASE.jdbcUrl());
    private static final Api API = Api.of(HERE);
    private static final int BATCH = 500;

    @AfterAll
    static void stop() {
        HERE.close();
    }

    /** The other node alone rings until it is killed; then this one goes on. */
    @Test
    void aKilledNodeLosesAndDoublesNothing() throws Exception {
        int count = 4_000;
        SmartLifecycle clock = HERE.bean("alarmClock", SmartLifecycle.class);
        clock.stop();
        Instant moment = Instant.now().minusSeconds(1);
        tasks("کشته", count, i -> moment.plusSeconds(60));
        DATABASE.sql().execute("update task set next_reminder = now(), remind_at = now() where subject like 'کشته%'");
        Process other = program();
        try {
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(2))
                    .pollDelay(Duration.ZERO)
                    .until(() -> told("کشته") > 0);
        } finally {
            other.destroyForcibly().waitFor();
        }
        long before = told("کشته");

        clock.start();

        await().atMost(Duration.ofSeconds(120)).until(() -> waiting("کشته") == 0);
        assertThat(before).as("told by the node that was killed").isBetween(1L, count - 1L);
        assertThat(told("کشته")).isEqualTo(count);
        assertThat(number("select count(distinct n.subject_id) from notice n join task t on t.id = n.subject_id"
                        + " where n.kind = 'reminder' and t.subject like 'کشته%'"))
                .isEqualTo(count);
    }

    @Test
    void fiveHundredWithinTwentySecondsComeWithinSeconds() {
        Instant first = Instant.now().plusSeconds(5);
        tasks("سروقت", BATCH, i -> first.plusMillis(20_000L * i / BATCH));

        await().atMost(Duration.ofSeconds(120)).until(() -> told("سروقت") == BATCH);

        long late = number("""
                select percentile_disc(0.99) within group
                    (order by 1000 * extract(epoch from n.told_at - substring(n.key from 47)::timestamptz))::bigint
                from notice n join task t on t.id = n.subject_id
                where n.kind = 'reminder' and t.subject like 'سروقت%'
                """);
        System.getLogger("figures")
                .log(
                        System.Logger.Level.INFO,
                        "lateness of {0} reminders within twenty seconds: p99 {1} ms",
                        BATCH,
                        late);
        assertThat(late).isBetween(0L, 5_000L);
    }

    private static void tasks(String subject, int count, IntFunction<Instant> at) {
        List<String> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add("{\"create\": {\"subject\": \"" + subject + " " + i + "\", \"remindAt\": \"" + at.apply(i)
                    + "\"}}");
            if (batch.size() == BATCH || i == count - 1) {
                API.post("/tasks/batch", "[" + String.join(",", batch) + "]").expect(200);
                batch.clear();
            }
        }
    }

    private static long told(String subject) {
        return number("select count(*) from notice n join task t on t.id = n.subject_id"
                + " where n.kind = 'reminder' and t.subject like '" + subject + "%'");
    }

    private static long waiting(String subject) {
        return number("select count(*) from task where next_reminder is not null and subject like '" + subject + "%'");
    }

    private static long number(String question) {
        return ((Number) Objects.requireNonNull(DATABASE.sql().fetchValue(question))).longValue();
    }

    /** A whole program of its own on the same database. */
    private static Process program() throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "programs")), "data");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx500m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Peyvand.class.getName(),
                "--PEYVAND_PORT=0",
                "--PEYVAND_DATA=" + data,
                "--PEYVAND_DATABASE_URL=" + DATABASE.jdbcUrl(),
                "--PEYVAND_SECRET=" + TestProgram.SECRET,
                "--PEYVAND_ADMIN_EMAIL=" + TestProgram.EMAIL,
                "--PEYVAND_ADMIN_PASSWORD=" + TestProgram.PASSWORD);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/killed-reminders.log"))
                .start();
    }
}
