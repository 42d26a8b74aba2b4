package org.peyvand.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;

/** The kept counts and sums against the deals themselves, which a question for the greatest amount has to read. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpportunityTallyTest {

    private static final List<String> QUESTIONS = List.of(
            "by=stage",
            "by=stage,closeDate:jalali-month",
            "by=closeDate:month,team",
            "by=pipeline,closeDate",
            "by=stage&filter=" + encoded("{\"field\":\"closeDate\",\"op\":\"ge\",\"value\":\"2026-02-01\"}"),
            "by=stage&filter=" + encoded("{\"not\":{\"field\":\"stage\",\"op\":\"isEmpty\"}}"));

    private final Random random = new Random(1405);
    private final List<String> teams = new ArrayList<>();
    private final List<String> stages = new ArrayList<>();
    private final List<Api> readers = new ArrayList<>();
    private final List<String> owners = new ArrayList<>();
    private TestProgram program;
    private Api admin;

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    @BeforeAll
    void startWithPeopleInTwoTeams() {
        program = TestProgram.start();
        admin = Api.of(program);
        readers.add(admin);
        admin.get("/stages").data().forEach(stage -> stages.add(stage.get("id").stringValue()));
        for (String name : List.of("تهران", "تبریز")) {
            teams.add(admin.post("/teams", "{\"name\": \"" + name + "\"}")
                    .expect(201)
                    .id());
        }
        person("own", teams.getFirst());
        person("team", teams.getFirst());
        person("teams-below", teams.getLast());
    }

    @AfterAll
    void stop() {
        program.close();
    }

    private void person(String scope, String team) {
        String role = admin.post("/roles", """
                        {"name": "sees %1$s", "types": {"*": {"read": "%1$s", "create": "%1$s", "update": "%1$s"}}}
                        """.formatted(scope)).expect(201).id();
        String user = admin.post("/users", """
                        {"name": "%1$s", "email": "%1$s@pars.example", "team": "%2$s", "roles": ["%3$s"],
                            "password": "saffron and rice"}
                        """.formatted(scope, team, role))
                .expect(201)
                .id();
        owners.add(user);
        String token = admin.post("/users/" + user + "/tokens", "{\"name\": \"test\"}")
                .expect(201)
                .text("token");
        readers.add(Api.of(program, token));
    }

    @Test
    void agreesWithTheDealsAfterEveryKindOfWrite() {
        List<String> deals = new ArrayList<>();
        List<String> changeSets = new ArrayList<>();
        for (int step = 0; step < 12; step++) {
            create(deals, changeSets);
            change(deals, changeSets);
            deleteAndRestore(deals);
            undo(changeSets);
            shareOutOfReach(deals);

            for (Api reader : readers) {
                assertAgreement(reader);
            }
        }
    }

    private void assertAgreement(Api reader) {
        for (String question : QUESTIONS) {
            Map<String, String> kept = groups(reader, question, "count,sum:amount");
            Map<String, String> read = groups(reader, question, "count,sum:amount,max:amount");

            assertThat(kept).as(question).isEqualTo(read).isNotEmpty();
        }
    }

    private static Map<String, String> groups(Api reader, String question, String measures) {
        Map<String, String> groups = new TreeMap<>();
        JsonNode answer = reader.get("/opportunities/groups?" + question + "&measures=" + measures)
                .expect(200)
                .get("groups");
        answer.forEach(group -> groups.put(
                group.get("keys").toString(),
                group.get("count") + " " + group.get("sum:amount").toString()));
        return groups;
    }

    private void create(List<String> deals, List<String> changeSets) {
        List<String> batch = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            batch.add("{\"create\": {\"name\": \"d\", \"owner\": \"%s\", \"team\": %s, %s}}"
                    .formatted(any(owners), anyTeam(), values()));
        }
        Api.Answer answer = admin.post("/opportunities/batch", "[" + String.join(",", batch) + "]")
                .expect(200);
        answer.body().forEach(each -> deals.add(each.get("id").stringValue()));
        changeSets.add(answer.header("Peyvand-Change-Set"));
    }

    private void change(List<String> deals, List<String> changeSets) {
        for (int i = 0; i < 3; i++) {
            changeSets.add(admin.patch("/opportunities/" + any(deals), "{" + values() + "}")
                    .header("Peyvand-Change-Set"));
        }
        admin.patch("/opportunities/" + any(deals), "{\"team\": " + anyTeam() + ", \"amount\": null}");
    }

    private void deleteAndRestore(List<String> deals) {
        String deal = any(deals);
        admin.delete("/opportunities/" + deal);
        if (random.nextBoolean()) {
            admin.post("/opportunities/" + deal + "/restoration");
        } else {
            deals.remove(deal);
        }
    }

    private void undo(List<String> changeSets) {
        String last = changeSets.removeLast();
        if (!last.isEmpty()) {
            admin.post("/change-sets/" + last + "/undo?onConflict=skip");
        }
    }

    private void shareOutOfReach(List<String> deals) {
        admin.put("/opportunities/" + any(deals) + "/shares/" + owners.getFirst(), "{\"writable\": false}");
    }

    private String values() {
        String currency = random.nextInt(4) == 0 ? "USD" : "IRR";
        return "\"stage\": \"%s\", \"lostReason\": \"price\", \"closeDate\": \"2026-%02d-%02d\", \"amount\": %s"
                .formatted(
                        any(stages),
                        1 + random.nextInt(3),
                        1 + random.nextInt(28),
                        random.nextInt(5) == 0
                                ? "null"
                                : "{\"amount\": " + (1 + random.nextInt(900)) + ", \"currency\": \"" + currency
                                        + "\"}");
    }

    private String anyTeam() {
        return random.nextInt(4) == 0 ? "null" : "\"" + any(teams) + "\"";
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
