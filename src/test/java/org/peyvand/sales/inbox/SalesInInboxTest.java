package org.peyvand.sales.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** New leads and closing deals in the work inbox of the seller they belong to. */
@Tag("database")
class SalesInInboxTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final Api ADMIN = Api.of(PROGRAM);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "long enough a word";

    private final String mark = "sells" + Mark.fresh();
    private final String seller = person(mark);
    private final Visitor pages = Visitor.signedIn(PROGRAM, mark + "@example.ir", PASSWORD);
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tehran"));

    @Test
    void newLeadsStandThereUntilSomebodyTakesThemUp() {
        String fresh = lead(Map.of("company", "تازه‌کار"));
        String taken = lead(Map.of("status", "working"));
        String other = lead(Map.of("owner", person(mark + "o")));
        String gone = lead(Map.of());
        ADMIN.delete("/leads/" + gone).expect(204);

        String inbox = pages.get("/?show=fresh").body();

        assertThat(inbox)
                .contains("id=\"lead-" + fresh + "\"", "تازه‌کار")
                .doesNotContain("lead-" + taken, "lead-" + other, "lead-" + gone);
        ADMIN.patch("/leads/" + fresh, "{\"status\": \"working\"}").expect(200);
        assertThat(pages.get("/").body()).doesNotContain("lead-" + fresh);
    }

    @Test
    void openDealsStandThereFromAFortnightBeforeTheyClose() {
        String late = deal(today.minusDays(3), Map.of());
        String soon = deal(today.plusDays(14), Map.of());
        String later = deal(today.plusDays(15), Map.of());
        String undated = deal(null, Map.of());
        String other = deal(today, Map.of("owner", person(mark + "o")));

        String inbox = pages.get("/?show=closing").body();

        assertThat(inbox)
                .contains("id=\"deal-" + late + "\"", "id=\"deal-" + soon + "\"")
                .doesNotContain("deal-" + later, "deal-" + undated, "deal-" + other);
        assertThat(inbox.indexOf("deal-" + late)).isLessThan(inbox.indexOf("deal-" + soon));
        assertThat(part(inbox, "deal-" + late)).contains("class=\"d bad\"");
        assertThat(part(inbox, "deal-" + soon)).doesNotContain("class=\"d bad\"");
    }

    @Test
    void aDealThatIsWonOrLostLeaves() {
        String open = deal(today, Map.of());
        String won = deal(today, Map.of());
        String lost = deal(today, Map.of("lostReason", "price"));
        ADMIN.patch("/opportunities/" + won, "{\"stage\": \"" + stage("won") + "\"}")
                .expect(200);
        ADMIN.patch("/opportunities/" + lost, "{\"stage\": \"" + stage("lost") + "\"}")
                .expect(200);

        assertThat(pages.get("/?show=closing").body())
                .contains("deal-" + open)
                .doesNotContain("deal-" + won, "deal-" + lost);
    }

    @Test
    void whatStandsThereSaysWithWhomAndHowMuchAndComesToNoMoreThanTen() {
        String account = ADMIN.post(
                        "/accounts", object().put("name", "شرکت " + mark).toString())
                .expect(201)
                .id();
        ObjectNode json = object().put("name", "فروش")
                .put("closeDate", today.minusDays(1).toString())
                .put("account", account);
        json.putObject("amount").put("amount", 1200).put("currency", "USD");
        String first = ADMIN.post("/opportunities", json.toString()).expect(201).id();
        String last = "";
        for (int many = 0; many < 10; many++) {
            last = deal(today.plusDays(many), Map.of());
        }

        String inbox = pages.get("/?show=closing&lang=en").body();

        assertThat(part(inbox, "deal-" + first)).contains("شرکت " + mark, "·");
        assertThat(inbox).doesNotContain("deal-" + last).contains("/opportunities?scope=mine", "10+");
    }

    private String lead(Map<String, String> values) {
        ObjectNode json = object().put("lastName", "سرنخ " + mark);
        values.forEach(json::put);
        return ADMIN.post("/leads", json.toString()).expect(201).id();
    }

    private String deal(@Nullable LocalDate closes, Map<String, String> values) {
        ObjectNode json = object().put("name", "معامله " + mark);
        if (closes != null) {
            json.put("closeDate", closes.toString());
        }
        values.forEach(json::put);
        return ADMIN.post("/opportunities", json.toString()).expect(201).id();
    }

    private ObjectNode object() {
        return JSON.createObjectNode().put("owner", seller);
    }

    private static String stage(String kind) {
        return ADMIN.get("/stages", "filter", "{\"field\": \"kind\", \"op\": \"eq\", \"value\": \"" + kind + "\"}")
                .data()
                .get(0)
                .get("id")
                .stringValue();
    }

    /** The row of an item. */
    private static String part(String inbox, String id) {
        int from = inbox.indexOf("id=\"" + id + "\"");
        return inbox.substring(from, inbox.indexOf("</li>", from));
    }

    private static String person(String name) {
        var json = JSON.createObjectNode()
                .put("name", "Seller " + name)
                .put("email", name + "@example.ir")
                .put("password", PASSWORD);
        json.putArray("roles").add("seller");
        return ADMIN.post("/users", json.toString()).expect(201).id();
    }
}
