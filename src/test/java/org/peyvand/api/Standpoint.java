package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peyvand.api.NearAndFar.Nearness;
import org.peyvand.api.NearAndFar.Scope;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A user whose role reaches so far, before records of one type that stand near and far. */
final class Standpoint {

    final NearAndFar world;
    final JsonNode type;
    final String path;
    final Scope scope;
    final Set<Nearness> visible;
    final Set<Nearness> writable;
    final Map<Nearness, String> records;

    /** What lies in the bin; {@link #these} asks for it too, and nothing but the bin may tell of it. */
    final Map<Nearness, NearAndFar.Binned> binned;

    final Api user;

    /** A path and a filter that counts the one parent of all records by those in sight; empty where there is none. */
    String parentQuestion = "";

    private final ObjectNode parentDraft = JsonNodeFactory.instance.objectNode();

    Standpoint(NearAndFar world, JsonNode type, Scope scope) {
        this.world = world;
        this.type = type;
        this.path = "/" + type.path("name").asString();
        this.scope = scope;
        visible = world.visible(type, scope);
        writable = world.writable(type, scope);
        belowOneParent();
        records = world.records(type, parentDraft);
        binned = world.binned(type, parentDraft);
        user = world.userWith(scope);
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

    Set<Nearness> near(Predicate<String> test) {
        Set<Nearness> near = EnumSet.noneOf(Nearness.class);
        records.forEach((where, id) -> {
            if (test.test(id)) {
                near.add(where);
            }
        });
        return near;
    }

    /** A filter for all records, those in the bin too. */
    String these() {
        return Stream.concat(records.values().stream(), binnedIds().stream())
                .collect(Collectors.joining("\", \"", "{\"field\": \"id\", \"op\": \"in\", \"value\": [\"", "\"]}"));
    }

    List<String> binnedIds() {
        return binned.values().stream().map(NearAndFar.Binned::id).toList();
    }

    Set<Nearness> listed(String query) {
        Answer answer = user.get(path + query, "filter", these());
        if (visible.isEmpty()) {
            answer.expect(404);
            return EnumSet.noneOf(Nearness.class);
        }
        Set<String> seen = ids(answer.expect(200));
        return near(seen::contains);
    }

    static Set<String> ids(Answer answer) {
        Set<String> ids = new HashSet<>();
        if (answer.status() == 200) {
            answer.data().forEach(each -> ids.add(each.path("id").asString()));
        }
        return ids;
    }

    String titleOf(String id) {
        return world.administrator()
                .get(path + "/" + id)
                .text(type.path("titleField").asString());
    }

    boolean has(String id, String tag) {
        return world.administrator().get(path + "/" + id).get("tags").toString().contains(tag);
    }

    Answer done(String run) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> user.get(run),
                        answer -> !List.of("queued", "running").contains(answer.text("status")));
    }

    /** Absent when out of sight, forbidden when seen but out of reach; a refusal changes nothing. */
    boolean wrote(String id, Answer answer, int granted) {
        if (answer.status() != granted) {
            Nearness near = records.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(id))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            assertThat(answer.status()).as(near + ": " + answer.text()).isEqualTo(visible.contains(near) ? 403 : 404);
        }
        return answer.status() == granted;
    }
}
