package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.peyvand.api.NearAndFar.Nearness;
import org.peyvand.api.NearAndFar.Scope;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every type of the metadata by every reach of a role, through every call that could tell of a record or change one. A new
 * type is in here by being in the metadata.
 */
class VisibilityByEveryDoorTest {

    private static final NearAndFar world = new NearAndFar();

    @TestFactory
    Collection<DynamicTest> everyTypeByEveryScope() {
        return world.types().stream()
                .flatMap(type -> Arrays.stream(Scope.values())
                        .map(scope -> DynamicTest.dynamicTest(
                                type.path("name").asString() + " by " + scope, () -> new Doors(type, scope).check())))
                .toList();
    }

    /** One type by one scope. */
    private static final class Doors {

        private final JsonNode type;
        private final String path;
        private final Scope scope;
        private final Set<Nearness> visible;
        private final Set<Nearness> writable;
        private final Map<Nearness, String> records;
        private final ObjectNode parentDraft = JsonNodeFactory.instance.objectNode();
        private String parentQuestion = "";
        private final Api user;

        Doors(JsonNode type, Scope scope) {
            this.type = type;
            this.path = "/" + type.path("name").asString();
            this.scope = scope;
            visible = world.visible(type, scope);
            writable = world.writable(type, scope);
            belowOneParent();
            records = world.records(type, parentDraft);
            user = world.userWith(scope);
        }

        void check() {
            reading();
            counting();
            finding();
            lookingFromElsewhere();
            exporting();
            importing();
            besideTheRecord();
            writing();
        }

        private void reading() {
            assertThat(near(id -> user.get(path + "/" + id).status() == 200))
                    .as("find")
                    .isEqualTo(visible);
            assertThat(near(id -> user.get(path + "/" + id + "/changes").status() == 200))
                    .as("changes")
                    .isEqualTo(visible);
            assertThat(near(id -> user.get(path + "/" + id + "/shares").status() == 200))
                    .as("shares")
                    .isSubsetOf(visible);
            assertThat(listed("?limit=200&sort=-createdAt")).as("list").isEqualTo(visible);
        }

        private void counting() {
            if (visible.isEmpty()) {
                user.get(path + "/count").expect(404);
                user.get(path + "/groups?by=owner").expect(404);
                return;
            }
            assertThat(user.get(path + "/count", "filter", these()).get("count").intValue())
                    .as("count")
                    .isEqualTo(visible.size());
            for (String by : new String[] {"", "owner", "team", "createdAt:jalali-month"}) {
                assertThat(total(user.get(path + "/groups?by=" + by, "filter", these())))
                        .as("groups by " + by)
                        .isEqualTo(visible.size());
            }
        }

        private void finding() {
            String title = type.path("titleField").asString();
            boolean words = type.path("fields")
                    .valueStream()
                    .anyMatch(field -> field.path("name").asString().equals(title)
                            && field.path("writable").asBoolean()
                            && field.path("type").asString().equals("text"));
            if (!words) {
                return;
            }
            String own = Objects.requireNonNull(records.get(Nearness.OWN));
            boolean searched = world.administrator()
                    .get("/search?types=" + path.substring(1), "q", titleOf(own))
                    .data()
                    .valueStream()
                    .anyMatch(hit -> hit.path("id").asString().equals(own));
            if (searched) {
                assertThat(near(id -> ids(user.get("/search?types=" + path.substring(1), "q", titleOf(id)))
                                .contains(id)))
                        .as("search")
                        .isEqualTo(visible);
                assertThat(near(id -> ids(user.get(path, "q", titleOf(id))).contains(id)))
                        .as("q")
                        .isEqualTo(visible);
            }
        }

        /** From the parent that all of them have, and from notes about them. */
        private void lookingFromElsewhere() {
            if (scope == Scope.NONE) {
                return;
            }
            if (!parentQuestion.isEmpty()) {
                String question = parentQuestion.formatted(these(), visible.size());
                assertThat(user.get(
                                        question.substring(0, question.indexOf(' ')),
                                        "filter",
                                        question.substring(question.indexOf(' ') + 1))
                                .get("count")
                                .intValue())
                        .as("has " + question)
                        .isEqualTo(1);
            }
            assertThat(near(this::isNamedInANote)).as("names").isEqualTo(visible);
        }

        private boolean isNamedInANote(String id) {
            ObjectNode note = JsonNodeFactory.instance.objectNode();
            note.put("body", "دربارهٔ آن").put("owner", world.user());
            note.putObject("regarding").put("type", path.substring(1)).put("id", id);
            String made = world.administrator()
                    .post("/notes", note.toString())
                    .expect(201)
                    .id();
            JsonNode regarding = user.get("/notes/" + made).expect(200).get("regarding");
            assertThat(regarding.path("hidden").asBoolean(false))
                    .isEqualTo(regarding.path("id").isNull());
            return !regarding.path("id").isNull();
        }

        /** A share lets one read or write a record, not carry it away. */
        private void exporting() {
            Answer started = user.post(
                    "/exports",
                    "{\"type\": \"%s\", \"fields\": [\"id\"], \"filter\": %s}".formatted(path.substring(1), these()));
            if (scope == Scope.NONE || !world.owned(type) && scope != Scope.ALL) {
                assertThat(started.status()).isIn(400, 403, 404);
                return;
            }
            done("/exports/" + started.expect(202).id());
            String file =
                    user.get("/exports/" + started.id() + "/file").expect(200).text();
            Set<Nearness> exported = EnumSet.copyOf(visible);
            if (scope != Scope.ALL) {
                exported.removeAll(EnumSet.of(Nearness.SHARED, Nearness.SHARED_WRITABLE, Nearness.SHARED_WITH_TEAM));
            }
            assertThat(near(file::contains)).as("export").isEqualTo(exported);
        }

        private void importing() {
            if (scope == Scope.NONE) {
                Answer refused = start(path.substring(1), "id,tags\n1,2\n", "{\"matchOn\": [\"id\"]}");
                assertThat(refused.status()).isIn(400, 403, 404);
                return;
            }
            matching();
            looking();
        }

        /** A row that names a record out of sight is as one that names none. */
        private void matching() {
            StringBuilder file = new StringBuilder("id,tags\n");
            records.values().forEach(id -> file.append(id).append(",فایل\n"));
            Answer started =
                    start(path.substring(1), file.toString(), "{\"matchOn\": [\"id\"], \"onDuplicate\": \"update\"}");
            if (!world.owned(type) && scope != Scope.ALL) {
                started.expect(403);
                return;
            }
            Answer done = done("/imports/" + started.expect(202).id());
            assertThat(near(id -> has(id, "فایل"))).as("import").isEqualTo(writable);
            assertThat(done.get("updated").intValue()).as("updated").isEqualTo(writable.size());
            Answer skipped = done("/imports/"
                    + start(path.substring(1), file.toString(), "{\"matchOn\": [\"id\"], \"onDuplicate\": \"skip\"}")
                            .expect(202)
                            .id());
            assertThat(skipped.get("skipped").intValue()).as("skipped").isEqualTo(visible.size());
        }

        /** A word or an id of a file leads only to records in sight. */
        private void looking() {
            for (JsonNode other : world.types()) {
                String field = leadingHere(other);
                if (!field.isEmpty() && world.owned(type)) {
                    ObjectNode draft = world.sound(other);
                    draft.remove(field);
                    StringBuilder file =
                            new StringBuilder(String.join(",", draft.propertyNames()) + "," + field + "\n");
                    records.values()
                            .forEach(id -> file.append(draft.valueStream()
                                            .map(JsonNode::asString)
                                            .collect(Collectors.joining(",")))
                                    .append(',')
                                    .append(id)
                                    .append('\n'));
                    String plural = other.path("name").asString();
                    Answer started = start(plural, file.toString(), "{}").expect(202);
                    done("/imports/" + started.id());
                    assertThat(near(id -> led(plural, field, id)))
                            .as("import of " + plural + " by " + field)
                            .isEqualTo(visible);
                    return;
                }
            }
        }

        private String leadingHere(JsonNode other) {
            return other.path("fields")
                    .valueStream()
                    .filter(field -> field.path("type").asString().equals("reference")
                            && field.path("target").equals(type.path("name"))
                            && field.path("writable").asBoolean()
                            && world.owned(other)
                            && !other.path("name").equals(type.path("name")))
                    .map(field -> field.path("name").asString())
                    .findFirst()
                    .orElse("");
        }

        private static boolean led(String plural, String field, String id) {
            return world.administrator()
                            .get(
                                    "/" + plural + "/count",
                                    "filter",
                                    "{\"field\": \"%s\", \"value\": \"%s\"}".formatted(field, id))
                            .get("count")
                            .intValue()
                    == 1;
        }

        private Answer start(String plural, String file, String options) {
            return user.upload(
                    "/imports",
                    "rows.csv",
                    file.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Map.of("type", plural, "options", options));
        }

        /** Files belong to the record, and whoever may not change it adds none; stars and following are one's own. */
        private void besideTheRecord() {
            assertThat(near(id -> user.put("/favourites" + path + "/" + id, "").status() == 204))
                    .as("star")
                    .isEqualTo(visible);
            records.values()
                    .forEach(id -> user.delete("/favourites" + path + "/" + id).expect(204));
            assertThat(near(id ->
                            user.put(path + "/" + id + "/followers/me", "").status() == 204))
                    .as("follow")
                    .isEqualTo(world.owned(type) ? visible : EnumSet.noneOf(Nearness.class));
            String file = user.upload(
                            "/files", "a.txt", "متن".getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of())
                    .expect(201)
                    .id();
            assertThat(near(id -> wrote(
                            id, user.post(path + "/" + id + "/files", "{\"file\": \"%s\"}".formatted(file)), 201)))
                    .as("attach")
                    .isEqualTo(writable);
        }

        private boolean has(String id, String tag) {
            return world.administrator()
                    .get(path + "/" + id)
                    .get("tags")
                    .toString()
                    .contains(tag);
        }

        private void writing() {
            assertThat(near(id -> wrote(id, user.patch(path + "/" + id, "{\"tags\": [\"دست\"]}"), 200)))
                    .as("update")
                    .isEqualTo(writable);
            assertThat(near(id -> {
                        String changeSet = world.administrator()
                                .patch(path + "/" + id, "{\"tags\": [\"دیگر\"]}")
                                .expect(200)
                                .header("Peyvand-Change-Set");
                        return wrote(id, user.post("/change-sets/" + changeSet + "/undo"), 200);
                    }))
                    .as("undo")
                    .isEqualTo(writable);
            bulk();
            assertThat(near(id -> wrote(id, user.delete(path + "/" + id), 204)))
                    .as("delete")
                    .isEqualTo(writable);
            if (!visible.isEmpty()) {
                assertThat(listed("?limit=200&deleted=only")).as("bin").isEqualTo(writable);
            }
            records.values()
                    .forEach(id -> world.administrator().delete(path + "/" + id).expect(204));
            assertThat(near(id -> wrote(id, user.post(path + "/" + id + "/restoration"), 200)))
                    .as("restore")
                    .isEqualTo(writable);
        }

        private void bulk() {
            String ids = records.values().stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
            Answer started =
                    user.post(path + "/bulk-edits", "{\"ids\": %s, \"set\": {\"tags\": [\"انبوه\"]}}".formatted(ids));
            if (visible.isEmpty()) {
                started.expect(404);
                return;
            }
            done("/jobs/" + started.expect(202).id());
            assertThat(near(id -> has(id, "انبوه"))).as("bulk edit").isEqualTo(writable);
        }

        /** Absent when out of sight, forbidden when seen but out of reach; a refusal changes nothing. */
        private boolean wrote(String id, Answer answer, int granted) {
            if (answer.status() != granted) {
                Nearness near = records.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(id))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
                assertThat(answer.status())
                        .as(near + ": " + answer.text())
                        .isEqualTo(visible.contains(near) ? 403 : 404);
            }
            return answer.status() == granted;
        }

        /** Puts all records below one visible parent, where the type has such a reference. */
        private void belowOneParent() {
            for (JsonNode relation : type.path("relations")) {
                JsonNode target = world.type(relation.path("target").asString());
                boolean ordinary = !relation.path("many").asBoolean()
                        && Set.of("accounts", "contacts", "pipelines")
                                .contains(target.path("name").asString())
                        && !relation.path("target")
                                .asString()
                                .equals(type.path("name").asString());
                String field = relation.path("field").asString();
                String back = target.path("relations")
                        .valueStream()
                        .filter(one -> one.path("many").asBoolean()
                                && one.path("field").asString().equals(field)
                                && one.path("target").equals(type.path("name")))
                        .map(one -> one.path("name").asString())
                        .findFirst()
                        .orElse("");
                boolean writable = type.path("fields")
                        .valueStream()
                        .anyMatch(each -> each.path("name").asString().equals(field)
                                && each.path("writable").asBoolean());
                if (ordinary && writable && !back.isEmpty()) {
                    ObjectNode draft = world.sound(target);
                    draft.put("owner", world.user());
                    String parent = world.make(target, draft);
                    parentDraft.put(field, parent);
                    parentQuestion = "/" + target.path("name").asString()
                            + "/count {\"and\": [{\"field\": \"id\", \"value\": \"" + parent + "\"}, {\"has\": \""
                            + back + "\", \"where\": %s, \"count\": {\"eq\": %d}}]}";
                    return;
                }
            }
        }

        private Answer done(String run) {
            return await().atMost(Duration.ofSeconds(60))
                    .until(
                            () -> user.get(run),
                            answer -> !List.of("queued", "running").contains(answer.text("status")));
        }

        private String titleOf(String id) {
            return world.administrator()
                    .get(path + "/" + id)
                    .text(type.path("titleField").asString());
        }

        private String these() {
            return "{\"field\": \"id\", \"op\": \"in\", \"value\": "
                    + records.values().stream().collect(Collectors.joining("\", \"", "[\"", "\"]")) + "}";
        }

        private Set<Nearness> listed(String query) {
            Answer answer = user.get(path + query, "filter", these());
            if (visible.isEmpty()) {
                answer.expect(404);
                return EnumSet.noneOf(Nearness.class);
            }
            Set<String> seen = ids(answer.expect(200));
            return near(seen::contains);
        }

        private Set<Nearness> near(Predicate<String> test) {
            Set<Nearness> near = EnumSet.noneOf(Nearness.class);
            records.forEach((where, id) -> {
                if (test.test(id)) {
                    near.add(where);
                }
            });
            return near;
        }

        private static Set<String> ids(Answer answer) {
            Set<String> ids = new HashSet<>();
            if (answer.status() == 200) {
                answer.data().forEach(each -> ids.add(each.path("id").asString()));
            }
            return ids;
        }

        private static long total(Answer groups) {
            return groups.expect(200)
                    .get("groups")
                    .valueStream()
                    .mapToLong(group -> group.path("count").longValue())
                    .sum();
        }
    }
}
