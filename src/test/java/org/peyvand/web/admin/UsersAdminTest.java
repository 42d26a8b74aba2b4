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
import tools.jackson.databind.JsonNode;

/** What an administrator does to a colleague on their page, sent by its forms. */
class UsersAdminTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final Pattern SECRET = Pattern.compile("<input id=\"secret\"[^>]* value=\"([^\"]+)\"");
    private static final String PASSWORD = "long enough a word";

    private final Api api = Api.of(PROGRAM);
    private final Visitor admin = Visitor.signedIn(PROGRAM);
    private final String mark = "u" + Mark.fresh();
    private final String email = mark + "@example.ir";
    private final String id = api.post(
                    "/users",
                    "{\"name\": \"Sara %s\", \"email\": \"%s\", \"password\": \"%s\", \"roles\": [\"seller\"]}"
                            .formatted(mark, email, PASSWORD))
            .expect(201)
            .id();
    private final String page = "/admin/users/" + id;

    @Test
    void whoIsDeactivatedIsOutAtOnceAndComesBackWhenActivated() {
        Visitor sara = Visitor.signedIn(PROGRAM, email, PASSWORD);
        String token = token("phone");
        assertThat(Api.of(PROGRAM, token).get("/leads").status()).isEqualTo(200);

        sent(admin.form(page, page + "/deactivation"));

        assertThat(api.get("/users/" + id).get("active").booleanValue()).isFalse();
        assertThat(sara.get("/").headers().firstValue("Location").orElse("")).contains("/login");
        assertThat(Api.of(PROGRAM, token).get("/leads").status()).isEqualTo(401);
        assertThat(admin.get(page).body()).doesNotContain(page + "/deactivation");

        sent(admin.form(page, page + "/activation"));

        assertThat(api.get("/users/" + id).get("active").booleanValue()).isTrue();
        assertThat(Visitor.signedIn(PROGRAM, email, PASSWORD).get("/").statusCode())
                .isEqualTo(200);
        assertThat(Api.of(PROGRAM, token).get("/leads").status()).isEqualTo(401);
        assertThat(admin.get(page).body()).doesNotContain(page + "/activation");
    }

    @Test
    void teamAndRolesAreChangedAndTakenAway() {
        String team = api.post("/teams", "{\"name\": \"North %s\"}".formatted(mark))
                .expect(201)
                .id();
        String reader = api.post(
                        "/roles",
                        "{\"name\": \"reads %s\", \"types\": {\"leads\": {\"read\": \"all\"}}}".formatted(mark))
                .expect(201)
                .id();
        String lead = api.post("/leads", "{\"lastName\": \"سرنخ %s\"}".formatted(mark))
                .expect(201)
                .id();
        Visitor sara = Visitor.signedIn(PROGRAM, email, PASSWORD);
        assertThat(sara.get("/leads/" + lead).statusCode()).isEqualTo(404);

        sent(admin.form(page, page).set("team", team).pick("roles", reader));

        JsonNode user = api.get("/users/" + id).body();
        assertThat(user.get("team").get("id").stringValue()).isEqualTo(team);
        assertThat(user.get("roles").valueStream().map(role -> role.get("id").stringValue()))
                .containsExactly(reader);
        assertThat(sara.get("/leads/" + lead).statusCode()).isEqualTo(200);
        PageForm form = admin.form(page, page);
        assertThat(form.value("team")).isEqualTo(team);
        assertThat(form.values("roles")).containsExactly(reader);

        sent(form.set("team", "").without("roles"));

        assertThat(api.get("/users/" + id).get("team").isNull()).isTrue();
        assertThat(api.get("/users/" + id).get("roles")).isEmpty();
        assertThat(sara.get("/leads/" + lead).statusCode()).isNotEqualTo(200);
    }

    @Test
    void aRevokedTokenOpensNothingAndTheOtherStaysGood() {
        String phone = token("phone");
        String desk = token("desk");
        String body = admin.get(page).body();
        String revocation =
                body.substring(0, body.indexOf("/revocation\"")).replaceAll("(?s).*action=\"", "") + "/revocation";
        boolean phoneFirst = body.indexOf(">phone<") < body.indexOf(">desk<");

        sent(PageForm.in(body, revocation));

        assertThat(Api.of(PROGRAM, phoneFirst ? phone : desk).get("/leads").status())
                .isEqualTo(401);
        assertThat(Api.of(PROGRAM, phoneFirst ? desk : phone).get("/leads").status())
                .isEqualTo(200);
        assertThat(admin.get(page).body())
                .doesNotContain(revocation, phoneFirst ? ">phone<" : ">desk<")
                .contains(phoneFirst ? ">desk<" : ">phone<");
    }

    @Test
    void theLastAdministratorStaysInAndIsToldWhy() {
        try (TestProgram alone = TestProgram.start()) {
            Visitor only = Visitor.signedIn(alone);
            String own = "/admin/users/" + administrator(alone).get("id").stringValue();

            PageForm out = only.form(own, own + "/deactivation");
            sentBy(only, out, own);

            assertThat(only.get(own).statusCode()).isEqualTo(200);
            assertThat(only.get(own).body()).contains(own + "/deactivation");
            assertThat(only.send(only.form(own, own).without("roles")).statusCode())
                    .isEqualTo(422);
            assertThat(administrator(alone).get("roles")).isNotEmpty();
        }
    }

    private static JsonNode administrator(TestProgram program) {
        String filter = "{\"field\": \"email\", \"op\": \"eq\", \"value\": \"" + TestProgram.EMAIL + "\"}";
        return Api.of(program)
                .get("/users", "filter", filter)
                .expect(200)
                .data()
                .get(0);
    }

    private String token(String name) {
        HttpResponse<String> made =
                admin.send(admin.form(page, page + "/tokens").set("name", name));
        assertThat(made.statusCode()).isEqualTo(200);
        Matcher secret = SECRET.matcher(made.body());
        assertThat(secret.find()).as(made.body()).isTrue();
        return secret.group(1);
    }

    private void sent(PageForm form) {
        sentBy(admin, form, page);
    }

    private static void sentBy(Visitor who, PageForm form, String page) {
        HttpResponse<String> answer = who.send(form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(page);
    }
}
