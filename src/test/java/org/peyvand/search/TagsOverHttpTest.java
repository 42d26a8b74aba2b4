package org.peyvand.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;

/** Tags merge on all records, few or many, and part again when it is undone. */
@Tag("database")
class TagsOverHttpTest {

    private final Api api = Colleagues.ADMINISTRATOR;
    private final String old = "کهنه " + Colleagues.mark();
    private final String kept = "تازه " + Colleagues.mark();

    @Test
    void mergesOnRecordsOfAllTypesAndPartsAgain() {
        String account = make("accounts", "\"name\": \"x\"", old, kept);
        String task = make("tasks", "\"subject\": \"x\"", old);

        Answer merged = merge(old, kept).expect(200);

        assertThat(tags("accounts", account)).containsExactly(kept);
        assertThat(tags("tasks", task)).containsExactly(kept);
        assertThat(named(old)).isZero();
        api.post("/change-sets/" + merged.header("Peyvand-Change-Set") + "/undo")
                .expect(200);
        assertThat(tags("accounts", account)).containsExactlyInAnyOrder(old, kept);
        assertThat(tags("tasks", task)).containsExactly(old);
        assertThat(named(old)).isOne();
    }

    @Test
    void mergesOnMoreRecordsThanOneWaitsForByAJob() {
        int many = 1_005;
        for (int from = 0; from < many; from += 1_000) {
            api.post(
                            "/accounts/batch",
                            IntStream.range(from, Math.min(many, from + 1_000))
                                    .mapToObj(i ->
                                            "{\"create\": {\"name\": \"n%d\", \"tags\": [\"%s\"]}}".formatted(i, old))
                                    .collect(Collectors.joining(",", "[", "]")))
                    .expect(200);
        }
        make("accounts", "\"name\": \"x\"", kept);

        Answer merged = merge(old, kept).expect(202);

        await().atMost(Duration.ofMinutes(1)).until(() -> carrying(kept) == many + 1 && named(old) == 0);
        api.post("/change-sets/" + merged.header("Peyvand-Change-Set") + "/undo")
                .expect(202);
        await().atMost(Duration.ofMinutes(1)).until(() -> carrying(old) == many);
        assertThat(carrying(kept)).isOne();
    }

    @Test
    void mergesForAdministratorsAlone() {
        make("accounts", "\"name\": \"x\"", old, kept);
        Api manager = Colleagues.person(Colleagues.team(), "sales manager");

        manager.post("/tags/" + id(old) + "/merge", "{\"into\": \"%s\"}".formatted(id(kept)))
                .expect(403);
        merge(old, old).expect(422);
    }

    @Test
    void addsAndRemovesTagsOfManyAndLeavesOthers() {
        String one = make("accounts", "\"name\": \"x\"", old);
        String other = make("accounts", "\"name\": \"y\"", "دیگر");

        api.post("/accounts/bulk-edits", """
                        {"ids": ["%s", "%s"], "add": {"tags": ["%s"]}, "remove": {"tags": ["%s"]}}""".formatted(one, other, kept, old)).expect(202);

        await().atMost(Duration.ofMinutes(1))
                .until(() -> tags("accounts", other).contains(kept)
                        && tags("accounts", one).contains(kept));
        assertThat(tags("accounts", one)).containsExactly(kept);
        assertThat(tags("accounts", other)).containsExactlyInAnyOrder(kept, "دیگر");
        api.post("/accounts/bulk-edits", "{\"ids\": [\"%s\"], \"add\": {\"name\": [\"x\"]}}".formatted(one))
                .expect(400);
    }

    private Answer merge(String tag, String into) {
        return api.post("/tags/" + id(tag) + "/merge", "{\"into\": \"%s\"}".formatted(id(into)));
    }

    private String make(String type, String members, String... tags) {
        String list = String.join("\", \"", tags);
        return api.post("/" + type, "{%s, \"tags\": [\"%s\"]}".formatted(members, list))
                .expect(201)
                .id();
    }

    private List<String> tags(String type, String id) {
        return api.get("/" + type + "/" + id)
                .expect(200)
                .get("tags")
                .valueStream()
                .map(each -> each.stringValue())
                .toList();
    }

    private String id(String tag) {
        return api.get("/tags", "filter", byName(tag))
                .expect(200)
                .data()
                .get(0)
                .get("id")
                .stringValue();
    }

    private int named(String tag) {
        return api.get("/tags/count", "filter", byName(tag)).get("count").intValue();
    }

    private int carrying(String tag) {
        return api.get(
                        "/accounts/count",
                        "filter",
                        "{\"field\": \"tags\", \"op\": \"hasAny\", \"value\": [\"%s\"]}".formatted(tag))
                .get("count")
                .intValue();
    }

    private static String byName(String tag) {
        return "{\"field\": \"name\", \"op\": \"eq\", \"value\": \"%s\"}".formatted(tag);
    }
}
