package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;

/** Which records a draft may be again, as a program asks it. */
class DuplicatesOverHttpTest {

    private final Api api = Api.of(TestProgram.shared());
    private final String mark = Mark.fresh();

    @Test
    void namesTheLikelyOnesWithTheirReasons() {
        String contact =
                api.post("/contacts", """
                        {"firstName": "رضا", "lastName": "%s نژاد", "email": "%s@pars.example"}""".formatted(mark, mark)).expect(201).id();

        JsonNode found = api.post("/contacts/duplicates", """
                        {"firstName": "مهندس رضا", "lastName": "%s نژاد", "email": "%s@PARS.example", "mobile": "12"}""".formatted(mark, mark))
                .expect(200)
                .data();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("id").stringValue()).isEqualTo(contact);
        assertThat(found.get(0).get("type").stringValue()).isEqualTo("contacts");
        assertThat(found.get(0).get("name").stringValue()).isEqualTo("رضا " + mark + " نژاد");
        assertThat(found.get(0).get("reasons").get(0).get("kind").stringValue()).isEqualTo("email");
        assertThat(found.get(0).get("reasons").get(1).get("kind").stringValue()).isEqualTo("name");
        assertThat(found.get(0).get("score").doubleValue()).isBetween(0.9, 1.0);
    }

    @Test
    void comparesAccountsAndLeadsToo() {
        api.post("/accounts", "{\"name\": \"شرکت پیوند %s (سهامی خاص)\"}".formatted(mark))
                .expect(201);
        api.post("/leads", "{\"name\": \"سارا %s\", \"mobile\": \"09351234567\"}".formatted(mark))
                .expect(201);

        assertThat(api.post("/accounts/duplicates", "{\"name\": \"پیوند %s\"}".formatted(mark))
                        .data())
                .hasSize(1);
        assertThat(api.post("/leads/duplicates", "{\"mobile\": \"۰۹۳۵ ۱۲۳ ۴۵۶۷\"}")
                        .data())
                .isNotEmpty();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        api.post("/contacts/duplicates", "{\"colour\": 1}").expect(400);
        api.post("/stages/duplicates", "{}").expect(404);
        api.post("/contacts/duplicates?x=1", "{}").expect(400);
    }

    @Test
    void leavesTheRecordItselfOut() {
        String id =
                api.post("/accounts", "{\"name\": \"آذین %s\"}".formatted(mark)).id();

        assertThat(api.post("/accounts/duplicates", "{\"id\": \"%s\", \"name\": \"آذین %s\"}".formatted(id, mark))
                        .data())
                .isEmpty();
    }
}
