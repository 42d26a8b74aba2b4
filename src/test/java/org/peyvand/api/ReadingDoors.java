package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.peyvand.api.NearAndFar.Nearness;
import org.peyvand.api.NearAndFar.Scope;
import org.peyvand.testing.Api.Answer;
import tools.jackson.databind.JsonNode;

/** What shows a record: by itself, in lists and counts, to searches, and from other records. */
final class ReadingDoors {

    private final Standpoint at;

    ReadingDoors(Standpoint at) {
        this.at = at;
    }

    void check() {
        reading();
        counting();
        finding();
        lookingFromElsewhere();
        binned();
    }

    /** Each is still shown by itself to whoever could see it, as one in the bin; nothing else tells of it. */
    private void binned() {
        at.binned.forEach((near, gone) -> {
            boolean seen = at.visible.contains(near);
            Answer itself = at.user.get(at.path + "/" + gone.id());
            assertThat(itself.status()).as("find in the bin").isEqualTo(seen ? 200 : 404);
            assertThat(itself.get("deleted").asBoolean(false)).isEqualTo(seen);
            assertThat(at.user.get(at.path + "/" + gone.id() + "/changes").status())
                    .as("changes in the bin")
                    .isEqualTo(seen ? 200 : 404);
            if (at.scope != Scope.NONE) {
                named(gone, seen);
            }
        });
        if (!at.visible.isEmpty()) {
            listedInTheBinAlone(at.binnedIds());
        }
    }

    private void named(NearAndFar.Binned gone, boolean seen) {
        JsonNode regarding = at.user.get("/notes/" + gone.note()).expect(200).get("regarding");
        assertThat(regarding.path("id").asString("")).as("name in the bin").isEqualTo(seen ? gone.id() : "");
        assertThat(regarding.path("deleted").asBoolean(false)).isEqualTo(seen);
        assertThat(regarding.path("hidden").asBoolean(false)).isEqualTo(!seen);
        assertThat(regarding.has("name")).isEqualTo(seen);
    }

    private void listedInTheBinAlone(List<String> ids) {
        assertThat(Standpoint.ids(at.user.get(at.path + "?limit=200", "filter", at.these())))
                .as("list")
                .doesNotContainAnyElementsOf(ids);
        Set<String> bin = at.binned.entrySet().stream()
                .filter(each -> at.visible.contains(each.getKey()))
                .map(each -> each.getValue().id())
                .collect(Collectors.toSet());
        assertThat(Standpoint.ids(at.user.get(at.path + "?limit=200&deleted=only", "filter", at.these())))
                .as("bin")
                .isEqualTo(bin);
        for (String id : ids) {
            for (String door : List.of("/search?types=" + at.path.substring(1), at.path)) {
                assertThat(Standpoint.ids(at.user.get(door, "q", at.titleOf(id))))
                        .as(door)
                        .doesNotContain(id);
            }
        }
    }

    private void reading() {
        assertThat(at.near(id -> at.user.get(at.path + "/" + id).status() == 200))
                .as("find")
                .isEqualTo(at.visible);
        assertThat(at.near(id -> at.user.get(at.path + "/" + id + "/changes").status() == 200))
                .as("changes")
                .isEqualTo(at.visible);
        assertThat(at.near(id -> at.user.get(at.path + "/" + id + "/shares").status() == 200))
                .as("shares")
                .isSubsetOf(at.visible);
        assertThat(at.listed("?limit=200&sort=-createdAt")).as("list").isEqualTo(at.visible);
    }

    private void counting() {
        if (at.visible.isEmpty()) {
            at.user.get(at.path + "/count").expect(404);
            at.user.get(at.path + "/groups?by=owner").expect(404);
            return;
        }
        assertThat(at.user
                        .get(at.path + "/count", "filter", at.these())
                        .get("count")
                        .intValue())
                .as("count")
                .isEqualTo(at.visible.size());
        for (String by : new String[] {"", "owner", "team", "createdAt:jalali-month"}) {
            assertThat(total(at.user.get(at.path + "/groups?by=" + by, "filter", at.these())))
                    .as("groups by " + by)
                    .isEqualTo(at.visible.size());
        }
    }

    private static long total(Answer groups) {
        return groups.expect(200)
                .get("groups")
                .valueStream()
                .mapToLong(group -> group.path("count").longValue())
                .sum();
    }

    private void finding() {
        String title = at.type.path("titleField").asString();
        boolean words = at.type
                .path("fields")
                .valueStream()
                .anyMatch(field -> field.path("name").asString().equals(title)
                        && field.path("writable").asBoolean()
                        && field.path("type").asString().equals("text"));
        if (!words) {
            return;
        }
        String own = Objects.requireNonNull(at.records.get(Nearness.OWN));
        boolean searched = at.world
                .administrator()
                .get("/search?types=" + at.path.substring(1), "q", at.titleOf(own))
                .data()
                .valueStream()
                .anyMatch(hit -> hit.path("id").asString().equals(own));
        if (searched) {
            assertThat(at.near(id -> Standpoint.ids(
                                    at.user.get("/search?types=" + at.path.substring(1), "q", at.titleOf(id)))
                            .contains(id)))
                    .as("search")
                    .isEqualTo(at.visible);
            assertThat(at.near(id -> Standpoint.ids(at.user.get(at.path, "q", at.titleOf(id)))
                            .contains(id)))
                    .as("q")
                    .isEqualTo(at.visible);
        }
    }

    /** From the parent that all of them have, and from notes about them. */
    private void lookingFromElsewhere() {
        if (at.scope == Scope.NONE) {
            return;
        }
        if (!at.parentQuestion.isEmpty()) {
            String question = at.parentQuestion.formatted(at.these(), at.visible.size());
            assertThat(at.user
                            .get(
                                    question.substring(0, question.indexOf(' ')),
                                    "filter",
                                    question.substring(question.indexOf(' ') + 1))
                            .get("count")
                            .intValue())
                    .as("has " + question)
                    .isEqualTo(1);
        }
        assertThat(at.near(this::isNamedInANote)).as("names").isEqualTo(at.visible);
    }

    private boolean isNamedInANote(String id) {
        String made = at.world.noteAbout(at.type, id);
        JsonNode regarding = at.user.get("/notes/" + made).expect(200).get("regarding");
        assertThat(regarding.path("hidden").asBoolean(false))
                .isEqualTo(regarding.path("id").isNull());
        return !regarding.path("id").isNull();
    }
}
