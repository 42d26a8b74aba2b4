package org.peyvand.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;

/** Who sees and changes whose views, and what a view may ask. */
@Tag("database")
class ViewsOverHttpTest {

    private static final String SECRET = "0012345678";

    private String team = "";
    private Api seller = Colleagues.ADMINISTRATOR;
    private Api colleague = Colleagues.ADMINISTRATOR;
    private Api manager = Colleagues.ADMINISTRATOR;
    private Api stranger = Colleagues.ADMINISTRATOR;

    @BeforeEach
    void gather() {
        team = Colleagues.team();
        seller = Colleagues.person(team, "seller");
        colleague = Colleagues.person(team, "seller");
        manager = Colleagues.person(team, "sales manager");
        stranger = Colleagues.person(Colleagues.team(), "seller");
    }

    @Test
    void keepsAViewForItsMaker() {
        String view = save(seller, "mine", "").id();

        assertThat(seller.get("/views/" + view).expect(200).text("kind")).isEqualTo("table");
        colleague.get("/views/" + view).expect(404);
        manager.get("/views/" + view).expect(404);
        manager.patch("/views/" + view, "{\"name\": \"دیگر\"}").expect(404);
    }

    @Test
    void showsAViewToTheTeamAndLetsItsMakerAndManagersChangeIt() {
        String view = save(seller, "team", "").id();

        colleague.get("/views/" + view).expect(200);
        stranger.get("/views/" + view).expect(404);
        colleague.patch("/views/" + view, "{\"name\": \"دیگر\"}").expect(403);
        colleague.delete("/views/" + view).expect(403);
        manager.patch("/views/" + view, "{\"name\": \"دیگر\"}").expect(200);
        seller.patch("/views/" + view, "{\"name\": \"باز هم دیگر\"}").expect(200);
    }

    @Test
    void showsAViewToEveryoneOnlyAtTheWordOfWhoMay() {
        String own = save(seller, "mine", "").id();

        seller.post("/views", view("everyone", "")).expect(403);
        seller.patch("/views/" + own, "{\"scope\": \"everyone\"}").expect(403);
        String view = save(manager, "everyone", "").id();

        stranger.get("/views/" + view).expect(200);
        stranger.patch("/views/" + view, "{\"name\": \"دیگر\"}").expect(403);
        assertThat(stranger.get(
                                "/views",
                                "filter",
                                "{\"field\": \"id\", \"op\": \"eq\", \"value\": \"%s\"}".formatted(view))
                        .expect(200)
                        .data())
                .hasSize(1);
    }

    @Test
    void letsNobodyMakeAViewInTheNameOfAnother() {
        String other = Colleagues.ADMINISTRATOR
                .get("/users", "filter", "{\"field\": \"team\", \"op\": \"ne\", \"value\": \"%s\"}".formatted(team))
                .data()
                .get(0)
                .get("id")
                .stringValue();

        seller.post("/views", view("mine", ", \"owner\": \"%s\"".formatted(other)))
                .expect(403);
    }

    @Test
    void givesEverybodyWithARoleViewsOfTheirOwn() {
        Api reader = Colleagues.person(team, "read-only");

        String view = save(reader, "mine", "").id();

        reader.delete("/views/" + view).expect(204);
        reader.post("/views/" + view + "/restoration").expect(200);
        reader.post("/views", view("everyone", "")).expect(403);
    }

    @Test
    void refusesWhatItsMakerCouldNotAsk() {
        assertWrong("filter", ", \"filter\": {\"field\": \"colour\", \"op\": \"eq\", \"value\": 1}");
        assertWrong("sort", ", \"sort\": \"-colour\"");
        assertWrong("columns", ", \"columns\": [\"name\", \"colour\"]");
        assertWrong("columns", ", \"columns\": \"name\"");
        assertWrong("kind", ", \"kind\": \"board\"");
        Answer unknown =
                seller.post("/views", "{\"name\": \"x\", \"type\": \"ghosts\"}").expect(422);
        assertThat(unknown.get("errors").get(0).get("field").stringValue()).isEqualTo("type");
    }

    @Test
    void hidesAFilterFromWhoMayNotAskItByEveryDoor() {
        String mark = Colleagues.mark();
        Colleagues.ADMINISTRATOR.post("/roles", """
                        {"name": "no codes %s", "types": {"contacts": {"read": "all"}},
                         "fields": {"contacts.nationalCode": "hidden"}}""".formatted(mark)).expect(201);
        Api reader = Colleagues.person(team, "no codes " + mark);
        String view = Colleagues.ADMINISTRATOR
                .post("/views", """
                        {"name": "با کد", "type": "contacts", "scope": "everyone",
                         "filter": {"field": "nationalCode", "op": "eq", "value": "%s"}}""".formatted(SECRET))
                .expect(201)
                .id();
        Colleagues.ADMINISTRATOR
                .patch(
                        "/views/" + view,
                        "{\"filter\": {\"field\": \"nationalCode\", \"op\": \"ne\", \"value\": \"%s\"}}"
                                .formatted(SECRET))
                .expect(200);

        Answer seen = reader.get("/views/" + view).expect(200);

        assertThat(seen.text()).doesNotContain(SECRET, "nationalCode");
        assertThat(seen.get("filter").get("hidden").booleanValue()).isTrue();
        for (String door :
                new String[] {"/views/" + view + "/changes", "/views", "/views/" + view + "?fields=filter"}) {
            assertThat(reader.get(door).expect(200).text()).as(door).doesNotContain(SECRET, "nationalCode");
        }
        assertThat(Colleagues.ADMINISTRATOR.get("/views/" + view).text()).contains(SECRET);
    }

    @Test
    void namesNoHiddenFieldAmongColumnsAndInTheOrder() {
        String mark = Colleagues.mark();
        Colleagues.ADMINISTRATOR.post("/roles", """
                        {"name": "few fields %s", "types": {"contacts": {"read": "all"}},
                         "fields": {"contacts.nationalCode": "hidden", "contacts.birthDate": "hidden"}}""".formatted(mark)).expect(201);
        Api reader = Colleagues.person(team, "few fields " + mark);
        String view = shownToEveryone("\"sort\": \"name\", \"columns\": [\"name\", \"nationalCode\", \"birthDate\"]");
        Colleagues.ADMINISTRATOR
                .patch("/views/" + view, "{\"sort\": \"birthDate\", \"columns\": [\"nationalCode\"]}")
                .expect(200);
        String some = shownToEveryone(
                "\"sort\": \"-birthDate,name\", \"columns\": [\"name\", \"nationalCode\", \"jobTitle\"]");

        Answer seen = reader.get("/views/" + some).expect(200);

        assertThat(seen.get("columns").toString()).isEqualTo("[\"name\",\"jobTitle\"]");
        assertThat(seen.text("sort")).isEqualTo("name");
        assertThat(reader.get("/views/" + view).get("columns").isNull()).isTrue();
        assertThat(reader.get("/views/" + view).get("sort").isNull()).isTrue();
        for (String door : new String[] {
            "/views/" + view + "/changes", "/views/" + some + "/changes", "/views", "/views?fields=sort,columns"
        }) {
            assertThat(reader.get(door).expect(200).text()).as(door).doesNotContain("nationalCode", "birthDate");
        }
        reader.get("/views", "filter", "{\"field\": \"sort\", \"op\": \"contains\", \"value\": \"birthDate\"}")
                .expect(400);
        reader.get("/views/groups?by=sort").expect(400);
        assertThat(Colleagues.ADMINISTRATOR.get("/views/" + some).text("sort")).isEqualTo("-birthDate,name");
    }

    private static String shownToEveryone(String members) {
        return Colleagues.ADMINISTRATOR
                .post("/views", """
                        {"name": "همه", "type": "contacts", "scope": "everyone", %s}""".formatted(members))
                .expect(201)
                .id();
    }

    @Test
    void undoesARenaming() {
        Answer view = save(seller, "mine", "");
        Answer renamed =
                seller.patch("/views/" + view.id(), "{\"name\": \"دیگر\"}").expect(200);

        seller.post("/change-sets/" + renamed.header("Peyvand-Change-Set") + "/undo")
                .expect(200);

        assertThat(seller.get("/views/" + view.id()).text("name")).isEqualTo(view.text("name"));
    }

    private void assertWrong(String field, String member) {
        Answer refused = seller.post("/views", view("mine", member)).expect(422);
        assertThat(refused.get("errors").get(0).get("field").stringValue()).isEqualTo(field);
        assertThat(refused.text()).doesNotContain("⟦");
    }

    private static Answer save(Api who, String scope, String more) {
        return who.post("/views", view(scope, more)).expect(201);
    }

    private static String view(String scope, String more) {
        return """
                {"name": "مشتریان من", "type": "accounts", "scope": "%s"%s}""".formatted(scope, more);
    }
}
