package org.peyvand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The administrator's pages, as a person uses them. */
class AdministeringTest extends AccessOverHttp {

    private static final Pattern LINK = Pattern.compile("value=\"[^\"]*(/setup\\?token=[^\"]+)\"");

    @Autowired
    DSLContext sql;

    @BeforeEach
    void forgetGuesses() {
        sql.execute("delete from sign_in_throttle");
    }

    @Test
    void invitesAColleagueWhoChoosesAPassword() throws Exception {
        var admin = browser();
        admin.signIn(ADMIN, PASSWORD);

        var made = admin.post("/admin/users", Map.of("name", "Sara", "email", "sara@example.ir"));
        var link = LINK.matcher(made.body());
        assertThat(link.find()).as(made.body()).isTrue();
        var sara = browser();
        var page = sara.get(link.group(1));
        var entered = sara.post(
                "/setup", Map.of("token", link.group(1).replaceAll(".*token=", ""), "password", "sara's own words"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(sara.isSignedIn()).isTrue();
        assertThat(browser().get(link.group(1)).statusCode()).isEqualTo(404);
        assertThat(sara.get("/admin/users").statusCode()).isEqualTo(403);
        assertThat(admin.get("/admin/users?q=sara").body()).contains("sara@example.ir");
    }

    @Test
    void asksToCorrectWhatIsWrong() throws Exception {
        var admin = browser();
        admin.signIn(ADMIN, PASSWORD);

        var answer = admin.post("/admin/users", Map.of("name", "", "email", "no address"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("class=\"summary");
    }

    @Test
    void showsTeamsAndRoles() throws Exception {
        var admin = browser();
        admin.signIn(ADMIN, PASSWORD);

        var team = admin.post("/admin/teams", Map.of("name", "Isfahan"));
        var role = admin.post(
                "/admin/roles",
                Map.of(
                        "name", "Clerk",
                        "scope/accounts/read", "team",
                        "newField", "contacts.email",
                        "newAccess", "readOnly"));

        assertThat(team.statusCode()).isEqualTo(302);
        assertThat(admin.get("/admin/teams").body()).contains("Isfahan");
        assertThat(role.statusCode()).isEqualTo(302);
        assertThat(admin.get("/admin/roles").body()).contains("Clerk");
        var id = sql.fetchSingle("select id::text from role where name = 'Clerk'")
                .get(0);
        assertThat(admin.get("/admin/roles/" + id).body()).contains("scope/accounts/read", "contacts.email");
        assertThat(sql.fetchSingle("select types #>> '{accounts,read}', fields ->> 'contacts.email' from role"
                        + " where name = 'Clerk'"))
                .extracting(row -> row.get(0), row -> row.get(1))
                .containsExactly("team", "readOnly");
    }

    @Test
    void letsPeopleSetHowTheyReadAndTheirPassword() throws Exception {
        var admin = browser();
        admin.signIn(ADMIN, PASSWORD);
        admin.post("/admin/users", Map.of("name", "Omid", "email", "omid@example.ir"));
        var id = sql.fetchSingle("select id::text from app_user where email = 'omid@example.ir'")
                .get(0);
        var link = LINK.matcher(
                admin.post("/admin/users/" + id + "/link", Map.of()).body());
        assertThat(link.find()).isTrue();
        var omid = browser();
        omid.get(link.group(1));
        omid.post("/setup", Map.of("token", link.group(1).replaceAll(".*token=", ""), "password", "omid's words"));

        omid.post("/settings", Map.of("name", "Omid R", "locale", "en"));
        omid.post("/settings/password", Map.of("present", "omid's words", "password", "omid's new words"));
        var page = omid.get("/settings");

        assertThat(page.body()).contains("<html lang=\"en\"", "Omid R");
        assertThat(omid.isSignedIn()).isTrue();
        assertThat(browser()
                        .signIn("omid@example.ir", "omid's new words")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/");
    }
}
