package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.peyvand.api.NearAndFar.Nearness;
import org.peyvand.testing.Api.Answer;

/** What changes a record, or leaves something beside it. */
final class WritingDoors {

    private final Standpoint at;

    WritingDoors(Standpoint at) {
        this.at = at;
    }

    void check() {
        besideTheRecord();
        writing();
    }

    /** Files belong to the record, and whoever may not change it adds none; stars and following are one's own. */
    private void besideTheRecord() {
        assertThat(at.near(id ->
                        at.user.put("/favourites" + at.path + "/" + id, "").status() == 204))
                .as("star")
                .isEqualTo(at.visible);
        at.records
                .values()
                .forEach(
                        id -> at.user.delete("/favourites" + at.path + "/" + id).expect(204));
        assertThat(at.near(id ->
                        at.user.put(at.path + "/" + id + "/followers/me", "").status() == 204))
                .as("follow")
                .isEqualTo(at.world.owned(at.type) ? at.visible : EnumSet.noneOf(Nearness.class));
        String file = at.user
                .upload("/files", "a.txt", "متن".getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of())
                .expect(201)
                .id();
        assertThat(at.near(id -> at.wrote(
                        id, at.user.post(at.path + "/" + id + "/files", "{\"file\": \"%s\"}".formatted(file)), 201)))
                .as("attach")
                .isEqualTo(at.writable);
    }

    private void writing() {
        assertThat(at.near(id -> at.wrote(id, at.user.patch(at.path + "/" + id, "{\"tags\": [\"دست\"]}"), 200)))
                .as("update")
                .isEqualTo(at.writable);
        assertThat(at.near(id -> {
                    String changeSet = at.world
                            .administrator()
                            .patch(at.path + "/" + id, "{\"tags\": [\"دیگر\"]}")
                            .expect(200)
                            .header("Peyvand-Change-Set");
                    return at.wrote(id, at.user.post("/change-sets/" + changeSet + "/undo"), 200);
                }))
                .as("undo")
                .isEqualTo(at.writable);
        bulk();
        assertThat(at.near(id -> at.wrote(id, at.user.delete(at.path + "/" + id), 204)))
                .as("delete")
                .isEqualTo(at.writable);
        if (!at.visible.isEmpty()) {
            assertThat(at.listed("?limit=200&deleted=only")).as("bin").isEqualTo(at.writable);
        }
        at.records
                .values()
                .forEach(id ->
                        at.world.administrator().delete(at.path + "/" + id).expect(204));
        assertThat(at.near(id -> at.wrote(id, at.user.post(at.path + "/" + id + "/restoration"), 200)))
                .as("restore")
                .isEqualTo(at.writable);
    }

    private void bulk() {
        String ids = at.records.values().stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
        Answer started =
                at.user.post(at.path + "/bulk-edits", "{\"ids\": %s, \"set\": {\"tags\": [\"انبوه\"]}}".formatted(ids));
        if (at.visible.isEmpty()) {
            started.expect(404);
            return;
        }
        at.done("/jobs/" + started.expect(202).id());
        assertThat(at.near(id -> at.has(id, "انبوه"))).as("bulk edit").isEqualTo(at.writable);
    }
}
