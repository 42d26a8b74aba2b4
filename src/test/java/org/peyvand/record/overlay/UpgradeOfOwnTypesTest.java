package org.peyvand.record.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.TestDatabase;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;
import tools.jackson.databind.JsonNode;

/**
 * What the program wrote when own types, layouts, rules and views were new is all there under the present one, and works. The file
 * {@code customised.sql} was made by the program of that time through its API.
 */
@Tag("database")
class UpgradeOfOwnTypesTest {

    /** The first schema that has all of it. */
    private static final String SCHEMA = "20261127100000";

    private static final String ACCOUNT = "01a21e63-7cd2-7000-b706-50b95daadd89";
    private static final String OPEN = "01a21e63-7cf2-7000-b234-b0389cce240c";
    private static final String SHUT = "01a21e63-7d90-7000-b190-648851af694b";
    private static final String VIEW = "01a21e63-7e57-7000-b2a3-7eeb39800d4c";
    private static final String KEEPERS = "01a21e63-7aa6-7000-9cff-41906c0fa206";
    private static final String CHANGE = "01a21e63-7d81-7000-8f20-8d11cc882dd4";

    /** Negar, who has the role "site keepers"; given out before the upgrade. */
    private static final String TOKEN = "pvd_RXdVnwesf3KPP1h8Aez_wYlcHMPQJ7pMOHwOgWj3l1g";

    private static TestProgram program;
    private static Api admin;
    private static Api negar;

    @BeforeAll
    static void upgrade() throws Exception {
        TestDatabase database = TestDatabase.empty();
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .target(SCHEMA)
                .load()
                .migrate();
        fill(database);
        program = TestProgram.start(database, database.jdbcUrl());
        admin = Api.of(program);
        negar = Api.of(program, TOKEN);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void keepsAValueOfEveryKind() {
        Answer site = admin.get("/x-sites/" + OPEN).expect(200);

        assertThat(site.text("x_code")).isEqualTo("N2");
        assertThat(site.text("x_floors")).isEqualTo("4");
        assertThat(site.text("x_area")).isEqualTo("120.5");
        assertThat(site.text("x_share")).isEqualTo("25");
        assertThat(site.get("x_rent").toString()).contains("70", "USD");
        assertThat(site.text("x_opened")).isEqualTo("2026-03-21");
        assertThat(site.text("x_visited")).isEqualTo("2026-04-01T10:00:00Z");
        assertThat(site.text("x_guarded")).isEqualTo("true");
        assertThat(site.text("x_state")).isEqualTo("open");
        assertThat(site.get("x_uses").valueStream().map(JsonNode::stringValue)).containsExactly("store", "office");
        assertThat(site.get("x_account").get("name").stringValue()).isEqualTo("پارس");
        assertThat(site.text("x_mail")).isEqualTo("anbar@example.ir");
        assertThat(site.text("x_phone")).isEqualTo("+982188001122");
        assertThat(site.text("x_web")).isEqualTo("https://example.ir/");
        assertThat(site.text("x_secret")).isEqualTo("گنج");
        assertThat(admin.get("/x-sites/" + SHUT).text("x_about")).isEqualTo("تعطیل");
        assertThat(admin.get("/x-sites/" + SHUT).get("x_parent").get("name").stringValue())
                .isEqualTo("انبار شمال");
        assertThat(admin.get("/accounts/" + ACCOUNT).get("x_site").get("name").stringValue())
                .isEqualTo("انبار شمال");
        OwnFieldTypes.KEYS.forEach(kind -> assertThat(
                        admin.get("/meta/types/x-sites").get("fields").valueStream())
                .as(kind)
                .anyMatch(field -> field.get("own").asBoolean()
                        && field.get("type").stringValue().equals(kind)));
    }

    @Test
    void listsFiltersGroupsAndFinds() {
        assertThat(names(admin.get("/x-sites"))).containsExactly("محل دور", "دفتر جنوب", "انبار شمال");
        assertThat(names(admin.get("/x-sites", "q", "انبار"))).containsExactly("انبار شمال");
        assertThat(names(admin.get("/x-sites", "filter", """
                        {"and": [{"field": "x_account.name", "value": "پارس"}, {"field": "x_opened", "op": "lt", "value": "2026-03-22"}]}"""))).containsExactly("انبار شمال");
        assertThat(names(admin.get("/accounts", "filter", "{\"has\": \"xSites\"}")))
                .containsExactly("پارس");
        assertThat(admin.get("/x-sites/groups?by=x_state").expect(200).get("groups"))
                .hasSize(2);
        assertThat(admin.get("/search", "q", "دفتر جنوب")
                        .data()
                        .get(0)
                        .get("id")
                        .stringValue())
                .isEqualTo(SHUT);
        admin.post("/x-sites", "{\"name\": \"دوباره\", \"x_code\": \"f1\"}").expect(409);
        assertThat(program.database()
                        .sql()
                        .fetchValue("select count(*) from pg_index where indrelid = 'x_sites'::regclass and indisvalid"
                                + " and pg_get_indexdef(indexrelid) ~ 'x_(opened|visited)'"))
                .isEqualTo(2L);
    }

    @Test
    void keepsWordsOptionsAndRules() {
        String accounts = admin.get("/meta/types/accounts").expect(200).text();
        assertThat(accounts).contains("مشتری‌ها", "کد ملی شرکت", "پلاتین");
        assertThat(admin.get("/accounts/" + ACCOUNT).text("tier")).isEqualTo("platinum");

        Answer refused = admin.post("/x-sites", "{\"name\": \"بسته\", \"x_state\": \"shut\"}")
                .expect(422);
        assertThat(refused.get("errors").toString()).contains("x_about");
        Visitor visitor = Visitor.signedIn(program);
        assertThat(visitor.get("/x-sites/" + SHUT).body()).contains("شرح", "تعطیل");
        assertThat(visitor.get("/x-sites/" + OPEN).body())
                .contains("انبار شمال")
                .doesNotContain("شرح");
    }

    @Test
    void laysOutForEachRole() {
        assertThat(columns(admin)).containsExactly("name", "x_state", "x_secret");
        assertThat(columns(negar)).containsExactly("name", "x_code");
        assertThat(admin.get("/meta/types/x-sites").get("sections").get(0).toString())
                .contains("اصلی", "x_about");
        assertThat(admin.get("/meta/types/x-sites").text("board")).isEqualTo("x_state");
    }

    @Test
    void grantsWhatItGranted() {
        assertThat(names(negar.get("/x-sites"))).containsExactly("دفتر جنوب", "انبار شمال");
        assertThat(negar.get("/x-sites/" + OPEN).expect(200).text()).doesNotContain("x_secret");
        negar.patch("/x-sites/" + OPEN, "{\"tags\": [\"دیده\"]}").expect(200);
        negar.patch("/x-sites/" + SHUT, "{\"x_floors\": 5}").expect(403);
        negar.delete("/x-sites/" + OPEN).expect(403);
        negar.get("/contacts").expect(404);
        assertThat(admin.get("/roles/" + KEEPERS).get("types").toString()).contains("x-sites");
    }

    @Test
    void opensAViewOfItsTime() {
        Answer view = negar.get("/views/" + VIEW).expect(200);

        assertThat(view.text("name")).isEqualTo("بازها");
        assertThat(names(negar.get("/x-sites", "filter", view.get("filter").toString())))
                .containsExactly("انبار شمال");
        String page = Visitor.signedIn(program).get("/x-sites?view=" + VIEW).body();
        assertThat(page).contains("بازها", "انبار شمال", "محل دور").doesNotContain("دفتر جنوب");
    }

    @Test
    void takesBackAChangeMadeBefore() {
        admin.patch("/x-sites/" + OPEN, "{\"x_share\": 30}").expect(200);

        negar.post("/change-sets/" + CHANGE + "/undo").expect(200);

        assertThat(admin.get("/x-sites/" + OPEN).text("x_code")).isEqualTo("N1");
        assertThat(admin.get("/x-sites/" + OPEN + "/changes").data().size()).isGreaterThan(4);
        admin.patch("/x-sites/" + OPEN, "{\"x_code\": \"N2\", \"x_share\": 25, \"x_floors\": 4}")
                .expect(200);
    }

    @Test
    void bringsARetiredFieldBackWithItsValue() {
        assertThat(admin.get("/x-sites/" + OPEN).text()).doesNotContain("x_old");

        admin.post("/meta/types/x-sites/fields/x_old/restoration").expect(200);

        assertThat(admin.get("/x-sites/" + OPEN).text("x_old")).isEqualTo("مانده");
        admin.delete("/meta/types/x-sites/fields/x_old").expect(204);
    }

    private static List<String> columns(Api reader) {
        return reader.get("/meta/types/x-sites")
                .expect(200)
                .get("listColumns")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private static List<String> names(Answer list) {
        return list.expect(200)
                .data()
                .valueStream()
                .map(each -> each.get("name").stringValue())
                .toList();
    }

    private static void fill(TestDatabase database) throws IOException, SQLException {
        try (var file = Objects.requireNonNull(UpgradeOfOwnTypesTest.class.getResourceAsStream("customised.sql"));
                var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
