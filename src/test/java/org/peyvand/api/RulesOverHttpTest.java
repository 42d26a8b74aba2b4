package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;

/** Fields that are shown and demanded only when a filter over their record holds. */
class RulesOverHttpTest {

    private final Api api = Api.of(TestProgram.shared());
    private final String mark = "m" + Mark.fresh();
    private final String type = "x-orders-" + mark + "s";

    @BeforeEach
    void makeOrders() {
        api.post("/meta/types", """
                        {"name": "%s", "label": {"fa": "سفارش‌ها", "en": "Orders"}, "fields": [
                          {"name": "state", "type": "choice", "label": "وضعیت", "options": ["open", "returned"]},
                          {"name": "account", "type": "reference", "target": "accounts", "label": "مشتری"},
                          {"name": "price", "type": "money", "label": "بها"},
                          {"name": "reason", "type": "text", "label": "دلیل"},
                          {"name": "paper", "type": "text", "label": "مدرک", "required": true}]}""".formatted(type)).expect(201);
        rule("x_reason", "requiredWhen", "{\"field\": \"x_state\", \"op\": \"eq\", \"value\": \"returned\"}")
                .expect(200);
    }

    @Test
    void demandAValueWhereTheRecordComesToHoldThem() {
        Answer refused = create("\"x_state\": \"returned\", \"x_paper\": \"p\"").expect(422);
        assertThat(refused.get("errors").get(0).get("field").stringValue()).isEqualTo("x_reason");

        String open =
                create("\"x_state\": \"open\", \"x_paper\": \"p\"").expect(201).id();
        patch(open, "{\"x_state\": \"returned\"}").expect(422);
        patch(open, "{\"x_state\": \"returned\", \"x_reason\": \"خراب\"}").expect(200);
        patch(open, "{\"x_reason\": null}").expect(422);
        patch(open, "{\"name\": \"دیگر\"}").expect(200);
    }

    @Test
    void leaveAloneWhatStoodThereBefore() {
        rule("x_reason", "requiredWhen", "null").expect(200);
        String old = create("\"x_state\": \"returned\", \"x_paper\": \"p\"")
                .expect(201)
                .id();
        rule("x_reason", "requiredWhen", "{\"field\": \"x_state\", \"value\": \"returned\"}")
                .expect(200);

        patch(old, "{\"name\": \"هنوز بی‌دلیل\"}").expect(200);
        patch(old, "{\"x_state\": \"open\"}").expect(200);
        patch(old, "{\"x_state\": \"returned\"}").expect(422);
    }

    @Test
    void askForNoFieldThatTheyHideAndKeepItsValue() {
        String kept = create("\"x_state\": \"open\", \"x_paper\": \"سند\"")
                .expect(201)
                .id();
        rule("x_paper", "visibleWhen", "{\"field\": \"x_state\", \"op\": \"eq\", \"value\": \"open\"}")
                .expect(200);

        create("\"x_state\": \"open\"").expect(422);
        create("\"x_state\": \"returned\", \"x_reason\": \"r\"").expect(201);
        patch(kept, "{\"x_state\": \"returned\", \"x_reason\": \"r\"}").expect(200);
        assertThat(api.get("/" + type + "/" + kept).get("x_paper").stringValue())
                .isEqualTo("سند");
    }

    @Test
    void judgeABatchByReferencesAmountsAndWordsInOneStatementEach() {
        rule("x_reason", "requiredWhen", """
                {"or": [{"field": "account.name", "op": "contains", "value": "بد %s"},
                        {"and": [{"field": "x_price", "op": "ge", "value": {"amount": 100, "currency": "USD"}},
                                 {"field": "name", "op": "startsWith", "value": "گران"}]}]}""".formatted(mark).replace("account.name", "x_account.name"))
                .expect(200);
        String bad = api.post("/accounts", "{\"name\": \"بد %s\"}".formatted(mark))
                .expect(201)
                .id();

        Answer answer =
                api.post("/" + type + "/batch?atomic=false", """
                        [{"create": {"name": "گران يك", "x_paper": "p", "x_price": {"amount": 100, "currency": "USD"}}},
                         {"create": {"name": "گران دو", "x_paper": "p", "x_price": {"amount": 99, "currency": "USD"}}},
                         {"create": {"name": "ارزان", "x_paper": "p", "x_account": "%s"}},
                         {"create": {"name": "گران سه", "x_paper": "p", "x_price": {"amount": 100, "currency": "EUR"}}}]""".formatted(bad)).expect(200);

        assertThat(answer.body().valueStream())
                .extracting(each -> each.get("status").stringValue().equals("refused"))
                .containsExactly(true, false, true, false);
    }

    @Test
    void bindNoImportAndNoUndo() {
        byte[] file = "name,x_state,x_paper\nیک,returned,p\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String id = api.upload("/imports", "orders.csv", file, Map.of("type", type))
                .expect(202)
                .id();
        java.time.Instant until = java.time.Instant.now().plusSeconds(30);
        while (!api.get("/imports/" + id).text("status").equals("done")) {
            assertThat(java.time.Instant.now()).isBefore(until);
            Thread.onSpinWait();
        }

        assertThat(api.get("/imports/" + id).get("created").intValue()).isEqualTo(1);
    }

    @Test
    void areRefusedWhenTheyMakeNoSenseAndToldOnlyToThoseWhoMayKnow() {
        rule("x_reason", "requiredWhen", "{\"field\": \"nothing\"}").expect(422);
        rule("x_reason", "visibleWhen", "{\"field\": \"tags\", \"op\": \"hasAny\", \"value\": [\"a\"]}")
                .expect(422);
        api.post("/roles", """
                        {"name": "blind %1$s", "types": {"%2$s": {"read": "all", "create": "all"}}, "fields": {"%2$s.x_state": "hidden"}}""".formatted(mark, type)).expect(201);
        String user = api.post("/users", """
                        {"name": "کور", "email": "blind-%1$s@example.ir", "roles": ["blind %1$s"]}""".formatted(mark)).expect(201).id();
        Api blind = Api.of(
                TestProgram.shared(),
                api.post("/users/" + user + "/tokens", "{\"name\": \"t\"}").text("token"));

        assertThat(api.get("/meta/types/" + type).text()).contains("requiredWhen");
        assertThat(blind.get("/meta/types/" + type).expect(200).text())
                .doesNotContain("requiredWhen")
                .doesNotContain("x_state");
    }

    private Answer rule(String field, String trait, String filter) {
        return api.patch("/meta/types/" + type + "/fields/" + field, "{\"%s\": %s}".formatted(trait, filter));
    }

    private Answer create(String members) {
        return api.post("/" + type, "{\"name\": \"سفارش\", " + members + "}");
    }

    private Answer patch(String id, String json) {
        return api.patch("/" + type + "/" + id, json);
    }
}
