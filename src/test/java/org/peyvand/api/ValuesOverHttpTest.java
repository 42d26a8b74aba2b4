package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyvand.record.write.RecordIds;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;

/** Which forms of a value are taken, how they are read back, and which are refused. */
class ValuesOverHttpTest {

    private final Api api = Api.of(TestProgram.shared());
    private final String mark = Mark.fresh();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "422",
            value = {
                "birthDate | \"2026-11-22\"            | \"2026-11-22\"",
                "birthDate | \"1405-09-01\"            | \"2026-11-22\"",
                "birthDate | \"1405/9/1\"              | \"2026-11-22\"",
                "birthDate | \"۱۴۰۵/۹/۱\"              | \"2026-11-22\"",
                "birthDate | \"1403-12-30\"            | \"2025-03-20\"",
                "birthDate | \"\"                      | null",
                "birthDate | \"1404-12-30\"            | 422",
                "birthDate | \"2026-02-30\"            | 422",
                "birthDate | \"22/11/2026\"            | 422",
                "birthDate | \"2026-11-22T00:00:00Z\"  | 422",
                "birthDate | \"1199-01-01\"            | 422",
                "birthDate | 20261122                  | 422",
                "employees | 5                         | 5",
                "employees | \"5\"                     | 5",
                "employees | 5.0                       | 5",
                "employees | 5.5                       | 422",
                "employees | \"5.0\"                   | 422",
                "employees | true                      | 422",
                "employees | 9223372036854775808       | 422",
                "employees | \"9223372036854775808\"   | 422",
                "revenue   | {\"amount\":10.5,\"currency\":\"USD\"}     | {\"amount\":10.50,\"currency\":\"USD\"}",
                "revenue   | {\"amount\":\"10.50\",\"currency\":\"USD\"} | {\"amount\":10.50,\"currency\":\"USD\"}",
                "revenue   | {\"amount\":10,\"currency\":\"IRR\"}       | {\"amount\":10,\"currency\":\"IRR\"}",
                "revenue   | {\"amount\":10.5,\"currency\":\"IRR\"}     | 422",
                "revenue   | {\"amount\":\"10.555\",\"currency\":\"USD\"} | 422",
                "revenue   | {\"amount\":10}                            | 422",
                "revenue   | 10                                         | 422",
                "revenue   | {\"amount\":1e999999999,\"currency\":\"IRR\"}  | 422",
                "revenue   | {\"amount\":1e-999999999,\"currency\":\"IRR\"} | 422",
                "revenue   | {\"amount\":\"99999999999999999999999999\",\"currency\":\"USD\"} | 422",
                "revenue   | {\"amount\":1e18,\"currency\":\"IRR\"}     | 422",
                "kind      | \"organization\"          | \"organization\"",
                "kind      | \"nothing\"               | 422",
                "kind      | [\"organization\"]        | 422",
                "tags      | [\"a\", \"a\", \"b\"]     | [\"a\",\"b\"]",
                "tags      | []                        | []",
                "tags      | \"a\"                     | 422",
                "tags      | [5]                       | 422",
                "website   | \"example.ir\"            | \"https://example.ir\"",
                "website   | \"https://مثال.ایران:8443/x\" | \"https://مثال.ایران:8443/x\"",
                "website   | \"javascript:alert(1)\"   | 422",
                "website   | \"data:text/html,x\"      | 422",
                "website   | \"ftp://example.ir\"      | 422",
                "website   | \"https://example.ir:port\" | 422",
                "name      | \"a\\ud800b\"             | 422",
                "phone     | \"۰۲۱-۸۸۷۷۶۶۵۵\"          | \"+982188776655\"",
                "phone     | \"123\"                   | 422",
                "externalKeys | {\"erp\": 5}           | 422",
                "externalKeys | {\"\": \"x\"}          | 422",
            })
    void readsBackWhatItTakesAndRefusesTheRest(String field, String written, String read) {
        Answer account = api.post("/accounts", "{\"name\": \"مقدار %s\"}".formatted(mark))
                .expect(201);
        String body = "{\"%s\": %s}".formatted(field, written);

        if (read == null) {
            Answer refused = api.patch("/accounts/" + account.id(), body).expect(422);
            assertThat(refused.get("errors").get(0).get("field").stringValue()).isEqualTo(field);
        } else {
            api.patch("/accounts/" + account.id(), body).expect(200);
            assertThat(api.get("/accounts/" + account.id()).get(field).toString())
                    .isEqualTo(read);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00:00Z, 200", "2026-11-22T10:00:00+03:30, 200", "2026-11-22T10:00:00, 422",
        "2026-11-22, 422", "2026-11-22T25:00:00Z, 422", "+999999999-01-01T00:00:00Z, 422"
    })
    void wantsTheOffsetOfAnInstant(String dueAt, int status) {
        Answer task =
                api.post("/tasks", "{\"subject\": \"زمان %s\"}".formatted(mark)).expect(201);

        api.patch("/tasks/" + task.id(), "{\"dueAt\": \"%s\"}".formatted(dueAt)).expect(status);
    }

    @Test
    void takesAnIdOfVersion7AndTheSameCreateAgain() {
        String id = RecordIds.next().toString();
        String body = "{\"id\": \"%s\", \"name\": \"تکرار %s\", \"employees\": 3}".formatted(id, mark);

        api.post("/accounts", body).expect(201);
        Answer again = api.post("/accounts", body).expect(201);

        assertThat(again.get("version").intValue()).isEqualTo(1);
        assertThat(again.header("Peyvand-Change-Set")).isEmpty();
        api.post("/accounts", "{\"id\": \"%s\", \"name\": \"دیگر %s\"}".formatted(id, mark))
                .expect(409);
        api.post("/contacts", "{\"id\": \"%s\", \"lastName\": \"دیگر %s\"}".formatted(id, mark))
                .expect(409);
        api.post("/accounts", "{\"id\": \"%s\", \"name\": \"x\"}".formatted(UUID.randomUUID()))
                .expect(422);
        assertThat(api.get("/accounts/" + id).text("name")).isEqualTo("تکرار " + mark);
    }

    @ParameterizedTest
    @CsvSource({"version, 9", "createdAt, null", "createdBy, null", "updatedBy, null"})
    void letsNobodyWriteTheStamps(String field, String value) {
        api.post("/accounts", "{\"name\": \"مهر %s\", \"%s\": %s}".formatted(mark, field, value))
                .expect(422);
    }

    @Test
    void refusesMembersThatAreNoFields() {
        for (String name : new String[] {"deleted", "deletedAt", "owner_id", "search_text", "roles", "isAdmin"}) {
            api.post("/accounts", "{\"name\": \"عضو %s\", \"%s\": true}".formatted(mark, name))
                    .expect(400);
        }
    }

    @Test
    void upsertsByTheKeyInTheAddressAlone() {
        String path = "/products/by/code/K-" + mark;
        api.put(path, "{\"name\": \"یک\", \"code\": \"K-%s\"}".formatted(mark)).expect(201);

        Answer other = api.put(path, "{\"name\": \"دو\", \"code\": \"L-%s\"}".formatted(mark))
                .expect(422);
        assertThat(other.get("errors").get(0).get("code").stringValue()).isEqualTo("another-key");
        api.put("/products/by/code/%20", "{\"name\": \"بی‌کد\"}").expect(400);
        api.put("/accounts/by/externalKeys.erp/A", "{\"name\": \"x\", \"externalKeys\": {\"erp\": \"B\"}}")
                .expect(422);
    }

    @Test
    void refusesABulkEditOfWhatNobodyMayWriteBeforeItBegins() {
        Answer account = api.post("/accounts", "{\"name\": \"انبوه %s\"}".formatted(mark))
                .expect(201);
        String ids = "{\"ids\": [\"%s\"], \"set\": ".formatted(account.id());

        api.post("/accounts/bulk-edits", ids + "{\"version\": 5}}").expect(422);
        api.post("/accounts/bulk-edits", ids + "{\"nothing\": 5}}").expect(400);
        api.post("/accounts/bulk-edits", ids + "{\"employees\": \"x\"}}").expect(422);
    }
}
