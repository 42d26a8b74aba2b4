package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a pasted text says of a record, as a program asks it. */
class CardsOverHttpTest {

    private final Api administrator = Api.of(TestProgram.shared());
    private final String mark = Mark.fresh();

    @Test
    void readsASignatureIntoTheFieldsThatACreateTakes() {
        String firm = administrator
                .post("/accounts", "{\"name\": \"پخش %s\"}".formatted(mark))
                .expect(201)
                .id();

        JsonNode fields = read(
                        administrator,
                        "سارا احمدی\nمدیر خرید\nشرکت پخش " + mark + "\nموبایل: ۰۹۱۲۱۱۱۲۲۳۳\nsara@pars.example")
                .expect(200)
                .get("fields");

        assertThat(fields.path("name").asString()).isEqualTo("سارا احمدی");
        assertThat(fields.path("jobTitle").asString()).isEqualTo("مدیر خرید");
        assertThat(fields.path("mobile").asString()).isEqualTo("+989121112233");
        assertThat(fields.path("email").asString()).isEqualTo("sara@pars.example");
        assertThat(fields.path("account").path("id").asString()).isEqualTo(firm);
        Answer made = administrator.post("/contacts", fields.toString()).expect(201);
        assertThat(made.text("name")).isEqualTo("سارا احمدی");
    }

    @Test
    void readsAVCard() {
        JsonNode fields = read(
                        administrator,
                        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:احمدی;سارا;;;\r\nFN:سارا احمدی\r\nORG:پخش\r\nTITLE:مدیر\r\n"
                                + "TEL;TYPE=CELL:0912 111 2233\r\nTEL;TYPE=WORK:021-88776655\r\n"
                                + "EMAIL:Sara@Pars.example\r\nEND:VCARD\r\n")
                .expect(200)
                .get("fields");

        assertThat(fields.path("name").asString()).isEqualTo("سارا احمدی");
        assertThat(fields.path("jobTitle").asString()).isEqualTo("مدیر");
        assertThat(fields.path("mobile").asString()).isEqualTo("+989121112233");
        assertThat(fields.path("phone").asString()).isEqualTo("+982188776655");
        assertThat(fields.path("email").asString()).isEqualTo("sara@pars.example");
    }

    /** A firm out of sight is not told, and a field that is hidden is not filled. */
    @Test
    void tellsNothingOfWhatTheCallerMayNotSee() {
        administrator
                .post("/accounts", "{\"name\": \"پنهان %s\"}".formatted(mark))
                .expect(201);
        Api seller = seller();

        JsonNode fields = read(seller, "سارا احمدی\nشرکت پنهان " + mark + "\n0912 111 2233\nsara@pars.example")
                .expect(200)
                .get("fields");

        assertThat(fields.path("name").asString()).isEqualTo("سارا احمدی");
        assertThat(fields.propertyNames()).doesNotContain("account", "mobile");
    }

    @Test
    void refusesTypesOfOtherThingsAndOtherBodies() {
        administrator.post("/products/card", "{\"text\": \"x\"}").expect(404);
        administrator.post("/contacts/card", "{}").expect(422);
        administrator.post("/contacts/card", "{\"text\": \"x\", \"more\": 1}").expect(400);
        assertThat(read(administrator, "").expect(200).get("fields").isEmpty()).isTrue();
    }

    private static Answer read(Api who, String text) {
        return who.post(
                "/contacts/card",
                JsonNodeFactory.instance.objectNode().put("text", text).toString());
    }

    private Api seller() {
        String user = administrator
                .post("/users", "{\"name\": \"فروشنده\", \"email\": \"%s@example.ir\"}".formatted(UUID.randomUUID()))
                .expect(201)
                .id();
        String role =
                administrator.post("/roles", """
                        {"name": "کارت %s", "types": {"accounts": {"read": "own"}, "contacts": {"read": "own", "create": "own"}},
                         "fields": {"contacts.mobile": "hidden"}}""".formatted(mark)).expect(201).id();
        administrator.put("/users/" + user + "/roles", "[\"" + role + "\"]").expect(200);
        return Api.of(
                TestProgram.shared(),
                administrator
                        .post("/users/" + user + "/tokens", "{\"name\": \"t\"}")
                        .expect(201)
                        .text("token"));
    }
}
