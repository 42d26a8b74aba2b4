package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyvand.api.NearAndFar.Nearness;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import tools.jackson.databind.JsonNode;

/** What the roles that every installation begins with let their people do: every cell of the table is the status of a call. */
class ShippedRolesOverHttpTest {

    private static final NearAndFar world = new NearAndFar();

    private static Map<String, String> roles = Map.of();

    @BeforeAll
    static void findTheRoles() {
        String fixed = "01900000-0000-7000-8000-00000000000";
        roles = Map.of("manager", fixed + 2, "seller", fixed + 3, "reader", fixed + 4);
        assertThat(roles.values().stream()
                        .map(id -> world.administrator()
                                .get("/roles/" + id)
                                .expect(200)
                                .text("name")))
                .containsExactlyInAnyOrder("sales manager", "seller", "read-only");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            role,    whose,      read, create, update, delete
            manager, OWN,        200,  201,    200,    204
            manager, TEAM,       200,  201,    200,    204
            manager, TEAM_BELOW, 200,  201,    200,    204
            manager, STRANGE,    200,  403,    403,    403
            seller,  OWN,        200,  201,    200,    204
            seller,  TEAM,       200,  403,    403,    403
            seller,  TEAM_BELOW, 404,  403,    404,    404
            seller,  STRANGE,    404,  403,    404,    404
            reader,  OWN,        200,  403,    403,    403
            reader,  TEAM,       200,  403,    403,    403
            reader,  TEAM_BELOW, 200,  403,    403,    403
            reader,  STRANGE,    200,  403,    403,    403
            """)
    void ofCustomersAndDeals(String role, Nearness whose, int read, int create, int update, int delete) {
        Api user = world.userWith(role(role));
        for (String plural : List.of("accounts", "contacts", "opportunities")) {
            JsonNode type = world.type(plural);
            String record = world.make(type, world.placed(world.sound(type), whose));
            String path = "/" + plural + "/" + record;

            assertThat(List.of(
                            user.get(path).status(),
                            user.post(
                                            "/" + plural,
                                            world.placed(world.sound(type), whose)
                                                    .toString())
                                    .status(),
                            user.patch(path, "{\"tags\": [\"نقش\"]}").status(),
                            user.delete(path).status()))
                    .as(plural)
                    .containsExactly(read, create, update, delete);
            world.administrator().get(path).expect(200);
        }
    }

    /** What belongs to nobody: links between customers and their people, and the words of the trade. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            role,    type,             read, create, update, delete
            manager, account-contacts, 200,  201,    200,    204
            manager, competitors,      200,  201,    200,    204
            manager, products,         200,  403,    403,    403
            manager, stages,           200,  403,    403,    403
            seller,  account-contacts, 200,  201,    200,    204
            seller,  competitors,      200,  201,    403,    403
            seller,  products,         200,  403,    403,    403
            seller,  stages,           200,  403,    403,    403
            reader,  account-contacts, 200,  403,    403,    403
            reader,  competitors,      200,  403,    403,    403
            reader,  products,         200,  403,    403,    403
            reader,  stages,           200,  403,    403,    403
            """)
    void ofWhatBelongsToNobody(String role, String plural, int read, int create, int update, int delete) {
        Api user = world.userWith(role(role));
        JsonNode type = world.type(plural);
        String path = "/" + plural + "/" + world.make(type, world.sound(type));
        String draft = plural.equals("account-contacts")
                ? linkOfOwn()
                : world.sound(type).toString();

        assertThat(List.of(
                        user.get(path).status(),
                        user.post("/" + plural, draft).status(),
                        user.patch(path, "{\"externalKeys\": {\"erp\": \"%s\"}}".formatted(Mark.fresh()))
                                .status(),
                        user.delete(path).status()))
                .containsExactly(read, create, update, delete);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            role,    export, import, everybody's exports, make users, make roles, make fields, messages
            manager, 202,    202,    403,                 403,        403,        403,         403
            seller,  403,    403,    403,                 403,        403,        403,         403
            reader,  403,    403,    403,                 403,        403,        403,         403
            """)
    void ofFilesAndAdministration(
            String role, int export, int importing, int exports, int users, int rolesMade, int fields, int messages) {
        Api user = world.userWith(role(role));
        byte[] file = "name\nشرکت %s\n".formatted(Mark.fresh()).getBytes(StandardCharsets.UTF_8);

        for (String plural : List.of("accounts", "contacts", "opportunities")) {
            assertThat(user.post(
                                    "/exports",
                                    "{\"type\": \"%s\", \"filter\": {\"field\": \"owner\", \"value\": \"me\"}}"
                                            .formatted(plural))
                            .status())
                    .as("export of " + plural)
                    .isEqualTo(export);
            assertThat(user.upload("/imports", "a.csv", file, Map.of("type", plural))
                            .status())
                    .as("import of " + plural)
                    .isEqualTo(importing);
        }
        assertThat(List.of(
                        user.get("/exports").status(),
                        user.post(
                                        "/users",
                                        "{\"name\": \"x\", \"email\": \"%s@example.ir\", \"roles\": []}"
                                                .formatted(Mark.fresh()))
                                .status(),
                        user.post("/roles", "{\"name\": \"%s\", \"types\": {}}".formatted(Mark.fresh()))
                                .status(),
                        user.post("/meta/types/accounts/fields", "{\"type\": \"text\", \"label\": \"x\"}")
                                .status(),
                        user.get("/messages").status()))
                .containsExactly(exports, users, rolesMade, fields, messages);
    }

    private static String linkOfOwn() {
        JsonNode accounts = world.type("accounts");
        JsonNode contacts = world.type("contacts");
        return "{\"account\": \"%s\", \"contact\": \"%s\"}"
                .formatted(
                        world.make(accounts, world.placed(world.sound(accounts), Nearness.OWN)),
                        world.make(contacts, world.placed(world.sound(contacts), Nearness.OWN)));
    }

    private static String role(String name) {
        return java.util.Objects.requireNonNull(roles.get(name));
    }
}
