package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changing and deleting all that match, as a program asks for it. */
class BulkEditsOverHttpTest {

    private final Api administrator = Api.of(TestProgram.shared());
    private final String mark = "انبوه" + Mark.fresh();

    @Test
    void refusesWhenTheNumberMovedAndChangesNothing() {
        make(3, "");
        Answer refused =
                start(administrator, "\"delete\": true, \"expectedCount\": 2").expect(409);

        assertThat(refused.text("code")).isEqualTo("count-moved");
        assertThat(refused.header("Peyvand-Change-Set")).isEmpty();
        assertThat(count(administrator)).isEqualTo(3);
        finished(administrator, start(administrator, "\"delete\": true, \"expectedCount\": 3"));
        assertThat(count(administrator)).isZero();
    }

    @Test
    void bringsEveryRowBackAsItWas() {
        make(1_300, "");
        Map<String, JsonNode> before = rows();

        Answer edited =
                finished(administrator, start(administrator, "\"set\": {\"employees\": 99999, \"tier\": null}"));
        Answer deleted = finished(administrator, start(administrator, "\"delete\": true"));
        assertThat(count(administrator)).isZero();

        undo(deleted);
        undo(edited);

        assertThat(edited.get("result").path("changed").intValue()).isEqualTo(1_300);
        assertThat(rows()).isEqualTo(before);
    }

    /** What one sees but may not change is met, counted and left alone. */
    @Test
    void reportsWhatMayBeSeenButNotWritten() {
        String team = administrator
                .post("/teams", "{\"name\": \"تیم %s\"}".formatted(mark))
                .expect(201)
                .id();
        String user = administrator
                .post(
                        "/users",
                        "{\"name\": \"فروشنده\", \"email\": \"%s@example.ir\", \"team\": \"%s\"}"
                                .formatted(UUID.randomUUID(), team))
                .expect(201)
                .id();
        Api seller = seller(user);
        make(3, ", \"owner\": \"%s\"".formatted(user));
        make(4, ", \"team\": \"%s\"".formatted(team));
        make(2, "");
        make(1, ", \"tier\": \"gold\", \"owner\": \"%s\"".formatted(user));

        Answer done = finished(seller, start(seller, "\"set\": {\"tier\": \"gold\"}, \"expectedCount\": 8"));

        assertThat(done.get("done").intValue()).isEqualTo(8);
        assertThat(done.get("result").path("changed").intValue()).isEqualTo(3);
        assertThat(done.get("result").path("unchanged").intValue()).isEqualTo(1);
        assertThat(done.get("result").path("refused").intValue()).isEqualTo(4);
        assertThat(done.get("result").path("reasons").path(":not-allowed").intValue())
                .isEqualTo(4);
        assertThat(rows().values())
                .filteredOn(row -> row.path("tier").asString("").equals("gold"))
                .hasSize(4);
    }

    private Api seller(String user) {
        String role =
                administrator.post("/roles", """
                        {"name": "نیمه %s", "types": {"accounts": {"read": "team", "create": "own", "update": "own", "delete": "own"}}}""".formatted(mark)).expect(201).id();
        administrator.put("/users/" + user + "/roles", "[\"" + role + "\"]").expect(200);
        return Api.of(
                TestProgram.shared(),
                administrator
                        .post("/users/" + user + "/tokens", "{\"name\": \"t\"}")
                        .expect(201)
                        .text("token"));
    }

    private void make(int many, String more) {
        for (int from = 0; from < many; from += 1_000) {
            administrator
                    .post(
                            "/accounts/batch",
                            IntStream.range(from, Math.min(many, from + 1_000))
                                    .mapToObj(i -> "{\"create\": {\"name\": \"%s %d\", \"employees\": %d%s}}"
                                            .formatted(mark, i, i, more))
                                    .collect(Collectors.joining(",", "[", "]")))
                    .expect(200);
        }
    }

    private Answer start(Api who, String what) {
        return who.post("/accounts/bulk-edits", "{\"filter\": %s, %s}".formatted(filter(), what));
    }

    private String filter() {
        return "{\"field\": \"name\", \"op\": \"startsWith\", \"value\": \"%s\"}".formatted(mark);
    }

    private int count(Api who) {
        return who.get("/accounts/count", "filter", filter()).get("count").intValue();
    }

    private static Answer finished(Api who, Answer started) {
        String job = "/jobs/" + started.expect(202).id();
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> who.get(job), answer -> answer.text("status").equals("done"));
    }

    private void undo(Answer job) {
        Answer undone = administrator
                .post("/change-sets/" + job.text("changeSet") + "/undo")
                .expect(202);
        finished(administrator, undone);
    }

    /** By id, without what says when and how often a record was written. */
    private Map<String, JsonNode> rows() {
        Map<String, JsonNode> rows = new TreeMap<>();
        String after = "";
        do {
            Answer page = administrator.get("/accounts?limit=200&sort=id" + after, "filter", filter());
            for (JsonNode row : page.expect(200).data()) {
                ((ObjectNode) row).remove(List.of("version", "updatedAt", "updatedBy"));
                rows.put(row.path("id").asString(), row);
            }
            JsonNode next = page.get("page").path("next");
            after = next.isString() ? "&after=" + next.asString() : "";
        } while (!after.isEmpty());
        return rows;
    }
}
