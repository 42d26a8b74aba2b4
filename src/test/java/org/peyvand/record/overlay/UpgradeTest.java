package org.peyvand.record.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestDatabase;
import org.peyvand.testing.TestProgram;

/** A customised and filled database of the first release goes on working under the present program. */
@Tag("database")
class UpgradeTest {

    private static final String FIRST_RELEASE = "20261122112000";
    private static final UUID ACCOUNT = UUID.fromString("01930000-0000-7000-8000-0000000000a1");
    private static final UUID PRODUCT = UUID.fromString("01930000-0000-7000-8000-0000000000a2");

    @Test
    void keepsOwnFieldsWordsOptionsAndValues() {
        TestDatabase database = firstRelease();
        customise(database);
        fill(database);

        try (TestProgram program = TestProgram.start(database, database.jdbcUrl())) {
            Api api = Api.of(program);

            var account = api.get("/accounts/" + ACCOUNT).expect(200);
            assertThat(account.get("x_region").stringValue()).isEqualTo("north");
            assertThat(account.get("x_favourite").get("name").stringValue()).isEqualTo("سردخانه");
            assertThat(account.get("x_budget").get("amount").intValue()).isEqualTo(70);
            api.patch("/accounts/" + ACCOUNT, "{\"x_region\": \"south\"}").expect(200);
            api.patch("/accounts/" + ACCOUNT, "{\"x_region\": \"west\"}").expect(422);
            assertThat(api.get("/accounts", "filter", "{\"field\": \"x_favourite.name\", \"value\": \"سردخانه\"}")
                            .expect(200)
                            .data())
                    .hasSize(1);
            var meta = api.get("/meta/types/accounts").expect(200).text();
            assertThat(meta).contains("منطقه", "کد ملی شرکت", "\"شمال\"").doesNotContain("x_old");
            assertThat(database.sql().fetchValue("select to_regclass('account_x_since_own') is not null"))
                    .isEqualTo(true);
            api.post("/products", "{\"name\": \"دیگر\", \"x_serial\": \"S1\"}").expect(409);
            api.post("/meta/types/accounts/fields/x_old/restoration").expect(200);
            assertThat(api.get("/accounts/" + ACCOUNT).get("x_old").stringValue())
                    .isEqualTo("کهنه");

            api.patch("/meta/types/accounts", "{\"label\": {\"fa\": \"مشتری‌ها\", \"en\": \"Customers\"}}")
                    .expect(200);
            api.post("/meta/types", "{\"name\": \"sites\", \"label\": \"محل‌ها\"}")
                    .expect(201);
            assertThat(api.get("/meta/customisation").expect(200).text()).contains("x_region", "x-sites");
        }
    }

    /** Whatever a later release ships, it cannot take the name of what an administrator made. */
    @Test
    void shipsNothingUnderTheNamesOfAdministrators() {
        TestDatabase database = TestDatabase.fresh();

        assertThat(database.sql()
                        .fetch("select a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid"
                                + " join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = 'public' and (a.attname like 'x\\_%' or c.relname like 'x\\_%')"))
                .isEmpty();
        try (TestProgram program = TestProgram.start(database, database.jdbcUrl())) {
            var types = program.bean(org.peyvand.record.Models.class).current().types();
            assertThat(types).allSatisfy(type -> {
                assertThat(type.plural()).doesNotStartWith(TypeNames.PREFIX);
                assertThat(type.fields()).noneMatch(field -> field.name().startsWith(FieldNames.PREFIX));
            });
            var made = Api.of(program)
                    .post(
                            "/meta/types/accounts/fields",
                            "{\"name\": \"name\", \"type\": \"text\", \"label\": \"نام\"}");
            assertThat(made.expect(201).text("name")).isEqualTo("x_name");
        }
    }

    private static TestDatabase firstRelease() {
        TestDatabase database = TestDatabase.empty();
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .target(FIRST_RELEASE)
                .load()
                .migrate();
        return database;
    }

    /** As the first release wrote it. */
    private static void customise(TestDatabase database) {
        for (String statement : new String[] {
            "alter table account add column x_region text, add column x_budget numeric, add column x_budget_currency text,"
                    + " add column x_favourite_id uuid, add column x_old text, add column x_since date",
            "alter table account add constraint account_x_favourite_id_ref foreign key (x_favourite_id) references product (id)",
            "create index account_x_favourite_id_own on account (x_favourite_id)",
            "alter table product add column x_serial text",
            "create unique index product_x_serial_own on product (search_text(x_serial)) where deleted_at is null",
            """
                insert into overlay_field (type, name, field_type, label_fa, label_en, required, is_unique, options, target, state, position) values
                ('accounts', 'x_region', 'choice', 'منطقه', 'Region', false, false,
                 '[{"key": "north", "fa": "شمال", "en": "North"}, {"key": "south", "fa": null, "en": null}]', null, 'live', 1),
                ('accounts', 'x_budget', 'money', 'بودجه', 'Budget', false, false, '[]', null, 'live', 2),
                ('accounts', 'x_favourite', 'reference', 'محصول محبوب', 'Favourite', false, false, '[]', 'products', 'live', 3),
                ('accounts', 'x_old', 'text', 'کهنه', 'Old', false, false, '[]', null, 'retired', 4),
                ('accounts', 'x_since', 'date', 'از', 'Since', false, false, '[]', null, 'live', 5),
                ('products', 'x_serial', 'text', 'سریال', 'Serial', false, true, '[]', null, 'live', 1)""",
            """
                insert into overlay_change (type, name, label_fa, label_en, required, options) values
                ('accounts', 'nationalId', 'کد ملی شرکت', 'Company id', null, null),
                ('accounts', 'tier', null, null, null, '[{"key": "platinum", "fa": "پلاتین", "en": "Platinum"}]')""",
            "update overlay_version set version = 7"
        }) {
            database.sql().execute(statement);
        }
    }

    private static void fill(TestDatabase database) {
        database.sql()
                .execute(
                        "insert into record_identity (id, type) values (?, 'accounts'), (?, 'products')",
                        ACCOUNT,
                        PRODUCT);
        database.sql()
                .execute(
                        "insert into product (id, name, search_text, x_serial) values (?, 'سردخانه', 'سردخانه', 's1')",
                        PRODUCT);
        database.sql()
                .execute(
                        "insert into account (id, name, search_text, x_region, x_budget, x_budget_currency, x_favourite_id, x_old)"
                                + " values (?, 'پارس', 'پارس', 'north', 70, 'USD', ?, 'کهنه')",
                        ACCOUNT,
                        PRODUCT);
    }
}
