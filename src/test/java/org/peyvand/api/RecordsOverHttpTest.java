package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;

/** What the conventions of the API promise, asked over HTTP. */
class RecordsOverHttpTest {

    private final Api api = Api.of(TestProgram.shared());
    private final String mark = Mark.fresh();

    @Test
    void createsReadsChangesAndUndoes() {
        Answer created = api.post("/accounts", "{\"name\": \"پارس %s\", \"kind\": \"organization\"}".formatted(mark))
                .expect(201);

        assertThat(created.header("Location")).endsWith("/api/v1/accounts/" + created.id());
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.header("Peyvand-Change-Set")).isNotEmpty();
        assertThat(created.text("name")).isEqualTo("پارس " + mark);

        Answer changed = api.patch("/accounts/" + created.id(), "{\"employees\": 12, \"industry\": \"پخش\"}")
                .expect(200);
        assertThat(changed.get("version").intValue()).isEqualTo(2);

        api.post("/change-sets/" + changed.header("Peyvand-Change-Set") + "/undo")
                .expect(200);
        Answer undone = api.get("/accounts/" + created.id()).expect(200);
        assertThat(undone.get("employees").isNull()).isTrue();
        assertThat(undone.get("version").intValue()).isEqualTo(3);
    }

    @Test
    void refusesUnknownNamesAndBadValuesFieldByField() {
        Answer unknown =
                api.post("/accounts", "{\"name\": \"x\", \"colour\": 1}").expect(400);
        assertThat(unknown.get("errors").get(0).get("field").stringValue()).isEqualTo("colour");
        assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");

        Answer bad = api.with("Accept-Language", "fa")
                .post("/accounts", "{\"email\": \"no\", \"foundedYear\": \"x\"}")
                .expect(422);
        Set<String> fields = new HashSet<>();
        bad.get("errors").forEach(error -> fields.add(error.get("field").stringValue()));
        assertThat(fields).containsExactlyInAnyOrder("name", "email", "foundedYear");
        assertThat(bad.get("errors").get(0).get("message").stringValue()).doesNotContain("⟦");
    }

    @Test
    void answersStaleEditsWithAllThreeValuesAndMergesOthers() {
        Answer created = api.post("/accounts", "{\"name\": \"کاوه %s\", \"employees\": 5}".formatted(mark));
        String path = "/accounts/" + created.id();
        api.patch(path, "{\"employees\": 6}").expect(200);

        Answer stale =
                api.with("If-Match", "\"1\"").patch(path, "{\"employees\": 7}").expect(412);
        JsonNode conflict = stale.get("conflicts").get(0);
        assertThat(conflict.get("field").stringValue()).isEqualTo("employees");
        assertThat(conflict.get("base").intValue()).isEqualTo(5);
        assertThat(conflict.get("mine").intValue()).isEqualTo(7);
        assertThat(conflict.get("theirs").intValue()).isEqualTo(6);

        api.with("If-Match", "\"1\"").patch(path, "{\"foundedYear\": 1390}").expect(200);
        assertThat(api.get(path).get("employees").intValue()).isEqualTo(6);
        api.patch(path + "?require=version", "{\"employees\": 8}").expect(428);
    }

    @Test
    void keepsPagesApartByCursor() {
        for (int i = 0; i < 5; i++) {
            api.post("/accounts", "{\"name\": \"صفحه %s %d\"}".formatted(mark, i))
                    .expect(201);
        }
        String filter = "{\"field\": \"name\", \"op\": \"contains\", \"value\": \"%s\"}".formatted(mark);
        Set<String> seen = new HashSet<>();
        Answer page = api.get("/accounts?limit=2&sort=name", "filter", filter).expect(200);
        page.data().forEach(record -> seen.add(record.get("id").stringValue()));
        while (!page.get("page").get("next").isNull()) {
            page = api.get(
                            "/accounts?limit=2&sort=name&after="
                                    + page.get("page").get("next").stringValue(),
                            "filter",
                            filter)
                    .expect(200);
            page.data()
                    .forEach(record ->
                            assertThat(seen.add(record.get("id").stringValue())).isTrue());
        }
        assertThat(seen).hasSize(5);
        assertThat(api.get("/accounts/count", "filter", filter).get("count").intValue())
                .isEqualTo(5);
        api.get("/accounts?sort=-name&after=" + "bm90LWEtY3Vyc29y", "filter", filter)
                .expect(400);
    }

    @Test
    void honoursAnIdempotencyKey() {
        Api once = api.with("Idempotency-Key", "key-" + mark);
        String body = "{\"name\": \"تک %s\"}".formatted(mark);

        Answer first = once.post("/accounts", body).expect(201);
        Answer again = once.post("/accounts", body).expect(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        once.post("/accounts", "{\"name\": \"دیگر %s\"}".formatted(mark)).expect(409);
        assertThat(api.get("/accounts/count", "filter", nameContains(mark))
                        .get("count")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void worksOnceForTwinsSentAtTheSameTime() {
        Api twins = api.with("Idempotency-Key", "twins-" + mark);
        String body = "{\"name\": \"همزاد %s\"}".formatted(mark);

        Set<String> ids = IntStream.range(0, 8)
                .parallel()
                .mapToObj(twin -> twins.post("/accounts", body).expect(201).id())
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(1);
        assertThat(api.get("/accounts/count", "filter", nameContains(mark))
                        .get("count")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void writesBatchesWholeOrInPart() {
        String batch = """
            [{"create": {"name": "الف %1$s"}}, {"create": {"name": "ب %1$s", "email": "نه"}}]\
            """.formatted(mark);

        Answer refused = api.post("/accounts/batch", batch).expect(422);
        assertThat(refused.get("errors").get(0).get("field").stringValue()).isEqualTo("/1/email");
        assertThat(api.get("/accounts/count", "filter", nameContains(mark))
                        .get("count")
                        .intValue())
                .isZero();

        Answer partly = api.post("/accounts/batch?atomic=false", batch).expect(200);
        assertThat(partly.body().get(0).get("status").stringValue()).isEqualTo("created");
        assertThat(partly.body().get(1).get("status").stringValue()).isEqualTo("refused");
        assertThat(partly.body().get(1).get("errors").get(0).get("field").stringValue())
                .isEqualTo("email");
    }

    @Test
    void bringsSeveralBackFromTheBinAsOneChange() {
        String one = api.post("/accounts", "{\"name\": \"الف %s\"}".formatted(mark))
                .expect(201)
                .id();
        String other = api.post("/accounts", "{\"name\": \"ب %s\"}".formatted(mark))
                .expect(201)
                .id();
        String entries = "[{\"%1$s\": {\"id\": \"%2$s\"}}, {\"%1$s\": {\"id\": \"%3$s\"}}]";
        api.post("/accounts/batch", entries.formatted("delete", one, other)).expect(200);

        Answer back = api.post("/accounts/batch", entries.formatted("restore", one, other))
                .expect(200);

        assertThat(api.get("/accounts/" + one).get("deleted").asBoolean(false)).isFalse();
        assertThat(api.get("/accounts/" + other).get("deleted").asBoolean(false))
                .isFalse();
        api.post("/change-sets/" + back.header("Peyvand-Change-Set") + "/undo").expect(200);
        assertThat(api.get("/accounts/" + other).get("deleted").asBoolean()).isTrue();
        api.post("/accounts/batch", "[{\"restore\": {\"id\": \"%s\", \"name\": \"x\"}}]".formatted(one))
                .expect(400);
    }

    @Test
    void upsertsByKeyAndByTheKeyOfAnotherSystem() {
        Answer made = api.put("/products/by/code/P-" + mark, "{\"name\": \"سردخانه\"}")
                .expect(201);
        Answer changed = api.put("/products/by/code/P-" + mark, "{\"name\": \"سردخانه بزرگ\"}")
                .expect(200);
        assertThat(changed.id()).isEqualTo(made.id());
        assertThat(changed.text("name")).isEqualTo("سردخانه بزرگ");

        Answer account = api.put("/accounts/by/externalKeys.erp/A-" + mark, "{\"name\": \"بیرونی %s\"}".formatted(mark))
                .expect(201);
        assertThat(account.get("externalKeys").get("erp").stringValue()).isEqualTo("A-" + mark);
        api.put("/accounts/by/externalKeys.erp/A-" + mark, "{\"employees\": 3}").expect(200);
        api.patch("/accounts/" + account.id(), "{\"externalKeys\": {\"shop\": \"S-%s\"}}".formatted(mark))
                .expect(200);
        JsonNode left = api.patch("/accounts/" + account.id(), "{\"externalKeys\": {\"erp\": null}}")
                .get("externalKeys");
        assertThat(left.propertyNames()).containsExactly("shop");
        api.put("/accounts/by/name/x", "{\"name\": \"x\"}").expect(400);
    }

    @Test
    void deletesIntoTheBinAndRestores() {
        Answer account =
                api.post("/accounts", "{\"name\": \"سطل %s\"}".formatted(mark)).expect(201);
        Answer contact = api.post(
                        "/contacts",
                        "{\"firstName\": \"مینا\", \"lastName\": \"%s\", \"account\": \"%s\"}"
                                .formatted(mark, account.id()))
                .expect(201);

        api.delete("/accounts/" + account.id()).expect(204);
        assertThat(api.get("/contacts/" + contact.id())
                        .get("account")
                        .get("deleted")
                        .booleanValue())
                .isTrue();
        assertThat(api.get("/accounts?deleted=only", "filter", nameContains(mark))
                        .data())
                .hasSize(1);

        api.post("/accounts/" + account.id() + "/restoration").expect(200);
        assertThat(api.get("/accounts/count", "filter", nameContains(mark))
                        .get("count")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void neverAnswersBadInputWithAServerError() {
        for (String path : new String[] {
            "/accounts?filter=%7B", "/accounts?filter=[]", "/accounts?filter=%7B%22field%22%3A1%7D",
                    "/accounts?limit=0",
            "/accounts?limit=1e9", "/accounts?sort=nothing", "/accounts?fields=nothing", "/accounts?nothing=1",
            "/accounts?after=%00", "/accounts?deleted=yes", "/accounts/groups?by=nothing",
                    "/accounts/groups?measures=sum",
            "/accounts/groups?by=name:month"
        }) {
            assertThat(api.get(path).status()).as(path).isEqualTo(400);
        }
        assertThat(api.get("/accounts/not-an-id").status()).isEqualTo(404);
        assertThat(api.get("/nothing").status()).isEqualTo(404);
        assertThat(api.send("PUT", "/accounts", "{}").status()).isEqualTo(405);
        assertThat(api.with("Content-Type", "text/plain")
                        .post("/accounts", "{}")
                        .status())
                .isEqualTo(415);
        assertThat(api.with("Accept", "text/html").get("/accounts").status()).isEqualTo(406);
        assertThat(api.post("/accounts", "{\"name\": ").status()).isEqualTo(400);
        assertThat(api.post("/accounts", "[".repeat(100)).status()).isEqualTo(400);
        assertThat(Api.of(TestProgram.shared(), "x").get("/accounts").status()).isEqualTo(401);
    }

    @Test
    void findsWordsHoweverTheirHalfSpaceIsTyped() {
        api.post("/accounts", "{\"name\": \"علی\u200Cرضا %s\"}".formatted(mark)).expect(201);

        for (String typed :
                new String[] {"علی\u200Cرضا " + mark, "علیرضا " + mark, "علی رضا " + mark, "علي رضا " + mark}) {
            assertThat(api.get("/accounts/count", "filter", nameContains(typed))
                            .get("count")
                            .intValue())
                    .as(typed)
                    .isEqualTo(1);
            assertThat(api.get("/accounts", "q", typed).data()).as(typed).hasSize(1);
        }
    }

    private static String nameContains(String words) {
        return "{\"field\": \"name\", \"op\": \"contains\", \"value\": \"%s\"}".formatted(words);
    }
}
