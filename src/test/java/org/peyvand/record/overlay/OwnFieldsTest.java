package org.peyvand.record.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.database.DedicatedConnections;
import org.peyvand.database.Notifications;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Option;
import org.peyvand.testing.TestDatabase;

@Tag("database")
class OwnFieldsTest {

    private static final Field<String> NAME = Field.text("name").required();
    private static final Field<String> COLOR = Field.choice("color", "red", "green");
    private static final RecordType BOAT = RecordType.named("boat", "boats")
            .table("test_boat")
            .fields(NAME, COLOR)
            .build();
    private static final String TABLE =
            "create table test_boat (id uuid primary key, version integer not null default 1,"
                    + " created_at timestamptz not null default now(), created_by uuid, updated_at timestamptz not null default"
                    + " now(), updated_by uuid, owner_id uuid, team_id uuid, deleted_at timestamptz, search_text text not null"
                    + " default '', name text not null, color text)";

    private final TestDatabase database = TestDatabase.fresh();
    private final List<String> enqueued = new ArrayList<>();
    private final DedicatedConnections connections = new DedicatedConnections(database.dataSource());
    private final Notifications notifications = new Notifications(connections, database.sql());
    private final DatabaseModels models = new DatabaseModels(database.sql(), List.of(BOAT));
    private final OwnFields fields = new OwnFields(
            database.sql(), database.transactions(), models, notifications, (actor, type, name) -> enqueued.add(name));
    private final FieldBuilding building =
            new FieldBuilding(database.sql(), database.transactions(), models, notifications, connections);

    @BeforeEach
    void create() {
        database.sql().execute(TABLE);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void addsAColumnThatTheModelShowsAtOnce() {
        long before = models.current().version();

        Field<?> made = fields.create(Actor.system(), "boats", NewField.of("money", label("ارزش", "Value")));

        assertThat(made.name()).isEqualTo("x_value");
        assertThat(made.is(Field.Flag.OWN)).isTrue();
        assertThat(models.current().version()).isEqualTo(before + 1);
        assertThat(columns()).contains("x_value", "x_value_currency");
        assertThat(new TableCheck(database.sql(), models).differences()).isEmpty();
    }

    @Test
    void makesALatinNameFromAPersianLabel() {
        Field<?> first = fields.create(Actor.system(), "boats", NewField.of("text", label("کد پروژه", null)));
        Field<?> second = fields.create(Actor.system(), "boats", NewField.of("text", label("کد پروژه", null)));

        assertThat(first.name()).isEqualTo("x_kdPrvzhh");
        assertThat(second.name()).isEqualTo("x_kdPrvzhh2");
        assertThat(first.label()).isEqualTo(label("کد پروژه", null));
    }

    @Test
    void refusesATakenNameAndBadWishes() {
        fields.create(
                Actor.system(), "boats", NewField.of("text", label("الف", "A")).named("mark"));

        assertThatThrownBy(() -> fields.create(
                        Actor.system(),
                        "boats",
                        NewField.of("date", label("ب", "B")).named("x_mark")))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> fields.create(
                        Actor.system(),
                        "boats",
                        NewField.of("reference", label("ب", "B")).pointingAt("ships")))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> fields.create(Actor.system(), "boats", NewField.of("magic", label("ب", "B"))))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> fields.create(
                        Actor.system(),
                        "boats",
                        NewField.of("text", label("ب", "B")).named("drop table")))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void keepsTheColumnOfARetiredFieldAndItsName() {
        fields.create(Actor.system(), "boats", NewField.of("text", label("الف", "Mark")));
        database.sql().execute("insert into test_boat (id, name, x_mark) values (gen_random_uuid(), 'a', 'kept')");

        fields.retire(Actor.system(), "boats", "x_mark");

        assertThat(models.current().type("boats").find("x_mark")).isEmpty();
        assertThat(fields.retired("boats")).containsExactly("x_mark");
        assertThatThrownBy(() -> fields.create(
                        Actor.system(),
                        "boats",
                        NewField.of("text", label("الف", "A")).named("mark")))
                .isInstanceOf(Refusal.Conflict.class);

        fields.restore(Actor.system(), "boats", "x_mark");

        assertThat(models.current().type("boats").find("x_mark")).isPresent();
        assertThat(database.sql().fetchValue("select x_mark from test_boat")).isEqualTo("kept");
    }

    @Test
    void buildsTheIndexOfAFilledTableLater() {
        database.sql()
                .execute(
                        "insert into test_boat (id, name) select gen_random_uuid(), 'b' from generate_series(1, 6000)");

        Field<?> made = fields.create(
                Actor.system(),
                "boats",
                NewField.of("text", label("کد", "Code")).asUnique());

        assertThat(made.is(Field.Flag.BUILDING)).isTrue();
        assertThat(made.is(Field.Flag.UNIQUE)).isFalse();
        assertThat(made.is(Field.Flag.READ_ONLY)).isTrue();
        assertThat(enqueued).containsExactly("x_code");

        database.sql().execute("create index test_boat_x_code_own on test_boat (x_code)");
        database.sql()
                .execute("update pg_index set indisvalid = false where indexrelid = 'test_boat_x_code_own'::regclass");
        building.build("boats", "x_code", () -> {});
        building.build("boats", "x_code", () -> {});

        Field<?> live = models.current().type("boats").field("x_code");
        assertThat(live.is(Field.Flag.BUILDING)).isFalse();
        assertThat(live.is(Field.Flag.UNIQUE)).isTrue();
        assertThat(database.sql()
                        .fetchValue("select indisvalid and indisunique from pg_index where indexrelid ="
                                + " 'test_boat_x_code_own'::regclass"))
                .isEqualTo(true);
    }

    @Test
    void findsTheStretchOfDaysOfACalendarByAnIndexBeTheTableFilledOrNot() {
        Field<?> early = fields.create(
                Actor.system(),
                "boats",
                NewField.of("date", label("روز", "Day")).named("day"));
        database.sql()
                .execute("insert into test_boat (id, name, x_day) select gen_random_uuid(), 'b', date '2026-01-01' + n"
                        + " from generate_series(1, 6000) n");
        Field<?> late = fields.create(
                Actor.system(),
                "boats",
                NewField.of("instant", label("لحظه", "Moment")).named("moment"));

        assertThat(early.is(Field.Flag.BUILDING)).isFalse();
        assertThat(late.is(Field.Flag.BUILDING)).isTrue();
        assertThat(late.is(Field.Flag.READ_ONLY)).isFalse();
        assertThat(enqueued).containsExactly("x_moment");
        building.build("boats", "x_moment", () -> {});
        assertThat(models.current().type("boats").field("x_moment").is(Field.Flag.BUILDING))
                .isFalse();
        database.sql().execute("analyze test_boat");
        assertThat(plan("x_day >= '2030-01-01' and x_day < '2030-02-01'")).contains("test_boat_x_day_own");
        database.sql().execute("update test_boat set x_moment = x_day");
        database.sql().execute("analyze test_boat");
        assertThat(plan("x_moment >= '2030-01-01' and x_moment < '2030-02-01'")).contains("test_boat_x_moment_own");
    }

    @Test
    void catchesUpWithTheIndexThatAFieldOfAnEarlierVersionLacks() {
        fields.create(
                Actor.system(),
                "boats",
                NewField.of("date", label("روز", "Day")).named("day"));
        database.sql().execute("drop index test_boat_x_day_own");

        MissingIndexes missing = new MissingIndexes(database.sql(), models, (actor, type, name) -> enqueued.add(name));

        missing.enqueue();

        assertThat(enqueued).containsExactly("x_day");
        assertThat(models.current().type("boats").field("x_day").is(Field.Flag.BUILDING))
                .isFalse();
        building.build("boats", "x_day", () -> {});
        assertThat(database.sql()
                        .fetchValue(
                                "select indisvalid from pg_index where indexrelid = 'test_boat_x_day_own'::regclass"))
                .isEqualTo(true);
        missing.enqueue();
        assertThat(enqueued).hasSize(1);
    }

    private String plan(String where) {
        return database.sql()
                .fetch("explain select id from test_boat where deleted_at is null and " + where + " order by 1")
                .formatCSV();
    }

    @Test
    void validatesTheReferenceOfAFilledTableLater() {
        database.sql()
                .execute(
                        "insert into test_boat (id, name) select gen_random_uuid(), 'b' from generate_series(1, 6000)");
        Field<?> made = fields.create(
                Actor.system(),
                "boats",
                NewField.of("reference", label("مادر", "Mother")).pointingAt("boats"));

        building.build("boats", made.name(), () -> {});

        assertThat(database.sql()
                        .fetchValue("select convalidated from pg_constraint where conname like 'test_boat_x%'"))
                .isEqualTo(true);
        assertThat(models.current().relation(models.current().type("boats"), "x_mother"))
                .isPresent();
    }

    @Test
    void changesLabelsAndOptionsButNeverDropsShippedOnes() {
        fields.change(
                Actor.system(),
                "boats",
                "color",
                new FieldChange(label("رنگ بدنه", "Hull"), true, List.of(new Option("blue", "آبی", "Blue"))));

        Field<?> color = models.current().type("boats").field("color");
        assertThat(color.label()).isEqualTo(label("رنگ بدنه", "Hull"));
        assertThat(color.is(Field.Flag.REQUIRED)).isTrue();
        assertThat(((ChoiceType) color.type()).options())
                .extracting(Option::key)
                .containsExactly("blue", "red", "green");
        assertThatThrownBy(() -> fields.change(Actor.system(), "boats", "name", new FieldChange(null, false, null)))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void waitsForABusyTableWithoutGivingUp() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        Thread writer = Thread.ofPlatform()
                .start(() -> database.transactions().executeWithoutResult(status -> {
                    database.sql().execute("insert into test_boat (id, name) values (gen_random_uuid(), 'slow')");
                    written.countDown();
                    await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaitsForTheTable);
                    await().atMost(Duration.ofSeconds(20)).until(() -> !somebodyWaitsForTheTable());
                }));
        written.await();

        Field<?> made = fields.create(Actor.system(), "boats", NewField.of("date", label("روز", "Day")));

        writer.join();
        assertThat(made.name()).isEqualTo("x_day");
    }

    @Test
    void isNoticedByAnotherNode() {
        DatabaseModels other = new DatabaseModels(database.sql(), List.of(BOAT));
        other.current();

        fields.create(Actor.system(), "boats", NewField.of("date", label("روز", "Day")));

        assertThat(other.current().type("boats").find("x_day")).isEmpty();
        assertThat(other.reload().type("boats").find("x_day")).isPresent();
    }

    @Test
    void namesEachDifferenceBetweenTypesAndTables() {
        database.sql().execute("alter table test_boat drop column color");
        database.sql().execute("alter table test_boat alter column name type varchar(10)");

        assertThat(new TableCheck(database.sql(), models).differences())
                .hasSize(2)
                .anyMatch(sentence -> sentence.contains("test_boat.color is missing"))
                .anyMatch(sentence -> sentence.contains("character varying instead of text"));
    }

    private List<String> columns() {
        return database.sql()
                .fetch("select attname from pg_attribute where attrelid = 'test_boat'::regclass and attnum > 0")
                .getValues(0, String.class);
    }

    private static Field.Label label(String fa, @org.jspecify.annotations.Nullable String en) {
        return new Field.Label(fa, en);
    }

    private boolean somebodyWaitsForTheTable() {
        Object waiting = database.sql()
                .fetchValue("select count(*) from pg_locks where not granted and relation = 'test_boat'::regclass");
        return waiting instanceof Long count && count > 0;
    }
}
