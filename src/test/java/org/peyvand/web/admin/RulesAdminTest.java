package org.peyvand.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.PageForm;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules of fields are built from conditions without scripts, and what no form can build stays as it is. */
class RulesAdminTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String NESTED = """
            {"or":[{"field":"x_state","op":"eq","value":"returned"},\
            {"and":[{"field":"name","op":"startsWith","value":"گران"},{"not":{"field":"x_paper","op":"isEmpty"}}]}]}""";

    private final Api api = Api.of(PROGRAM);
    private final Visitor visitor = Visitor.signedIn(PROGRAM);
    private final String type = "x-orders-r" + Mark.fresh() + "s";
    private final String field = "/admin/fields/" + type + "/x_paper";
    private final String rule = field + "/rules/requiredWhen";

    @BeforeEach
    void makeOrders() {
        api.post("/meta/types", """
                        {"name": "%s", "label": {"fa": "سفارش‌ها", "en": "Orders"}, "fields": [
                          {"name": "state", "type": "choice", "label": {"fa": "وضعیت", "en": "State"}, "options": ["open", "returned"]},
                          {"name": "paper", "type": "text", "label": {"fa": "مدرک", "en": "Paper"}}]}""".formatted(type)).expect(201);
    }

    @Test
    void buildsARuleOfSeveralConditionsByAll() {
        String first = built("", "&field=x_state&op=in&several=open&several=returned");
        String second = built(filterOf(first), "&field=name&op=contains&name=" + encoded("گران"));
        save(second);

        assertThat(standing()).isEqualTo(JSON.readTree("""
                {"and":[{"field":"x_state","op":"in","value":["open","returned"]},
                        {"field":"name","op":"contains","value":"گران"}]}"""));
        assertThat(visitor.get(field).body()).contains("class=\"chip\"", "گران");
    }

    @Test
    void joinsThemByAnyTakesOneAwayAndThenAll() {
        String both = "{\"and\":[{\"field\":\"x_state\",\"op\":\"eq\",\"value\":\"open\"},"
                + "{\"field\":\"name\",\"op\":\"isNotEmpty\"}]}";
        save(hrefWith(visitor.get(rule + "?filter=" + encoded(both)).body(), "%7B%22or%22"));
        assertThat(standing().get("or")).hasSize(2);

        save(hrefWith(visitor.get(rule).body(), "%7B%22op%22%3A%22isNotEmpty"));
        assertThat(standing()).isEqualTo(JSON.readTree("{\"field\":\"name\",\"op\":\"isNotEmpty\"}"));

        save(rule + "?filter=");
        assertThat(standing().isMissingNode()).isTrue();
    }

    @Test
    void keepsWhatItCannotBuild() {
        api.patch("/meta/types/" + type + "/fields/x_paper", "{\"requiredWhen\": " + NESTED + "}")
                .expect(200);

        assertThat(visitor.get(rule).body()).contains("startsWith", "گران").contains("isEmpty");
        save(rule);
        assertThat(standing()).isEqualTo(JSON.readTree(NESTED));
        assertThat(visitor.send(visitor.form(field, field)).statusCode()).isEqualTo(302);
        assertThat(standing()).isEqualTo(JSON.readTree(NESTED));

        save(built(NESTED, "&field=name&op=isEmpty"));
        assertThat(standing().get("or")).hasSize(3);
        assertThat(standing().get("or").get(1))
                .isEqualTo(JSON.readTree(NESTED).get("or").get(1));
    }

    @Test
    void offersNoFieldThatNoRuleCanJudgeAndSaysWhyOneIsRefused() {
        assertThat(visitor.get(rule + "/condition").body())
                .contains("value=\"x_state\"")
                .doesNotContain("value=\"tags\"");
        assertThat(visitor.get(rule + "/narrowed?field=name&op=contains&name=").body())
                .contains("role=\"alert\"");
        PageForm form =
                visitor.form(rule, rule).set("filter", "{\"field\":\"tags\",\"op\":\"hasAny\",\"value\":[\"a\"]}");
        HttpResponse<String> refused = visitor.send(form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("cannot stand in a rule");
        assertThat(visitor.get(field + "/rules/otherwise").statusCode()).isEqualTo(404);
    }

    /** The address of the rule with one more condition. */
    private String built(String filter, String condition) {
        HttpResponse<String> answer = visitor.get(rule + "/narrowed?filter=" + encoded(filter) + condition);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
    }

    private String filterOf(String address) {
        return visitor.form(address, rule).value("filter");
    }

    private void save(String address) {
        HttpResponse<String> answer = visitor.send(visitor.form(address, rule));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private String hrefWith(String page, String part) {
        var found = Pattern.compile("href=\"(" + Pattern.quote(rule) + "\\?filter=" + part + "[^\"]*)\"")
                .matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    private JsonNode standing() {
        return api.get("/meta/types/" + type)
                .expect(200)
                .get("fields")
                .valueStream()
                .filter(each -> each.get("name").stringValue().equals("x_paper"))
                .findFirst()
                .orElseThrow()
                .path("requiredWhen");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
