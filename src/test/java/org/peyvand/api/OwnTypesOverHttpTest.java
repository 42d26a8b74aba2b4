package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;

/** A record type that an organisation makes does all that a shipped one does. */
class OwnTypesOverHttpTest {

    private final Api api = Api.of(TestProgram.shared());
    private final String mark = "m" + Mark.fresh();
    private final String type = "x-devices-" + mark + "s";
    private String account = "";

    @BeforeEach
    void makeDevices() {
        Answer made = api.post("/meta/types", """
                        {"name": "device", "label": {"fa": "دستگاه‌ها", "en": "Devices"},
                         "singularLabel": {"fa": "دستگاه", "en": "Device"}, "icon": "device-mobile",
                         "fields": [
                           {"name": "serial", "type": "text", "label": {"fa": "سریال", "en": "Serial"}, "unique": true},
                           {"name": "account", "type": "reference", "target": "accounts", "label": {"fa": "مشتری", "en": "Customer"}},
                           {"name": "price", "type": "money", "label": {"fa": "بها", "en": "Price"}},
                           {"name": "state", "type": "choice", "label": {"fa": "وضعیت", "en": "State"}, "options": ["working", "broken"]}]}
                        """.replace("\"device\"", "\"devices-" + mark + "\""))
                .expect(201);
        assertThat(made.text("name")).isEqualTo(type);
        assertThat(made.header("Location")).isEqualTo("/api/v1/meta/types/" + type);
        account = api.post("/accounts", "{\"name\": \"دارنده %s\"}".formatted(mark))
                .expect(201)
                .id();
    }

    @Test
    void keepsItsRecordsLikeAnyOther() {
        Answer made = create("یخچال " + mark, "1");
        String id = made.id();

        assertThat(made.get("x_account").get("name").stringValue()).isEqualTo("دارنده " + mark);
        assertThat(api.get("/" + type + "/" + id).expect(200).header("ETag")).isEqualTo("\"1\"");
        api.patch("/" + type + "/" + id, "{\"x_state\": \"broken\"}").expect(200);
        api.post("/" + type, "{\"name\": \"دیگری\", \"x_serial\": \"1\"}").expect(409);
        api.post("/" + type, "{\"x_serial\": \"2\"}").expect(422);
        Answer changes = api.get("/" + type + "/" + id + "/changes").expect(200);
        assertThat(changes.data()).hasSize(2);
        api.post("/change-sets/" + changes.data().get(0).get("changeSet").stringValue() + "/undo")
                .expect(200);
        assertThat(api.get("/" + type + "/" + id).get("x_state").stringValue()).isEqualTo("working");
        api.delete("/" + type + "/" + id).expect(204);
        assertThat(api.get("/" + type + "?deleted=only").data()).hasSize(1);
        api.post("/" + type + "/" + id + "/restoration").expect(200);
    }

    @Test
    void isListedFilteredGroupedAndFound() {
        create("یخچال " + mark, "1");
        create("فریزر " + mark, "2");

        assertThat(names(api.get("/" + type + "?sort=-name").expect(200)))
                .containsExactly("یخچال " + mark, "فریزر " + mark);
        assertThat(names(api.get("/" + type, "q", "فریزر"))).containsExactly("فریزر " + mark);
        assertThat(api.get(
                                "/" + type + "/count",
                                "filter",
                                "{\"field\": \"x_account.name\", \"op\": \"contains\", \"value\": \"%s\"}"
                                        .formatted(mark))
                        .get("count")
                        .intValue())
                .isEqualTo(2);
        String relation = camel(type);
        String has = "{\"has\": \"%s\", \"count\": {\"ge\": 2}}".formatted(relation);
        assertThat(names(api.get("/accounts", "filter", has).expect(200))).containsExactly("دارنده " + mark);
        Answer groups = api.get("/" + type + "/groups?by=x_state&measures=count,sum:x_price")
                .expect(200);
        assertThat(groups.get("groups")
                        .get(0)
                        .get("sum:x_price")
                        .get(0)
                        .get("amount")
                        .intValue())
                .isEqualTo(20);
        assertThat(api.get("/search", "q", "یخچال " + mark)
                        .data()
                        .get(0)
                        .get("type")
                        .stringValue())
                .isEqualTo(type);
    }

    @Test
    void isDescribedByMetadataAndOpenApi() {
        Answer meta = api.get("/meta/types/" + type).expect(200);

        assertThat(meta.get("label").get("fa").stringValue()).isEqualTo("دستگاه‌ها");
        assertThat(meta.get("singularLabel").get("en").stringValue()).isEqualTo("Device");
        assertThat(meta.get("own").booleanValue()).isTrue();
        assertThat(meta.get("fields").valueStream())
                .extracting(field -> field.get("name").stringValue())
                .contains("name", "x_serial", "x_account", "owner");
        assertThat(api.get("/openapi.json").expect(200).get("paths").has("/" + type + "/{id}"))
                .isTrue();
    }

    @Test
    void isTheAdministratorsAloneUntilARoleGrantsItByName() {
        create("یخچال " + mark, "1");
        String role = api.post("/roles", """
                        {"name": "everything %s", "types": {"*": {"read": "all", "create": "all", "update": "all"}}}
                        """.formatted(mark)).expect(201).id();
        Api other = user("everything " + mark);

        other.get("/" + type).expect(404);
        other.get("/meta/types/" + type).expect(404);
        other.post("/" + type, "{\"name\": \"x\"}").expect(404);
        assertThat(other.get("/search", "q", "یخچال " + mark).data()).isEmpty();
        other.get("/accounts", "filter", "{\"has\": \"" + camel(type) + "\"}").expect(400);
        other.post("/meta/types", "{\"label\": \"y\"}").expect(403);

        api.patch("/roles/" + role, """
                        {"types": {"*": {"read": "all"}, "%s": {"read": "all"}}}""".formatted(type)).expect(200);

        assertThat(other.get("/" + type).expect(200).data()).hasSize(1);
        other.post("/" + type, "{\"name\": \"x\"}").expect(403);
    }

    @Test
    void takesPartInImportsAndExports() {
        byte[] file = ("نام,سریال\nیخچال %1$s,11\nفریزر %1$s,12\n".formatted(mark)).getBytes(StandardCharsets.UTF_8);

        Answer done = finished("/imports/"
                + api.upload("/imports", "devices.csv", file, Map.of("type", type))
                        .expect(202)
                        .id());
        Answer export = finished("/exports/"
                + api.post("/exports", "{\"type\": \"%s\", \"fields\": [\"name\", \"x_serial\"]}".formatted(type))
                        .expect(202)
                        .id());

        assertThat(done.get("created").intValue()).isEqualTo(2);
        assertThat(api.get("/exports/" + export.id() + "/file").expect(200).text())
                .contains("یخچال " + mark, "12");
    }

    @Test
    void goesIntoHidingAndComesBackWithItsRecords() {
        create("یخچال " + mark, "1");
        String link = api.post("/meta/types/contacts/fields", """
                        {"name": "to_%s", "type": "reference", "target": "%s", "label": "دستگاه"}""".formatted(mark, type))
                .expect(201)
                .text("name");
        String role = api.post("/roles", """
                        {"name": "devices %s", "types": {"%s": {"read": "all"}}}""".formatted(mark, type)).expect(201).id();

        assertThat(api.delete("/meta/types/" + type).expect(409).text("code")).isEqualTo("type-referred-to");
        api.delete("/meta/types/contacts/fields/" + link).expect(204);
        api.delete("/meta/types/" + type).expect(204);

        api.get("/" + type).expect(404);
        api.delete("/meta/types/" + type).expect(404);
        assertThat(api.get("/search", "q", "یخچال " + mark).data()).isEmpty();
        assertThat(api.get("/meta/retired-types").data().toString()).contains(type);
        api.post("/meta/types", "{\"name\": \"%s\", \"label\": \"دیگر\"}".formatted(type))
                .expect(409);
        assertThat(api.post("/meta/types/contacts/fields/" + link + "/restoration")
                        .expect(409)
                        .text("code"))
                .isEqualTo("target-retired");
        api.patch("/roles/" + role, "{\"name\": \"renamed %s\"}".formatted(mark))
                .expect(200);
        api.patch(
                        "/roles/" + role,
                        "{\"types\": {\"%s\": {\"read\": \"all\"}, \"tasks\": {\"read\": \"all\"}}}".formatted(type))
                .expect(200);

        api.post("/meta/types/" + type + "/restoration").expect(200);

        assertThat(api.get("/" + type).expect(200).data()).hasSize(1);
        api.post("/meta/types/contacts/fields/" + link + "/restoration").expect(200);
    }

    @Test
    void changesWordsIconOrderAndBoardOfAnyType() {
        Answer changed = api.patch("/meta/types/" + type, """
                        {"label": {"fa": "ابزارها", "en": "Tools"}, "icon": "truck", "defaultSort": "-x_serial,name", "board": "x_state"}""").expect(200);

        assertThat(changed.get("label").get("fa").stringValue()).isEqualTo("ابزارها");
        assertThat(changed.text("icon")).isEqualTo("truck");
        assertThat(changed.text("board")).isEqualTo("x_state");
        assertThat(changed.text("defaultSort")).isEqualTo("-x_serial,name");

        Answer wrong = api.patch("/meta/types/" + type, """
                        {"icon": "<svg>", "defaultSort": "nothing", "board": "x_price"}""").expect(422);
        assertThat(wrong.get("errors")).hasSize(3);
        assertThat(api.delete("/meta/types/competitors").expect(409).text("code"))
                .isEqualTo("type-shipped");
    }

    private Answer create(String name, String serial) {
        return api.post("/" + type, """
                        {"name": "%s", "x_serial": "%s", "x_account": "%s", "x_state": "working",
                         "x_price": {"amount": 10, "currency": "USD"}}""".formatted(name, serial, account)).expect(201);
    }

    private Api user(String role) {
        String id = api.post("/users", """
                        {"name": "کاربر %1$s", "email": "own-%1$s@example.ir", "roles": ["%2$s"]}""".formatted(mark, role)).expect(201).id();
        return Api.of(
                TestProgram.shared(),
                api.post("/users/" + id + "/tokens", "{\"name\": \"t\"}")
                        .expect(201)
                        .text("token"));
    }

    private Answer finished(String path) {
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        Answer answer = api.get(path);
        while (java.util.List.of("queued", "running").contains(answer.text("status"))) {
            assertThat(Instant.now()).isBefore(until);
            Thread.onSpinWait();
            answer = api.get(path);
        }
        return answer.expect(200);
    }

    private static java.util.List<String> names(Answer answer) {
        return answer.data()
                .valueStream()
                .map(each -> each.get("name").stringValue())
                .toList();
    }

    private static String camel(String plural) {
        StringBuilder out = new StringBuilder();
        for (String part : plural.split("-")) {
            out.append(out.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return out.toString();
    }
}
