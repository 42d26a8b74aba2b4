package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;

/** Every role may see a type laid out in its own way, and none sees more by it. */
class LayoutsOverHttpTest {

    private final Api api = Api.of(TestProgram.shared());
    private final String mark = "m" + Mark.fresh();
    private final String type = "x-visits-" + mark + "s";
    private String first = "";
    private String second = "";

    @BeforeEach
    void makeVisitsAndRoles() {
        api.post("/meta/types", """
                        {"name": "%s", "label": {"fa": "بازدیدها", "en": "Visits"}, "fields": [
                          {"name": "day", "type": "date", "label": "روز"},
                          {"name": "result", "type": "text", "label": "نتیجه"},
                          {"name": "secret", "type": "text", "label": "راز"}]}""".formatted(type)).expect(201);
        first = role("first", "{}");
        second = role("second", "{\"%s.x_secret\": \"hidden\"}".formatted(type));
    }

    @Test
    void areTriedInTheOrderOfTheRoles() {
        put("default", "[\"name\", \"x_day\"]");
        put(first, "[\"name\", \"x_result\"]");

        assertThat(columns(reader("none", second))).containsExactly("name", "x_day");
        assertThat(columns(reader("both", second, first))).containsExactly("name", "x_result");
        put(second, "[\"name\"]");
        assertThat(columns(reader("again", second, first))).containsExactly("name");
        assertThat(columns(reader("other", first, second))).containsExactly("name", "x_result");
        api.delete("/meta/types/" + type + "/layouts/" + first).expect(204);
        assertThat(api.get("/meta/types/" + type + "/layouts").data()).hasSize(2);
    }

    @Test
    void showNoFieldThatIsHidden() {
        put(second, "[\"name\", \"x_secret\"]");

        Answer meta = reader("hidden", second).get("/meta/types/" + type).expect(200);

        assertThat(meta.text()).doesNotContain("x_secret");
        assertThat(meta.get("sections").get(0).get("label").get("fa").stringValue())
                .isEqualTo("کار");
    }

    @Test
    void areRefusedWithEverythingThatIsWrong() {
        Answer wrong = api.put("/meta/types/" + type + "/layouts/default", """
                        {"listColumns": ["name", "name", "nothing"],
                         "sections": [{"key": "a", "fields": ["x_day"]}, {"key": "a", "fields": ["x_day", "x_nothing"]}]}""").expect(422);

        assertThat(wrong.get("errors")).hasSize(5);
        api.put("/meta/types/" + type + "/layouts/" + UUID.randomUUID(), "{}").expect(422);
        api.put("/meta/types/" + type + "/layouts/nobody", "{}").expect(404);
        api.put("/meta/types/accounts/layouts/default", "{\"rows\": []}").expect(400);
        reader("reader", first)
                .put("/meta/types/" + type + "/layouts/default", "{}")
                .expect(403);
    }

    @Test
    void outliveTheFieldsTheyName() {
        put("default", "[\"name\", \"x_day\", \"x_result\"]");

        api.delete("/meta/types/" + type + "/fields/x_day").expect(204);

        assertThat(columns(api)).containsExactly("name", "x_result");
    }

    private void put(String role, String columns) {
        api.put(
                        "/meta/types/" + type + "/layouts/" + role,
                        "{\"listColumns\": %s, \"sections\": [{\"label\": \"کار\", \"fields\": [\"name\", \"x_secret\"]}]}"
                                .formatted(columns))
                .expect(200);
    }

    private String role(String name, String fields) {
        return api.post("/roles", """
                        {"name": "%s %s", "types": {"%s": {"read": "all"}}, "fields": %s}""".formatted(name, mark, type, fields))
                .expect(201)
                .id();
    }

    private Api reader(String name, String... roles) {
        String held = "\"" + String.join("\", \"", roles) + "\"";
        String user =
                api.post("/users", """
                        {"name": "%1$s", "email": "%1$s-%2$s@example.ir", "roles": [%3$s]}""".formatted(name, mark, held)).expect(201).id();
        return Api.of(
                TestProgram.shared(),
                api.post("/users/" + user + "/tokens", "{\"name\": \"t\"}")
                        .expect(201)
                        .text("token"));
    }

    private List<String> columns(Api reader) {
        return reader.get("/meta/types/" + type)
                .expect(200)
                .get("listColumns")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }
}
