package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;

/** A hidden field is hidden by every door. */
class FieldRulesOverHttpTest {

    private final Api administrator = Api.of(TestProgram.shared());
    private final String mark = Mark.fresh();
    private final String address = "secret-" + mark + "@example.ir";
    private Api reader = administrator;
    private String contact = "";

    @BeforeEach
    void makeAReaderWithoutAddresses() {
        administrator.post("/roles", """
                        {"name": "no addresses %s", "types": {"contacts": {"read": "all", "create": "all", "update": "all"}},
                         "fields": {"contacts.email": "hidden"}}""".formatted(mark)).expect(201);
        String user =
                administrator.post("/users", """
                        {"name": "خواننده %1$s", "email": "reader-%1$s@example.ir", "roles": ["no addresses %1$s"]}""".formatted(mark)).expect(201).id();
        String token = administrator
                .post("/users/" + user + "/tokens", "{\"name\": \"test\"}")
                .expect(201)
                .text("token");
        reader = Api.of(TestProgram.shared(), token);
        contact = administrator
                .post("/contacts", """
                        {"firstName": "نهان", "lastName": "%s", "email": "%s"}""".formatted(mark, address))
                .expect(201)
                .id();
        administrator
                .patch("/contacts/" + contact, "{\"email\": \"new-%s\"}".formatted(address))
                .expect(200);
    }

    @Test
    void showsNeitherTheFieldNorTheListThatHoldsIt() {
        assertThat(reader.get("/contacts/" + contact).expect(200).text()).doesNotContain(address);
        assertThat(reader.get("/contacts/" + contact + "/changes").expect(200).text())
                .doesNotContain(address);
        assertThat(reader.get("/meta/types/contacts").expect(200).get("fields").valueStream())
                .extracting(field -> field.get("name").stringValue())
                .contains("lastName")
                .doesNotContain("email", "emails");
        assertThat(reader.get("/openapi.json")
                        .get("components")
                        .get("schemas")
                        .get("Contact")
                        .get("properties")
                        .propertyNames())
                .contains("lastName")
                .doesNotContain("email", "emails");
    }

    @Test
    void knowsTheFieldInNoQuestion() {
        for (String question : new String[] {
            "?fields=email", "?sort=email", "/groups?by=email", "?fields=emails",
        }) {
            reader.get("/contacts" + question).expect(400);
        }
        for (String field : new String[] {"email", "emails", "account.contacts.email"}) {
            String filter = "{\"field\": \"%s\", \"op\": \"isNotEmpty\"}".formatted(field);
            reader.get("/contacts", "filter", filter).expect(400);
            reader.get("/contacts/count", "filter", filter).expect(400);
        }
        reader.patch("/contacts/" + contact, "{\"email\": \"x@example.ir\"}").expect(400);
    }

    @Test
    void findsNothingByItsWords() {
        assertThat(reader.get("/search", "q", address).expect(200).data()).isEmpty();
        assertThat(reader.get("/contacts", "q", address).expect(200).data()).isEmpty();
        assertThat(administrator.get("/search", "q", address).data()).isNotEmpty();
    }
}
