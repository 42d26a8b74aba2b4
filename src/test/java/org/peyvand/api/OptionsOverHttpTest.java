package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;

/** The options of a choice have an order, colours, and an end. */
class OptionsOverHttpTest {

    private final Api api = Api.of(TestProgram.shared());
    private final String mark = "m" + Mark.fresh();
    private final String type = "x-repairs-" + mark + "s";

    @BeforeEach
    void makeRepairs() {
        api.post("/meta/types", """
                        {"name": "%s", "label": {"fa": "تعمیرها", "en": "Repairs"}, "fields": [
                          {"name": "state", "type": "choice", "label": "وضعیت", "options": ["waiting", "working", "gone"]},
                          {"name": "parts", "type": "multiChoice", "label": "قطعه‌ها", "options": ["motor", "door"]}]}
                        """.formatted(type)).expect(201);
    }

    @Test
    void haveColorsAndAnOrder() {
        Answer changed = state("""
                [{"key": "gone", "label": {"fa": "رفته", "en": "Gone"}, "color": "red"}, {"key": "waiting", "color": "amber"}, "working"]""").expect(200);

        assertThat(changed.get("options").get(0).get("key").stringValue()).isEqualTo("gone");
        assertThat(changed.get("options").get(0).get("color").stringValue()).isEqualTo("red");
        assertThat(state("[{\"key\": \"a\", \"color\": \"pink\"}, \"b\", \"b\"]")
                        .expect(422)
                        .get("errors"))
                .hasSize(2);
        state("[{\"key\": \"a\", \"paint\": \"red\"}]").expect(400);
    }

    @Test
    void areKeptByRecordsWhenClosedAndOfferedNoMore() {
        String kept = create("gone").id();
        state("[\"waiting\", \"working\", {\"key\": \"gone\", \"closed\": true}]")
                .expect(200);
        api.patch("/meta/types/" + type + "/fields/x_parts", """
                        {"options": ["motor", {"key": "door", "closed": true}]}""").expect(200);

        assertThat(api.get("/" + type + "/" + kept).get("x_state").stringValue())
                .isEqualTo("gone");
        api.patch("/" + type + "/" + kept, "{\"x_state\": \"gone\", \"name\": \"دیگر\"}")
                .expect(200);
        Answer refused = api.post("/" + type, "{\"name\": \"x\", \"x_state\": \"gone\", \"x_parts\": [\"door\"]}")
                .expect(422);
        assertThat(refused.get("errors").valueStream())
                .extracting(error -> error.get("code").stringValue())
                .containsExactly("option-closed", "option-closed");
        assertThat(api.get("/" + type, "filter", "{\"field\": \"x_state\", \"op\": \"eq\", \"value\": \"gone\"}")
                        .data())
                .hasSize(1);
    }

    private Answer state(String options) {
        return api.patch("/meta/types/" + type + "/fields/x_state", "{\"options\": " + options + "}");
    }

    private Answer create(String state) {
        return api.post("/" + type, "{\"name\": \"%s\", \"x_state\": \"%s\"}".formatted(mark, state))
                .expect(201);
    }
}
