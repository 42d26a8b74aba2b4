package org.peyvand.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.PageForm;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;

/** The tree of teams on its page, by its forms. */
class TeamsAdminTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final String HERE = "/admin/teams";
    private static final String RING = "A team cannot lie below itself.";

    private final Api api = Api.of(PROGRAM);
    private final Visitor admin = Visitor.signedIn(PROGRAM);
    private final String mark = Mark.fresh();
    private final String country = team("Country " + mark, "");
    private final String north = team("North " + mark, country);
    private final String south = team("South " + mark, country);

    @Test
    void aTeamIsMovedBelowAnotherAndWhoLeadsThatOneSeesItsRecordsFromThenOn() {
        String role = api.post(
                        "/roles",
                        "{\"name\": \"leads %s\", \"types\": {\"leads\": {\"read\": \"teams-below\"}}}".formatted(mark))
                .expect(201)
                .id();
        Visitor leader = person("leader", south, role);
        String owner = api.post(
                        "/users",
                        "{\"name\": \"n %1$s\", \"email\": \"n%1$s@example.ir\", \"team\": \"%2$s\"}"
                                .formatted(mark, north))
                .expect(201)
                .id();
        String lead = api.post(
                        "/leads",
                        "{\"lastName\": \"%s\", \"owner\": \"%s\", \"team\": \"%s\"}".formatted(mark, owner, north))
                .expect(201)
                .id();
        assertThat(leader.get("/leads/" + lead).statusCode()).isEqualTo(404);

        String page = sent(admin.form(HERE, HERE + "/" + north).set("parent", south));

        assertThat(api.get("/teams/" + north).get("parent").path("id").asString())
                .isEqualTo(south);
        assertThat(PageForm.in(page, HERE + "/" + north).value("parent")).isEqualTo(south);
        assertThat(depth(page, north)).isEqualTo(2);
        assertThat(leader.get("/leads/" + lead).statusCode()).isEqualTo(200);
    }

    @Test
    void aTeamBelowItselfIsRefusedInWordsAndStaysWhereItWas() {
        sent(admin.form(HERE, HERE + "/" + north).set("parent", south));

        String page = sent(admin.form(HERE, HERE + "/" + country).set("parent", north));

        assertThat(page).contains(RING);
        assertThat(api.get("/teams/" + country).get("parent").isNull()).isTrue();
        assertThat(PageForm.in(page, HERE + "/" + country).value("parent")).isEmpty();
    }

    @Test
    void aDeletedTeamIsTakenBackFromTheNote() {
        String page = sent(admin.form(HERE, HERE + "/" + north + "/deletion"));
        assertThat(page).doesNotContain(HERE + "/" + north);
        assertThat(api.get("/teams/" + north).get("deleted").asBoolean()).isTrue();

        Matcher undo = Pattern.compile("/change-sets/[-0-9a-f]+/undo").matcher(page);
        assertThat(undo.find()).isTrue();
        sent(PageForm.in(page, undo.group()));

        assertThat(PageForm.in(admin.get(HERE).body(), HERE + "/" + north).value("parent"))
                .isEqualTo(country);
    }

    /** How far a team is set in on the page. */
    private static int depth(String page, String team) {
        String before = page.substring(0, page.indexOf("for=\"name-" + team));
        String row = before.substring(before.lastIndexOf("<tr>"));
        return (int) row.chars().filter(sign -> sign == '—').count();
    }

    /** Makes a team by the form of the page; its id. */
    private String team(String name, String parent) {
        sent(admin.form(HERE, HERE).set("name", name).set("parent", parent));
        String filter = "{\"field\": \"name\", \"op\": \"eq\", \"value\": \"" + name + "\"}";
        return api.get("/teams", "filter", filter).data().get(0).path("id").asString();
    }

    private Visitor person(String name, String team, String role) {
        String email = name + mark + "@example.ir";
        api.post("/users", """
                        {"name": "%s", "email": "%s", "team": "%s", "roles": ["%s"], "password": "%s"}""".formatted(name, email, team, role, TestProgram.PASSWORD))
                .expect(201);
        return Visitor.signedIn(PROGRAM, email, TestProgram.PASSWORD);
    }

    /** Sends a form and follows back to the page, in which the note stands. */
    private String sent(PageForm form) {
        HttpResponse<String> answer = admin.send(form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return admin.get(HERE + "?lang=en").body();
    }
}
