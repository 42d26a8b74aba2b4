package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;

/** Files, imports, exports, changes of many records and their undoing, asked over HTTP. */
class TransfersOverHttpTest {

    private final Api api = Api.of(TestProgram.shared());
    private final String mark = Mark.fresh();

    @Test
    void importsReportsFailuresAndTakesBack() {
        byte[] file = csv("""
                firm,founded
                پارس %1$s,1390
                کاوه %1$s,نه
                البرز %1$s,1385
                """);
        Map<String, String> parts =
                Map.of("type", "accounts", "mapping", "{\"firm\": \"name\", \"founded\": \"foundedYear\"}");

        Answer preview =
                api.upload("/imports?preview=true", "firms.csv", file, parts).expect(200);
        assertThat(preview.get("rows").intValue()).isEqualTo(3);
        assertThat(preview.get("wouldFail").intValue()).isEqualTo(1);
        assertThat(preview.get("problems").get(0).get("field").stringValue()).isEqualTo("foundedYear");
        assertThat(count()).isZero();

        Answer done = finished("/imports/"
                + api.upload("/imports", "firms.csv", file, parts).expect(202).id());
        assertThat(done.text("status")).isEqualTo("done");
        assertThat(done.get("rows").intValue()).isEqualTo(3);
        assertThat(done.get("created").intValue()).isEqualTo(2);
        assertThat(done.get("failed").intValue()).isEqualTo(1);
        Answer failures = api.get("/imports/" + done.id() + "/failures").expect(200);
        assertThat(failures.header("Content-Type")).startsWith("text/csv");
        assertThat(failures.text()).contains("کاوه " + mark).doesNotContain("پارس " + mark);
        assertThat(count()).isEqualTo(2);

        Answer undone = api.delete("/imports/" + done.id()).expect(200);
        assertThat(undone.header("Peyvand-Change-Set")).isEqualTo(undone.text("changeSet"));
        assertThat(count()).isZero();
        assertThat(api.get("/imports/" + done.id()).text("status")).isEqualTo("undone");
    }

    @Test
    void refusesUploadsThatMakeNoSense() {
        byte[] file = csv("name\nx\n");

        api.upload("/imports", "x.csv", file, Map.of("type", "nothings")).expect(400);
        api.upload("/imports", "x.csv", file, Map.of()).expect(400);
        api.upload("/imports", "x.csv", file, Map.of("type", "accounts", "colour", "x"))
                .expect(400);
        api.upload("/imports", "x.csv", file, Map.of("type", "accounts", "mapping", "{"))
                .expect(400);
        api.upload("/imports?preview=perhaps", "x.csv", file, Map.of("type", "accounts"))
                .expect(400);
        api.post("/imports", "{\"type\": \"accounts\"}").expect(415);
        api.get("/imports/" + UUID.randomUUID()).expect(404);
    }

    @Test
    void exportsWhatTheFilterLeaves() {
        api.post("/accounts", "{\"name\": \"=فرمول %s\"}".formatted(mark)).expect(201);
        String request = "{\"type\": \"accounts\", \"filter\": %s, \"fields\": [\"name\"], \"safe\": %s}";

        Answer plain = exported(request.formatted(marked(), "false"));
        Answer safe = exported(request.formatted(marked(), "true"));

        assertThat(plain.text()).contains("\n=فرمول " + mark);
        assertThat(safe.text()).doesNotContain("\n=").contains("فرمول " + mark);
        assertThat(safe.header("Content-Disposition")).startsWith("attachment");
        Answer sheet = exported("{\"type\": \"accounts\", \"filter\": %s, \"format\": \"xlsx\"}".formatted(marked()));
        assertThat(sheet.header("Content-Type")).contains("spreadsheetml");
        assertThat(sheet.header("Content-Disposition")).contains(".xlsx");
        api.post("/exports", "{\"type\": \"accounts\", \"format\": \"pdf\"}").expect(422);
        api.post("/exports", "{\"type\": \"accounts\", \"calendar\": \"lunar\"}")
                .expect(422);
        api.post("/exports", "{\"type\": \"accounts\", \"fields\": [\"nothing\"]}")
                .expect(400);
    }

    @Test
    void exportsWhatIsFoundByWordsAsListsFindIt() {
        api.post("/accounts", "{\"name\": \"کارخانهٔ %s یک\"}".formatted(mark)).expect(201);
        api.post("/accounts", "{\"name\": \"کارخانهٔ %s دو\"}".formatted(mark)).expect(201);
        api.post("/accounts", "{\"name\": \"انبار %s یک\"}".formatted(mark)).expect(201);

        // typed on another keyboard: another ka, and without the sign above the he
        Answer found =
                exported("{\"type\": \"accounts\", \"fields\": [\"name\"], \"q\": \"كارخانه %s\"}".formatted(mark));
        Answer both = exported(
                "{\"type\": \"accounts\", \"fields\": [\"name\"], \"q\": \"یک\", \"filter\": %s}".formatted(marked()));

        assertThat(found.text().lines().skip(1))
                .containsExactlyInAnyOrder("کارخانهٔ " + mark + " یک", "کارخانهٔ " + mark + " دو");
        assertThat(both.text().lines().skip(1))
                .containsExactlyInAnyOrder("کارخانهٔ " + mark + " یک", "انبار " + mark + " یک");
        api.post("/exports", "{\"type\": \"accounts\", \"q\": [1]}").expect(422);
    }

    @Test
    void tellsUploadsUnderOneKeyApartByTheirContent() {
        Api keyed = api.with("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = keyed.upload("/files", "a.txt", csv("abc"), Map.of()).expect(201);

        assertThat(keyed.upload("/files", "a.txt", csv("abc"), Map.of())
                        .expect(201)
                        .id())
                .isEqualTo(first.id());
        keyed.upload("/files", "a.txt", csv("abd"), Map.of()).expect(409);
    }

    @Test
    void tellsAdministratorsWhoTookWhatOut() {
        api.post("/accounts", "{\"name\": \"شرکت %s\"}".formatted(mark)).expect(201);
        exported("{\"type\": \"accounts\", \"filter\": %s}".formatted(marked()));

        var latest = api.get("/exports?limit=200").expect(200).data();

        assertThat(latest).anySatisfy(entry -> {
            assertThat(entry.get("rows").longValue()).isEqualTo(1);
            assertThat(entry.get("request").get("type").stringValue()).isEqualTo("accounts");
            assertThat(entry.get("request").toString()).contains(mark);
            assertThat(entry.get("by").stringValue()).isNotEmpty();
        });
    }

    @Test
    void handsFailuresOutAsAWorkbookThatCanBeImportedAgain() {
        byte[] file = csv("name,foundedYear\nکاوه %1$s,نه\n");
        Answer done = finished("/imports/"
                + api.upload("/imports", "firms.csv", file, Map.of("type", "accounts"))
                        .expect(202)
                        .id());

        Answer failures =
                api.get("/imports/" + done.id() + "/failures?format=xlsx").expect(200);

        assertThat(failures.header("Content-Disposition")).contains("failures-firms.xlsx");
        assertThat(failures.header("Content-Type")).contains("spreadsheetml");
        assertThat(failures.text()).startsWith("PK");
    }

    @Test
    void keepsFilesForWhoBroughtThem() {
        Answer stored = api.upload("/files", "متن.txt", csv("سلام"), Map.of()).expect(201);

        assertThat(api.get("/files/" + stored.id()).expect(200).get("size").intValue())
                .isEqualTo(8);
        Answer content = api.get("/files/" + stored.id() + "/content").expect(200);
        assertThat(content.text()).isEqualTo("سلام");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void changesManyAtOnceAndTakesThemBackUnlessTheyChangedSince() {
        String first = api.post("/accounts", "{\"name\": \"یک %s\"}".formatted(mark))
                .expect(201)
                .id();
        api.post("/accounts", "{\"name\": \"دو %s\"}".formatted(mark)).expect(201);
        String edit = "{\"filter\": %s, \"set\": {\"employees\": 7}, \"expectedCount\": %d}";

        Answer moved =
                api.post("/accounts/bulk-edits", edit.formatted(marked(), 3)).expect(409);
        assertThat(moved.text("code")).isEqualTo("count-moved");
        api.post("/accounts/bulk-edits", "{\"filter\": %s}".formatted(marked())).expect(400);
        Answer job =
                api.post("/accounts/bulk-edits", edit.formatted(marked(), 2)).expect(202);
        assertThat(finished("/jobs/" + job.id()).text("status")).isEqualTo("done");
        assertThat(api.get("/accounts/" + first).get("employees").intValue()).isEqualTo(7);
        assertThat(api.get("/change-sets/" + job.text("changeSet"))
                        .expect(200)
                        .get("records")
                        .intValue())
                .isEqualTo(2);

        api.patch("/accounts/" + first, "{\"employees\": 8}").expect(200);
        String undo = "/change-sets/" + job.text("changeSet") + "/undo";
        Answer refused = api.post(undo).expect(409);
        assertThat(refused.get("conflicts").get(0).get("id").stringValue()).isEqualTo(first);
        assertThat(refused.get("conflicts").get(0).get("field").stringValue()).isEqualTo("employees");
        assertThat(api.post(undo + "?onConflict=skip").expect(200).text("changeSet"))
                .isNotEmpty();
        assertThat(api.get("/accounts/" + first).get("employees").intValue()).isEqualTo(8);
        api.get("/change-sets?limit=5").expect(200);
        api.post(undo + "?onConflict=perhaps").expect(400);
    }

    private Answer exported(String request) {
        Answer done =
                finished("/exports/" + api.post("/exports", request).expect(202).id());
        assertThat(done.text("status")).isEqualTo("done");
        return api.get("/exports/" + done.id() + "/file").expect(200);
    }

    private Answer finished(String path) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> api.get(path).expect(200),
                        answer -> !answer.text("status").matches("queued|running"));
    }

    private int count() {
        return api.get("/accounts/count", "filter", marked()).get("count").intValue();
    }

    private String marked() {
        return "{\"field\": \"name\", \"op\": \"contains\", \"value\": \"%s\"}".formatted(mark);
    }

    private byte[] csv(String text) {
        return text.formatted(mark).getBytes(StandardCharsets.UTF_8);
    }
}
