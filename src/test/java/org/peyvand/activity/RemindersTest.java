package org.peyvand.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestDatabase;
import org.peyvand.testing.TestProgram;

/** Reminders ring once, for whoever owns the activity by then, however many nodes look. */
@Tag("database")
class RemindersTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestProgram ONE = TestProgram.start(DATABASE, DATABASE.jdbcUrl());
    private static final TestProgram OTHER = TestProgram.start(DATABASE, DATABASE.jdbcUrl());
    private static final Api API = Api.of(ONE);

    @AfterAll
    static void stop() {
        ONE.close();
    }

    @Test
    void theNextReminderMovesWithTheDueTimeAndGoesWhenTheTaskIsDone() {
        Instant due = Instant.parse("2127-01-22T09:00:00Z");
        String id = API.post(
                        "/tasks",
                        "{\"subject\": \"یادآور\", \"dueAt\": \"" + due + "\", \"reminders\": [\"min10\", \"day1\"]}")
                .expect(201)
                .id();
        assertThat(next(id)).isEqualTo(due.minus(Duration.ofDays(1)).toString());

        API.patch("/tasks/" + id, "{\"dueAt\": \"" + due.plus(Duration.ofDays(7)) + "\"}")
                .expect(200);
        assertThat(next(id)).isEqualTo(due.plus(Duration.ofDays(6)).toString());

        API.patch("/tasks/" + id, "{\"status\": \"done\"}").expect(200);
        assertThat(next(id)).isEmpty();

        API.patch("/tasks/" + id, "{\"status\": \"open\"}").expect(200);
        assertThat(next(id)).isEqualTo(due.plus(Duration.ofDays(6)).toString());
    }

    @Test
    void aNewTaskIsRemindedOfAsItsOwnerUsuallyWants() {
        String me = API.get(
                        "/users",
                        "filter",
                        "{\"field\":\"email\",\"op\":\"eq\",\"value\":\"" + TestProgram.EMAIL + "\"}")
                .data()
                .get(0)
                .path("id")
                .asString();
        API.patch("/users/" + me, "{\"reminder\": \"hour1\"}").expect(200);

        var task = API.post("/tasks", "{\"subject\": \"معمول\", \"dueAt\": \"2127-01-22T09:00:00Z\"}")
                .expect(201);

        assertThat(task.get("reminders").get(0).asString()).isEqualTo("hour1");
        API.patch("/users/" + me, "{\"reminder\": null}").expect(200);
    }

    /** Two hundred at once, claimed by two programs. */
    @Test
    void everyReminderRingsOnceAlthoughTwoProgramsLook() {
        int count = 200;
        Instant moment = Instant.now().plus(Duration.ofSeconds(6));
        List<String> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add("{\"create\": {\"subject\": \"زنگ " + i + "\", \"remindAt\": \"" + moment + "\"}}");
        }
        API.post("/tasks/batch", "[" + String.join(",", batch) + "]").expect(200);

        await(() -> told() > 0);
        await(() -> told() >= count && waiting() == 0);
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());

        assertThat(told()).isEqualTo(count);
    }

    private static long told() {
        Object count = DATABASE.sql().fetchValue("select count(*) from notice where kind = 'reminder'");
        return ((Number) java.util.Objects.requireNonNull(count)).longValue();
    }

    private static long waiting() {
        Object count = DATABASE.sql().fetchValue("select count(*) from task where next_reminder < now()");
        return ((Number) java.util.Objects.requireNonNull(count)).longValue();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static String next(String id) {
        var next = API.get("/tasks/" + id).get("nextReminder");
        return next.isNull() ? "" : next.asString();
    }
}
