package org.peyvand.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.PageForm;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;

/** Roles on their pages, by their forms, and that whoever holds one feels a change at the next request. */
class RolesAdminTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final String LIST = "/admin/roles";
    private static final String NUMBER = "field/contacts.nationalCode";

    private final Api api = Api.of(PROGRAM);
    private final Visitor admin = Visitor.signedIn(PROGRAM);
    private final String mark = Mark.fresh();
    private final String role = made();
    private final String page = LIST + "/" + role;
    private final Visitor holder = holder();
    private final String contact = api.post(
                    "/contacts", "{\"lastName\": \"%s\", \"nationalCode\": \"0499370899\"}".formatted(mark))
            .expect(201)
            .id();

    @Test
    void whatAFreshRoleGrantsIsGrantedAndNothingElse() {
        assertThat(api.get("/roles/" + role).get("types").toString())
                .isEqualTo("{\"contacts\":{\"read\":\"own\",\"create\":\"own\"}}");
        assertThat(holder.get("/contacts").statusCode()).isEqualTo(200);
        assertThat(holder.get("/leads").statusCode()).isEqualTo(404);
        assertThat(holder.get("/contacts/" + contact).statusCode()).isEqualTo(404);
    }

    @Test
    void aWiderScopeIsFeltAtTheNextRequestAndSoIsANarrowerOne() {
        saved(form().set("scope/contacts/read", "all").set("scope/*/read", "own"));
        assertThat(holder.get("/contacts/" + contact).statusCode()).isEqualTo(200);
        assertThat(holder.get("/contacts/" + contact).body()).doesNotContain("/contacts/" + contact + "/deletion");
        assertThat(holder.get("/leads").statusCode()).isEqualTo(200);
        assertThat(form().value("scope/contacts/read")).isEqualTo("all");

        saved(form().set("scope/contacts/update", "all").set("scope/contacts/delete", "all"));
        assertThat(holder.get("/contacts/" + contact).body()).contains("/contacts/" + contact + "/deletion");

        saved(form().set("scope/contacts/read", "none"));
        assertThat(holder.get("/contacts/" + contact).statusCode()).isEqualTo(404);
        assertThat(holder.get("/leads").statusCode()).isEqualTo(200);
    }

    @Test
    void aRuleOfAFieldHidesItThenGuardsItThenIsTakenAway() {
        saved(form().set("scope/contacts/read", "all").set("scope/contacts/update", "all"));
        assertThat(edit()).contains("name=\"nationalCode\"");

        saved(form().set("newField", "contacts.nationalCode").set("newAccess", "hidden"));
        assertThat(holder.get("/contacts/" + contact).body()).doesNotContain("0499370899", "fact-nationalCode");
        assertThat(edit()).doesNotContain("name=\"nationalCode\"");

        saved(form().set(NUMBER, "readOnly"));
        assertThat(holder.get("/contacts/" + contact).body()).contains("fact-nationalCode");
        assertThat(edit()).doesNotContain("name=\"nationalCode\"");

        saved(form().set(NUMBER, ""));
        assertThat(form().has(NUMBER)).isFalse();
        assertThat(edit()).contains("name=\"nationalCode\"");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithWhatWasTyped() {
        HttpResponse<String> nameless = admin.send(form().set("name", " ").set("scope/contacts/read", "team"));
        HttpResponse<String> odd = admin.send(form().pick("scope/contacts/read", "everything"));

        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(PageForm.in(nameless.body(), page).value("scope/contacts/read"))
                .isEqualTo("team");
        assertThat(odd.statusCode()).isEqualTo(422);
        assertThat(form().value("scope/contacts/read")).isEqualTo("own");
    }

    @Test
    void aRoleThatSomebodyHoldsIsNotDeleted() {
        HttpResponse<String> answer = admin.send(admin.form(page, page + "/deletion"));

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(page);
        assertThat(admin.get(page + "?lang=en").body()).containsPattern("class=\"toast bad\"");
        assertThat(api.get("/roles/" + role).get("deleted").asBoolean(false)).isFalse();
    }

    private PageForm form() {
        return admin.form(page, page);
    }

    private String edit() {
        return holder.get("/contacts/" + contact + "/edit").body();
    }

    private void saved(PageForm form) {
        HttpResponse<String> answer = admin.send(form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    /** Makes a role by the form of the page; its id. */
    private String made() {
        saved(admin.form(LIST + "/new", LIST)
                .set("name", "role " + mark)
                .set("scope/contacts/read", "own")
                .set("scope/contacts/create", "own"));
        String filter = "{\"field\": \"name\", \"op\": \"eq\", \"value\": \"role " + mark + "\"}";
        return api.get("/roles", "filter", filter).data().get(0).path("id").asString();
    }

    private Visitor holder() {
        String email = "h" + mark + "@example.ir";
        api.post(
                        "/users",
                        "{\"name\": \"h\", \"email\": \"%s\", \"roles\": [\"%s\"], \"password\": \"%s\"}"
                                .formatted(email, role, TestProgram.PASSWORD))
                .expect(201);
        return Visitor.signedIn(PROGRAM, email, TestProgram.PASSWORD);
    }
}
