package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value nobody else has stands in every field of a record that a role hides. No answer shows it, and no question knows the
 * field: not to filter, sort, group, measure, search, read, write, match, export or import by.
 */
class HiddenFieldsByEveryDoorTest {

    /** What is no secret of its own: the stamps, the owner, and the parts of a name that is shown. */
    private static final Set<String> SHOWN = Set.of("owner", "team", "tags", "externalKeys", "firstName", "lastName");

    private static final NearAndFar world = new NearAndFar();
    private static final Api administrator = world.administrator();

    @TestFactory
    Collection<DynamicTest> everyFieldOfEveryType() {
        return world.types().stream()
                .map(type -> DynamicTest.dynamicTest(type.path("name").asString(), () -> new Doors(type).check()))
                .toList();
    }

    /** One type with all its fields hidden that can be. */
    private static final class Doors {

        private final String path;
        private final JsonNode type;
        private final List<String> fields;
        /** What must not be seen, and the field it stands or stood in. */
        private final Map<String, String> secrets = new LinkedHashMap<>();

        private final String id;
        private final Api reader;
        private final List<String> open = new ArrayList<>();

        Doors(JsonNode type) {
            this.type = type;
            path = "/" + type.path("name").asString();
            List<JsonNode> hidden = type.path("fields")
                    .valueStream()
                    .filter(field -> field.path("writable").asBoolean()
                            && !field.path("required").asBoolean())
                    .filter(field -> !SHOWN.contains(field.path("name").asString())
                            && !field.path("name").equals(type.path("titleField")))
                    .toList();
            fields = hidden.stream().map(field -> field.path("name").asString()).toList();
            id = world.make(type, world.sound(type));
            for (JsonNode field : hidden) {
                keep(field);
                keep(field);
            }
            reader = readerWithout(hidden);
        }

        /** Fields with rules of their own, such as a national code, take no secret. */
        private void keep(JsonNode field) {
            ObjectNode draft = JsonNodeFactory.instance.objectNode();
            String secret = secret(field, draft);
            if (!draft.isEmpty()
                    && administrator.patch(path + "/" + id, draft.toString()).status() == 200) {
                secrets.put(secret, field.path("name").asString());
            }
        }

        /** Text is a token, a number is one that stands nowhere else. */
        private static String secret(JsonNode field, ObjectNode draft) {
            String name = field.path("name").asString();
            long number = ThreadLocalRandom.current().nextLong(100_000_000L, 999_999_999L);
            String token = "secret" + number;
            switch (field.path("type").asString()) {
                case "text", "longText" -> draft.put(name, token);
                case "email" -> draft.put(name, token + "@example.ir");
                case "url" -> draft.put(name, "https://" + token + ".example.ir");
                case "phone" -> draft.put(name, "+98912" + (1_000_000L + number % 9_000_000L));
                case "money" -> draft.putObject(name).put("amount", number).put("currency", "IRR");
                case "integer" -> draft.put(name, number);
                default -> {
                    return "";
                }
            }
            return Long.toString(
                    field.path("type").asString().equals("phone") ? 1_000_000L + number % 9_000_000L : number);
        }

        private Api readerWithout(List<JsonNode> hidden) {
            String mark = Mark.fresh();
            String rules = hidden.stream()
                    .map(field -> "\"%s.%s\": \"hidden\""
                            .formatted(path.substring(1), field.path("name").asString()))
                    .collect(Collectors.joining(", ", "{", "}"));
            administrator.post("/roles", """
                            {"name": "blind %s", "types": {"*": {"read": "all", "create": "all", "update": "all",
                              "export": "all", "import": "all"}}, "fields": %s}""".formatted(mark, rules)).expect(201);
            String user = administrator
                    .post("/users", """
                            {"name": "نابینا %1$s", "email": "blind-%1$s@example.ir", "roles": ["blind %1$s"]}""".formatted(mark))
                    .expect(201)
                    .id();
            return Api.of(
                    TestProgram.shared(),
                    administrator
                            .post("/users/" + user + "/tokens", "{\"name\": \"blind\"}")
                            .expect(201)
                            .text("token"));
        }

        void check() {
            shows(reader.get(path + "/" + id), "find");
            shows(reader.get(path + "?limit=200&sort=-createdAt"), "list");
            shows(reader.get(path + "/" + id + "/changes"), "changes");
            shows(reader.get("/change-sets?limit=200"), "change sets");
            shows(reader.patch(path + "/" + id, "{\"tags\": [\"دیده\"]}"), "update");
            fields.forEach(this::knows);
            secrets.keySet().forEach(this::finds);
            exports();

            assertThat(open).isEmpty();
        }

        private void shows(Answer answer, String door) {
            answer.expect(200);
            secrets.forEach((secret, field) -> {
                if (answer.text().contains(secret)) {
                    open.add(door + " shows " + field);
                }
            });
            fields.forEach(field -> {
                if (answer.text().contains("\"" + field + (door.startsWith("change") ? "\":[" : "\":"))) {
                    open.add(door + " names " + field);
                }
            });
        }

        private void knows(String field) {
            questions(field);
            writes(field);
            transfers(field);
            type.path("relations").forEach(relation -> through(relation, field));
        }

        private void questions(String field) {
            for (String operator : List.of("eq", "ne", "isEmpty", "isNotEmpty", "contains", "gt")) {
                String filter =
                        "{\"not\": {\"field\": \"%s\", \"op\": \"%s\", \"value\": \"x\"}}".formatted(field, operator);
                refused(reader.get(path + "/count", "filter", filter), "filter " + field);
            }
            for (String question : List.of(
                    "?sort=%s",
                    "?sort=-%s",
                    "?fields=id,%s",
                    "/groups?by=%s",
                    "/groups?by=%s:month",
                    "/groups?measures=sum:%s",
                    "/groups?measures=max:%s")) {
                refused(reader.get(path + question.formatted(field)), question.formatted(field));
            }
        }

        private void writes(String field) {
            refused(reader.patch(path + "/" + id, "{\"%s\": null}".formatted(field)), "update " + field);
            refused(
                    reader.post(path + "/batch", "[{\"update\": {\"id\": \"%s\", \"%s\": null}}]".formatted(id, field)),
                    "batch " + field);
            refused(
                    reader.post(
                            path + "/bulk-edits", "{\"ids\": [\"%s\"], \"set\": {\"%s\": null}}".formatted(id, field)),
                    "bulk edit " + field);
            refused(reader.put(path + "/by/" + field + "/x", "{}"), "upsert by " + field);
        }

        private void transfers(String field) {
            refused(
                    reader.post(
                            "/exports", "{\"type\": \"%s\", \"fields\": [\"%s\"]}".formatted(path.substring(1), field)),
                    "export " + field);
            for (Map<String, String> parts : List.of(
                    Map.of("type", path.substring(1), "mapping", "{\"a\": \"" + field + "\"}"),
                    Map.of(
                            "type",
                            path.substring(1),
                            "options",
                            "{\"onDuplicate\": \"update\", \"matchOn\": [\"" + field + "\"]}"))) {
                refused(
                        reader.upload("/imports", "x.csv", "a\nx\n".getBytes(StandardCharsets.UTF_8), parts),
                        "import " + parts);
            }
        }

        /** Through a reference to the type the field is not known either. */
        private void through(JsonNode relation, String field) {
            String other = relation.path("target").asString();
            // types of an administrator's own are closed as a whole to whom no role names them
            if (relation.path("many").asBoolean() && !other.startsWith("x-")) {
                String behind = relation.path("field").asString() + "." + field;
                String filter = "{\"field\": \"%s\", \"op\": \"isNotEmpty\"}".formatted(behind);
                refused(reader.get("/" + other + "?sort=" + behind), "sort " + other + " by " + behind);
                refused(reader.get("/" + other, "filter", filter), "filter " + other + " by " + behind);
            }
        }

        private void refused(Answer answer, String door) {
            if (answer.status() != 400 && answer.status() != 422) {
                open.add(door + ": " + answer.status());
            }
        }

        private void finds(String secret) {
            boolean found =
                    reader.get("/search", "q", secret).expect(200).text().contains(id)
                            || reader.get(path, "q", secret).expect(200).text().contains(id);
            if (found) {
                open.add("search finds " + secret);
            }
        }

        private void exports() {
            String filter = "{\"field\": \"id\", \"op\": \"eq\", \"value\": \"" + id + "\"}";
            String export = reader.post(
                            "/exports", "{\"type\": \"%s\", \"filter\": %s}".formatted(path.substring(1), filter))
                    .expect(202)
                    .id();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> reader.get("/exports/" + export).text("status").equals("done"));
            String file = reader.get("/exports/" + export + "/file").expect(200).text();
            assertThat(file).contains(id);
            secrets.forEach((secret, field) -> {
                if (file.contains(secret)) {
                    open.add("export shows " + field);
                }
            });
        }
    }
}
