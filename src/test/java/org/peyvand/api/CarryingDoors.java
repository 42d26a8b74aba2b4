package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.peyvand.api.NearAndFar.Nearness;
import org.peyvand.api.NearAndFar.Scope;
import org.peyvand.testing.Api.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What carries records out in files, and takes them from files. */
final class CarryingDoors {

    private final Standpoint at;

    CarryingDoors(Standpoint at) {
        this.at = at;
    }

    void check() {
        exporting();
        importing();
    }

    /** A share lets one read or write a record, not carry it away. */
    private void exporting() {
        Answer started = at.user.post(
                "/exports",
                "{\"type\": \"%s\", \"fields\": [\"id\"], \"filter\": %s}".formatted(at.path.substring(1), at.these()));
        if (at.scope == Scope.NONE || !at.world.owned(at.type) && at.scope != Scope.ALL) {
            assertThat(started.status()).isIn(400, 403, 404);
            return;
        }
        at.done("/exports/" + started.expect(202).id());
        String file =
                at.user.get("/exports/" + started.id() + "/file").expect(200).text();
        Set<Nearness> exported = EnumSet.copyOf(at.visible);
        if (at.scope != Scope.ALL) {
            exported.removeAll(EnumSet.of(Nearness.SHARED, Nearness.SHARED_WRITABLE, Nearness.SHARED_WITH_TEAM));
        }
        assertThat(at.near(file::contains)).as("export").isEqualTo(exported);
        assertThat(at.binnedIds()).as("export of the bin").noneMatch(file::contains);
    }

    private void importing() {
        if (at.scope == Scope.NONE) {
            Answer refused = start(at.path.substring(1), "id,tags\n1,2\n", "{\"matchOn\": [\"id\"]}");
            assertThat(refused.status()).isIn(400, 403, 404);
            return;
        }
        matching();
        looking();
    }

    /** A row that names a record out of sight is as one that names none. */
    private void matching() {
        StringBuilder file = new StringBuilder("id,tags\n");
        at.records.values().forEach(id -> file.append(id).append(",فایل\n"));
        Answer started =
                start(at.path.substring(1), file.toString(), "{\"matchOn\": [\"id\"], \"onDuplicate\": \"update\"}");
        if (!at.world.owned(at.type) && at.scope != Scope.ALL) {
            started.expect(403);
            return;
        }
        Answer done = at.done("/imports/" + started.expect(202).id());
        assertThat(at.near(id -> at.has(id, "فایل"))).as("import").isEqualTo(at.writable);
        assertThat(done.get("updated").intValue()).as("updated").isEqualTo(at.writable.size());
        Answer skipped = at.done("/imports/"
                + start(at.path.substring(1), file.toString(), "{\"matchOn\": [\"id\"], \"onDuplicate\": \"skip\"}")
                        .expect(202)
                        .id());
        assertThat(skipped.get("skipped").intValue()).as("skipped").isEqualTo(at.visible.size());
    }

    /** A word or an id of a file leads only to records in sight. */
    private void looking() {
        for (JsonNode other : at.world.types()) {
            String field = leadingHere(other);
            if (!field.isEmpty() && at.world.owned(at.type)) {
                ObjectNode draft = at.world.sound(other);
                draft.remove(field);
                StringBuilder file = new StringBuilder(String.join(",", draft.propertyNames()) + "," + field + "\n");
                at.records
                        .values()
                        .forEach(id -> file.append(draft.valueStream()
                                        .map(JsonNode::asString)
                                        .collect(Collectors.joining(",")))
                                .append(',')
                                .append(id)
                                .append('\n'));
                String plural = other.path("name").asString();
                Answer started = start(plural, file.toString(), "{}").expect(202);
                at.done("/imports/" + started.id());
                assertThat(at.near(id -> led(plural, field, id)))
                        .as("import of " + plural + " by " + field)
                        .isEqualTo(at.visible);
                return;
            }
        }
    }

    private String leadingHere(JsonNode other) {
        return other.path("fields")
                .valueStream()
                .filter(field -> field.path("type").asString().equals("reference")
                        && field.path("target").equals(at.type.path("name"))
                        && field.path("writable").asBoolean()
                        && at.world.owned(other)
                        && !other.path("name").equals(at.type.path("name")))
                .map(field -> field.path("name").asString())
                .findFirst()
                .orElse("");
    }

    private boolean led(String plural, String field, String id) {
        return at.world
                        .administrator()
                        .get(
                                "/" + plural + "/count",
                                "filter",
                                "{\"field\": \"%s\", \"value\": \"%s\"}".formatted(field, id))
                        .get("count")
                        .intValue()
                == 1;
    }

    private Answer start(String plural, String file, String options) {
        return at.user.upload(
                "/imports",
                "rows.csv",
                file.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Map.of("type", plural, "options", options));
    }
}
