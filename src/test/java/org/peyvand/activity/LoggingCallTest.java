package org.peyvand.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;

/** A call and the next step are one act. */
@Tag("database")
class LoggingCallTest {

    private static final Api API = Api.of(TestProgram.shared());

    @Test
    void logsACallWithItsNextStepAndTakesBothBackAtOnce() {
        String account =
                API.post("/accounts", "{\"name\": \"تماسی\"}").expect(201).id();

        var answer = API.post("/call-logs", """
                        {"call": {"description": "قیمت را پرسید", "outcome": "answered",
                                  "regarding": {"type": "accounts", "id": "%s"}},
                         "nextStep": {"subject": "فرستادن پیش‌فاکتور", "dueAt": "2026-12-01T09:00:00+03:30"}}
                        """.formatted(account)).expect(201);

        assertThat(answer.get("call").path("subject").asString()).isEqualTo("قیمت را پرسید");
        assertThat(answer.get("call").path("at").isString()).isTrue();
        assertThat(answer.get("task").path("regarding").path("id").asString()).isEqualTo(account);
        String changeSet = answer.header("Peyvand-Change-Set");
        assertThat(API.get("/change-sets/" + changeSet)
                        .expect(200)
                        .get("records")
                        .asInt())
                .isEqualTo(2);
        API.post("/change-sets/" + changeSet + "/undo").expect(200);
        assertThat(API.get("/tasks/" + answer.get("task").path("id").asString())
                        .get("deleted")
                        .asBoolean(false))
                .isTrue();
        assertThat(API.get("/calls/" + answer.get("call").path("id").asString())
                        .get("deleted")
                        .asBoolean(false))
                .isTrue();
    }

    @Test
    void writesNothingWhenTheNextStepIsRefused() {
        var refused = API.post(
                        "/call-logs",
                        "{\"call\": {\"description\": \"کلمه‌ای یکتا برای آزمون\"}, \"nextStep\": {\"priority\": \"low\"}}")
                .expect(422);

        assertThat(refused.get("errors").get(0).path("field").asString()).isEqualTo("/1/subject");
        assertThat(API.get("/calls", "q", "یکتا برای آزمون").expect(200).data()).isEmpty();
    }

    @Test
    void findsCustomersByTheCallsAboutThem() {
        String called =
                API.post("/accounts", "{\"name\": \"زنگ‌خورده\"}").expect(201).id();
        String quiet =
                API.post("/accounts", "{\"name\": \"زنگ‌نخورده\"}").expect(201).id();
        API.post(
                        "/call-logs",
                        "{\"call\": {\"description\": \"سلام\", \"regarding\": {\"type\": \"accounts\", \"id\": \""
                                + called + "\"}}}")
                .expect(201);

        var found = API.get(
                        "/accounts",
                        "filter",
                        "{\"and\": [{\"field\": \"id\", \"op\": \"in\", \"value\": [\"" + called + "\", \"" + quiet
                                + "\"]}, {\"not\": {\"has\": \"calls\"}}]}")
                .expect(200);

        assertThat(found.data()).hasSize(1);
        assertThat(found.data().get(0).path("id").asString()).isEqualTo(quiet);
    }

    @Test
    void refusesUnknownMembers() {
        assertThat(API.post("/call-logs", "{\"call\": {}, \"then\": {}}").status())
                .isEqualTo(400);
        assertThat(API.post("/call-logs", "{}").status()).isEqualTo(422);
    }
}
