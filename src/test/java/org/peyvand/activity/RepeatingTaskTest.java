package org.peyvand.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;

/** A repeating task that is done makes the next one. */
@Tag("database")
class RepeatingTaskTest {

    private static final Api API = Api.of(TestProgram.shared());

    @Test
    void theNextOneComesInTheSameChangeSetAndGoesWithIt() {
        // 1 Dey 1505 is far ahead, so that it is never late
        String id = API.post(
                        "/tasks",
                        "{\"subject\": \"گزارش ماهانه تکرارشونده\", \"dueAt\": \"2127-01-22T09:00:00+03:30\","
                                + " \"recurrence\": \"RSCALE=PERSIAN;FREQ=MONTHLY\"}")
                .expect(201)
                .id();

        var done = API.patch("/tasks/" + id, "{\"status\": \"done\"}").expect(200);

        var open = open("گزارش ماهانه تکرارشونده");
        assertThat(open.data()).hasSize(1);
        assertThat(open.data().get(0).path("dueAt").asString()).isEqualTo("2127-02-21T05:30:00Z");
        assertThat(open.data().get(0).path("recurrence").asString()).contains("FREQ=MONTHLY;BYMONTHDAY=");
        API.post("/change-sets/" + done.header("Peyvand-Change-Set") + "/undo").expect(200);
        assertThat(open("گزارش ماهانه تکرارشونده").data()).hasSize(1);
        assertThat(API.get("/tasks/" + id).text("status")).isEqualTo("open");
    }

    @Test
    void theLastOfACountHasNoSuccessor() {
        String id = API.post(
                        "/tasks",
                        "{\"subject\": \"بار آخر تکرار\", \"dueAt\": \"2127-01-22T09:00:00+03:30\","
                                + " \"recurrence\": \"FREQ=DAILY;COUNT=1\"}")
                .expect(201)
                .id();

        API.patch("/tasks/" + id, "{\"status\": \"done\"}").expect(200);

        assertThat(open("بار آخر تکرار").data()).isEmpty();
    }

    @Test
    void noneComesFromATaskThatIsRefused() {
        String id = API.post(
                        "/tasks",
                        "{\"subject\": \"رد شده تکرار\", \"dueAt\": \"2127-01-22T09:00:00+03:30\","
                                + " \"recurrence\": \"FREQ=DAILY\"}")
                .expect(201)
                .id();
        String other =
                API.post("/tasks", "{\"subject\": \"دیگری تکرار\"}").expect(201).id();

        API.post(
                        "/tasks/batch?atomic=false",
                        "[{\"update\": {\"id\": \"" + id + "\", \"status\": \"done\", \"priority\": \"none such\"}},"
                                + " {\"update\": {\"id\": \"" + other + "\", \"status\": \"done\"}}]")
                .expect(200);

        assertThat(API.get("/tasks/" + id).text("status")).isEqualTo("open");
        assertThat(API.get("/tasks/" + other).text("status")).isEqualTo("done");
        assertThat(open("رد شده تکرار").data()).hasSize(1);
    }

    @Test
    void keepsToTheClocksOfWhoSetItUp() {
        var made = API.post(
                        "/tasks",
                        "{\"subject\": \"ساعت\", \"dueAt\": \"2127-01-22T09:00:00Z\", \"recurrence\": \"FREQ=DAILY\"}")
                .expect(201);

        assertThat(made.text("recurrence")).isEqualTo("FREQ=DAILY;TZID=Asia/Tehran");
    }

    @Test
    void refusesARuleItCannotKeep() {
        var refused = API.post("/tasks", "{\"subject\": \"ساعتی\", \"recurrence\": \"FREQ=HOURLY\"}")
                .expect(422);

        assertThat(refused.get("errors").get(0).path("code").asString()).isEqualTo("not-a-recurrence");
    }

    private static Api.Answer open(String subject) {
        return API.get(
                        "/tasks",
                        "filter",
                        "{\"and\": [{\"field\": \"subject\", \"op\": \"eq\", \"value\": \"" + subject
                                + "\"}, {\"field\": \"status\", \"op\": \"eq\", \"value\": \"open\"}]}")
                .expect(200);
    }
}
