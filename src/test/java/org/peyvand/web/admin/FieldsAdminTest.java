package org.peyvand.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.PageForm;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** The options of a choice are put into rows by an administrator who reads Persian, without scripts. */
class FieldsAdminTest {

    private static final TestProgram PROGRAM = TestProgram.shared();

    private final Api api = Api.of(PROGRAM);
    private final Visitor visitor = Visitor.signedIn(PROGRAM);
    private final String type = "x-parcels-r" + Mark.fresh() + "s";
    private final String field = "/admin/fields/" + type + "/x_state";

    @BeforeEach
    void makeParcels() {
        api.post("/meta/types", """
                        {"name": "%s", "label": {"fa": "بسته‌ها", "en": "Parcels"}}""".formatted(type)).expect(201);
        visitor.get("/admin?lang=fa");
    }

    @Test
    void colourAndOrderAndEndAreChosenInTheReadersWords() {
        makeState();
        assertThat(options())
                .containsExactly("در انتظار/در انتظار/در انتظار/amber", "gone/رفته/Gone/red", "آماده/آماده/آماده/");

        PageForm form = visitor.form(field, field);
        String moved = asked(form, "up.2");
        form = PageForm.in(moved, field);
        assertThat(form.values("option.key")).containsExactly("در انتظار", "آماده", "gone");
        assertThat(moved).contains("selected>کهربایی</option>", "selected>قرمز</option>");
        assertThat(options().get(1)).startsWith("gone/");
        saved(form.set("option.color", 1, "green").pick("option.closed", "gone"));

        assertThat(options())
                .containsExactly(
                        "در انتظار/در انتظار/در انتظار/amber", "آماده/آماده/آماده/green", "gone/رفته/Gone/red, closed");
        assertThat(visitor.get("/" + type + "/new").body())
                .contains(">در انتظار</option>", ">آماده</option>")
                .doesNotContain("value=\"gone\"");
        assertThat(visitor.form(field, field).values("option.closed")).containsExactly("gone");
    }

    @Test
    void rowsAreAddedAndTakenAwayBeforeAnythingIsSaved() {
        makeState();

        PageForm form = visitor.form(field, field).set("option.fa", 0, "منتظر");
        form = PageForm.in(asked(form, "more"), field);
        assertThat(form.value("option.fa")).isEqualTo("منتظر");
        form = PageForm.in(asked(form.set("option.fa", 4, "گم‌شده"), "without.1"), field);
        assertThat(options()).hasSize(3);
        saved(form);

        assertThat(options())
                .containsExactly("در انتظار/منتظر/منتظر/amber", "آماده/آماده/آماده/", "گم‌شده/گم‌شده/گم‌شده/");
    }

    @Test
    void whatIsWrongStandsOnThePageWithAllThatWasTyped() {
        makeState();

        PageForm form = PageForm.in(asked(visitor.form(field, field), "more"), field);
        HttpResponse<String> refused =
                visitor.send(form.set("option.key", 3, "gone").set("option.fa", 3, "باز هم رفته"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#options\"", "id=\"options\"", "باز هم رفته");
        assertThat(options()).hasSize(3);
    }

    @Test
    void whoRenamesAnOptionInOneLanguageLeavesTheOther() {
        api.post("/meta/types/" + type + "/fields", """
                        {"name": "state", "type": "choice", "label": "وضعیت", "options": ["open", "lost"]}""").expect(201);

        saved(visitor.form(field, field).set("option.fa", 0, "باز"));

        assertThat(options()).containsExactly("open/باز/open/", "lost/lost/lost/");
    }

    @Test
    void optionsOfTheProgramKeepTheirNamesAndCannotBeTakenAway() {
        String shipped = "/admin/fields/leads/status";
        String page = visitor.get(shipped).body();

        assertThat(PageForm.in(page, shipped).values("option.fa")).contains("جدید");
        assertThat(page).contains("value=\"up.1\"").doesNotContainPattern("value=\"without\\.\\d");
    }

    private void makeState() {
        String all = "/admin/fields/" + type;
        PageForm form = visitor.form("/admin/fields?type=" + type, all)
                .set("persian", "وضعیت")
                .set("english", "State")
                .set("kind", "choice");
        saved(form.set("option.fa", 0, "در انتظار")
                .set("option.color", 0, "amber")
                .set("option.fa", 1, "رفته")
                .set("option.en", 1, "Gone")
                .set("option.key", 1, "gone")
                .set("option.color", 1, "red")
                .set("option.fa", 2, "آماده"));
    }

    private String asked(PageForm form, String button) {
        HttpResponse<String> answer = visitor.send(form.pick("ask", button));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void saved(PageForm form) {
        HttpResponse<String> answer = visitor.send(form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    /** Each option as key, both labels, and colour, and whether it is closed. */
    private List<String> options() {
        return api.get("/meta/types/" + type)
                .get("fields")
                .valueStream()
                .filter(each -> each.get("name").stringValue().equals("x_state"))
                .flatMap(each -> each.get("options").valueStream())
                .map(FieldsAdminTest::line)
                .toList();
    }

    private static String line(JsonNode option) {
        JsonNode label = option.get("label");
        return "%s/%s/%s/%s%s"
                .formatted(
                        option.get("key").stringValue(),
                        label.get("fa").stringValue(),
                        label.get("en").stringValue(),
                        option.get("color").asString(""),
                        option.get("closed").booleanValue() ? ", closed" : "");
    }
}
