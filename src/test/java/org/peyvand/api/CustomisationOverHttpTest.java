package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole customisation goes from one installation to another as one document. */
class CustomisationOverHttpTest {

    private final Api api = Api.of(TestProgram.shared());
    private final String mark = "m" + Mark.fresh();
    private final String type = "x-assets-" + mark + "s";

    @Test
    void doesNothingWhereItCameFrom() {
        fit(api);
        ObjectNode document = document(api);

        assertThat(document.toString()).contains(type, "x_state", "requiredWhen", "listColumns", "lenders " + mark);
        assertThat(api.post("/meta/customisation?preview=true", document.toString())
                        .expect(200)
                        .get("steps"))
                .isEmpty();
        long version = version();
        assertThat(api.post("/meta/customisation", document.toString())
                        .expect(200)
                        .get("steps"))
                .isEmpty();
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void makesAnotherInstallationTheSame() {
        fit(api);
        String document = document(api).toString();
        try (TestProgram other = TestProgram.start()) {
            Api there = Api.of(other);
            Answer refused = there.post("/meta/customisation", document).expect(409);
            assertThat(refused.get("errors").toString()).contains("lenders " + mark);
            there.get("/" + type).expect(404);
            rolesOf(document)
                    .forEach(role -> there.post("/roles", "{\"name\": \"%s\", \"types\": {}}".formatted(role)));

            Answer preview =
                    there.post("/meta/customisation?preview=true", document).expect(200);
            assertThat(preview.get("steps").toString()).contains(type, "\"create\"", "\"grant\"");
            there.get("/" + type).expect(404);

            Answer applied = there.post("/meta/customisation", document).expect(200);

            assertThat(applied.get("steps")).isEqualTo(preview.get("steps"));
            assertThat(document(there).toString()).isEqualTo(document);
            assertThat(there.post("/meta/customisation", document).expect(200).get("steps"))
                    .isEmpty();
            there.post("/" + type, "{\"name\": \"یک\", \"x_state\": \"lent\"}").expect(422);
            there.post("/" + type, "{\"name\": \"یک\", \"x_state\": \"lent\", \"x_to\": \"علی\"}")
                    .expect(201);
        }
    }

    @Test
    void isRefusedAsAWholeWithEveryProblem() {
        fit(api);
        String bad = """
                {"format": 1,
                 "types": [{"name": "x-fresh-%1$ss", "own": true, "label": {"fa": "تازه", "en": "Fresh"}}],
                 "fields": [{"of": "%2$s", "name": "x_state", "type": "text", "label": "وضعیت"},
                            {"of": "x-nothings", "name": "x_a", "type": "text", "label": "الف"},
                            {"of": "x-fresh-%1$ss", "name": "x_b", "type": "magic", "label": "ب"}],
                 "rules": [{"of": "%2$s", "field": "x_to", "visibleWhen": {"field": "nothing"}}],
                 "layouts": [{"of": "%2$s", "role": "nobody %1$s", "listColumns": ["name"]}],
                 "grants": [{"role": "nobody %1$s", "type": "%2$s", "scopes": {"read": "everything"}}]}""".formatted(mark, type);

        Answer refused = api.post("/meta/customisation", bad).expect(409);

        assertThat(refused.text("code")).isEqualTo("customisation-conflicts");
        assertThat(refused.get("errors").valueStream())
                .extracting(error -> error.get("field").stringValue())
                .containsExactly(
                        "fields/0/",
                        "fields/1/",
                        "fields/2/type",
                        "rules/0/visibleWhen",
                        "layouts/0/",
                        "grants/0/role",
                        "grants/0/types/" + type + "/read");
        api.get("/meta/types/x-fresh-" + mark + "s").expect(404);
        api.post("/meta/customisation", "{\"format\": 2}").expect(422);
        api.post("/meta/customisation", "{\"format\": 1, \"things\": []}").expect(400);
    }

    /** The role of administrators may everything and is never changed, which only writing it finds out. */
    @Test
    void leavesNeitherTypesNorGrantsWhenARoleRefuses() {
        String name = "x-fresh-" + mark + "s";
        String role = api.post("/roles", "{\"name\": \"lenders %s\", \"types\": {}}".formatted(mark))
                .expect(201)
                .id();
        api.post("/roles", "{\"name\": \"helpers %s\", \"types\": {}}".formatted(mark))
                .expect(201);
        String document = """
                {"format": 1,
                 "types": [{"name": "%1$s", "own": true, "label": {"fa": "تازه", "en": "Fresh"}}],
                 "grants": [{"role": "lenders %2$s", "type": "%1$s", "scopes": {"read": "all"}},
                            {"role": "%3$s", "type": "%1$s", "scopes": {"read": "all"}}]}""";
        long version = version();

        Answer refused = api.post("/meta/customisation", document.formatted(name, mark, "administrator"));

        assertThat(refused.status()).as(refused.text()).isBetween(403, 422);
        assertThat(version()).isEqualTo(version);
        api.get("/meta/types/" + name).expect(404);
        assertThat(api.get("/roles/" + role).get("types")).isEmpty();
        api.post("/meta/customisation", document.formatted(name, mark, "helpers " + mark))
                .expect(200);
        api.get("/meta/types/" + name).expect(200);
        assertThat(api.get("/roles/" + role).get("types").toString()).contains(name);
        assertThat(api.get("/roles/" + role + "/changes").data()).hasSize(2);
    }

    private void fit(Api where) {
        where.post("/meta/types", """
                        {"name": "%s", "label": {"fa": "دارایی‌ها", "en": "Assets"}, "icon": "box", "fields": [
                          {"name": "state", "type": "choice", "label": "وضعیت",
                           "options": [{"key": "here", "color": "green"}, {"key": "lent"}, {"key": "old", "closed": true}]},
                          {"name": "to", "type": "text", "label": "به"},
                          {"name": "account", "type": "reference", "target": "accounts", "label": "مشتری"}]}""".formatted(type)).expect(201);
        where.patch("/meta/types/" + type, "{\"board\": \"x_state\", \"defaultSort\": \"name\"}")
                .expect(200);
        where.patch("/meta/types/" + type + "/fields/x_to", """
                        {"requiredWhen": {"field": "x_state", "op": "eq", "value": "lent"}}""").expect(200);
        String role =
                where.post("/roles", """
                        {"name": "lenders %s", "types": {"%s": {"read": "all", "create": "own"}}}""".formatted(mark, type)).expect(201).id();
        where.put("/meta/types/" + type + "/layouts/" + role, "{\"listColumns\": [\"name\", \"x_to\"]}")
                .expect(200);
    }

    /** As other tests share the installation, only what belongs to this one. */
    private ObjectNode document(Api where) {
        ObjectNode all =
                (ObjectNode) where.get("/meta/customisation").expect(200).body();
        for (String part : new String[] {"types", "fields", "changes", "layouts", "rules", "grants"}) {
            ArrayNode mine = all.arrayNode();
            all.get(part).forEach(each -> {
                if (each.toString().contains(type)) {
                    mine.add(each);
                }
            });
            all.set(part, mine);
        }
        return all;
    }

    private java.util.List<String> rolesOf(String document) {
        return document.contains("lenders " + mark) ? java.util.List.of("lenders " + mark) : java.util.List.of();
    }

    private long version() {
        return java.util.Objects.requireNonNull(TestProgram.shared()
                .database()
                .sql()
                .resultQuery("select version from overlay_version")
                .fetchOne(0, Long.class));
    }
}
