package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;

/** What the settings page lets people change of themselves they change by a call too, and nothing else. */
class OneselfOverHttpTest {

    private static final String SELLER = "01900000-0000-7000-8000-000000000003";

    private static final Map<String, String> OPEN = Map.of(
            "name", "نام دیگر",
            "mobile", "+989121234567",
            "locale", "en",
            "timeZone", "Asia/Kabul",
            "calendar", "gregorian",
            "digits", "latin",
            "moneyUnit", "toman",
            "theme", "dark",
            "density", "compact",
            "reminder", "min30");

    private static final NearAndFar world = new NearAndFar();

    private final Api administrator = world.administrator();
    private final String path = "/users/" + world.user();
    private Api seller = administrator;

    @BeforeEach
    void isASeller() {
        seller = world.userWith(SELLER);
    }

    @Test
    void findsThemselves() {
        Api.Answer me = seller.get("/users/me").expect(200);

        assertThat(me.id()).isEqualTo(world.user());
        assertThat(me.header("ETag")).isEqualTo("\"" + me.text("version") + "\"");
        assertThat(me.body()).isEqualTo(seller.get(path).expect(200).body());
    }

    @Test
    void changesNameAndTheWayTheyReadAndTakesThatBack() {
        Api.Answer before = seller.get("/users/me").expect(200);
        OPEN.forEach((field, value) -> assertThat(before.text(field)).as(field).isNotEqualTo(value));

        Api.Answer after = seller.patch(path, json(OPEN)).expect(200);

        OPEN.forEach((field, value) -> assertThat(after.text(field)).as(field).isEqualTo(value));
        assertThat(after.get("version").asInt()).isEqualTo(before.get("version").asInt() + 1);
        var change = seller.get(path + "/changes?limit=1").expect(200).data().get(0);
        assertThat(change.path("actor").asString()).isEqualTo("token");
        assertThat(change.path("by").path("id").asString()).isEqualTo(world.user());
        assertThat(change.path("fields").propertyNames()).containsExactlyInAnyOrderElementsOf(OPEN.keySet());

        seller.post("/change-sets/" + after.header("Peyvand-Change-Set") + "/undo")
                .expect(200);

        Api.Answer back = seller.get("/users/me").expect(200);
        OPEN.keySet().forEach(field -> assertThat(back.get(field)).as(field).isEqualTo(before.get(field)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"team\": null",
                "\"owner\": null",
                "\"email\": \"other@example.ir\"",
                "\"active\": false",
                "\"roles\": []",
                "\"tags\": [\"x\"]",
                "\"externalKeys\": {\"erp\": \"1\"}",
                "\"theme\": \"dark\", \"team\": null"
            })
    void changesNothingElse(String fields) {
        Api.Answer before = administrator.get(path).expect(200);

        seller.patch(path, "{" + fields + "}").expect(403);

        assertThat(administrator.get(path).expect(200).body()).isEqualTo(before.body());
    }

    @Test
    void changesNobodyElse() {
        String other = administrator
                .post("/users", """
                        {"name": "x", "email": "%s@example.ir", "roles": []}""".formatted(Mark.fresh()))
                .expect(201)
                .id();

        seller.patch("/users/" + other, "{\"name\": \"y\"}").expect(403);

        assertThat(administrator.get("/users/" + other).expect(200).text("name"))
                .isEqualTo("x");
    }

    @Test
    void isHeldToTheVersionThatWasSeen() {
        String seen = seller.get("/users/me").expect(200).header("ETag");
        administrator.patch(path, "{\"digits\": null}").expect(200);
        administrator.patch(path, "{\"digits\": \"persian\"}").expect(200);

        seller.with("If-Match", seen).patch(path, "{\"digits\": \"latin\"}").expect(412);
        seller.patch(path + "?require=version", "{\"digits\": \"latin\"}").expect(428);
        seller.with("If-Match", seen).patch(path, "{\"density\": \"normal\"}").expect(200);

        assertThat(seller.get("/users/me").expect(200).text("digits")).isEqualTo("persian");
    }

    @Test
    void isToldWhatIsWrong() {
        assertThat(seller.patch(path, "{\"theme\": \"pink\", \"mobile\": \"12\", \"timeZone\": \"Asia/Nowhere\"}")
                        .expect(422)
                        .get("errors")
                        .valueStream()
                        .map(each -> each.path("field").asString()))
                .contains("theme", "mobile");
        seller.patch(path, "{\"timeZone\": \"Asia/Nowhere\"}").expect(422);
        seller.patch(path, "{\"colour\": \"pink\"}").expect(400);
        seller.patch(path, "[]").expect(400);
    }

    /** As on the settings page, which opens for everybody. */
    @Test
    void isThemselvesEvenWhereRolesHideUsers() {
        String blind = administrator
                .post("/roles", """
                        {"name": "%s", "types": {"users": {"read": "none"}}}""".formatted(Mark.fresh()))
                .expect(201)
                .id();
        Api user = world.userWith(blind);
        user.get(path).expect(404);

        Api.Answer after =
                user.patch(path, "{\"theme\": \"light\", \"name\": \"نادیده\"}").expect(200);

        assertThat(after.text("name")).isEqualTo("نادیده");
        assertThat(user.get("/users/me").expect(200).body().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "version",
                        "name",
                        "mobile",
                        "locale",
                        "timeZone",
                        "calendar",
                        "digits",
                        "moneyUnit",
                        "theme",
                        "density",
                        "reminder");
        user.post("/change-sets/" + after.header("Peyvand-Change-Set") + "/undo")
                .expect(200);
        assertThat(user.get("/users/me").expect(200).text("name")).isNotEqualTo("نادیده");
        user.patch(path, "{\"email\": \"other@example.ir\"}").expect(404);
    }

    @Test
    void mayBeAnAdministratorWhoChangesMore() {
        Api.Answer me = administrator.get("/users/me").expect(200);

        Api.Answer tagged = administrator
                .patch("/users/" + me.id(), "{\"density\": \"compact\", \"tags\": [\"%s\"]}".formatted(Mark.fresh()))
                .expect(200);

        administrator
                .post("/change-sets/" + tagged.header("Peyvand-Change-Set") + "/undo")
                .expect(200);
        assertThat(administrator.get("/users/me").expect(200).get("tags")).isEqualTo(me.get("tags"));
    }

    private static String json(Map<String, String> fields) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(fields);
    }
}
