package org.peyvand.record.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.database.DedicatedConnections;
import org.peyvand.database.Notifications;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.testing.TestDatabase;

@Tag("database")
class OwnTypesTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final DedicatedConnections connections = new DedicatedConnections(database.dataSource());
    private final Notifications notifications = new Notifications(connections, database.sql());
    private final DatabaseModels models = new DatabaseModels(database.sql(), List.of());
    private final OwnFields fields =
            new OwnFields(database.sql(), database.transactions(), models, notifications, (actor, type, name) -> {});
    private final OwnTypes types = new OwnTypes(database.sql(), database.transactions(), models, notifications, fields);

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void makesNamesFromWords() {
        assertThat(created("پروژه‌ها", "Company projects").plural()).isEqualTo("x-company-projects");
        assertThat(created("شهر", "City").plural()).isEqualTo("x-cities");
        assertThat(created("جعبه", "Box").plural()).isEqualTo("x-boxes");
        assertThat(created("جعبه دیگر", "Box").plural()).isEqualTo("x-box-2s");
        assertThat(created("خودرو", null).plural()).isEqualTo("x-khvdrvs");
        assertThat(created("۱۲", null).plural()).isEqualTo("x-type-12s");
        assertThat(models.current().type("x-cities").name()).isEqualTo("x-city");
    }

    @Test
    void refusesNamesThatCannotStandInAddresses() {
        for (String name :
                List.of("1st", "خودرو", "a b", "A", "a--b", "x-", "a".repeat(50), "a\"; drop table tag; --")) {
            assertThatThrownBy(() -> types.create(Actor.system(), wish("ک", "K").named(name)))
                    .isInstanceOf(Refusal.Invalid.class);
        }
        assertThatThrownBy(() -> types.create(Actor.system(), wish(" ", null))).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void leavesNothingBehindWhenAFieldWillNotDo() {
        long before = models.current().version();
        NewType wanted = wish("کشتی", "Ship")
                .having(List.of(
                        NewField.of("text", new Field.Label("نشان", "Mark")),
                        NewField.of("magic", new Field.Label("جادو", "Magic"))));

        assertThatThrownBy(() -> types.create(Actor.system(), wanted))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.problems().getFirst().field())
                                .isEqualTo("fields/1/type"));

        assertThat(models.current().version()).isEqualTo(before);
        assertThat(database.sql().fetchValue("select to_regclass('x_ships')")).isNull();
        assertThat(types.create(Actor.system(), wish("کشتی", "Ship")).plural()).isEqualTo("x-ships");
    }

    @Test
    void isSeenByASecondNode() {
        DatabaseModels second = new DatabaseModels(database.sql(), List.of());
        second.current();

        created("کشتی", "Ship");

        assertThat(second.reload().find("x-ships")).isPresent();
        assertThat(new TableCheck(database.sql(), second).differences()).isEmpty();
    }

    @Test
    void mayReferToItselfAndToOthers() {
        created("بندر", "Port");
        RecordType ship = types.create(
                Actor.system(),
                wish("کشتی", "Ship")
                        .having(List.of(
                                NewField.of("reference", new Field.Label("مادر", "Mother"))
                                        .pointingAt("x-ships"),
                                NewField.of("reference", new Field.Label("بندر", "Home"))
                                        .pointingAt("x-ports"))));

        assertThat(models.current().relation(ship, "x_mother")).isPresent();
        assertThat(models.current().relation(models.current().type("x-ports"), "xShips"))
                .isPresent();
        types.retire(Actor.system(), "x-ships");
        types.retire(Actor.system(), "x-ports");
        assertThatThrownBy(() -> types.restore(Actor.system(), "x-ships")).isInstanceOf(Refusal.Conflict.class);
        types.restore(Actor.system(), "x-ports");
        types.restore(Actor.system(), "x-ships");
        assertThat(types.retired()).isEmpty();
    }

    private RecordType created(String persian, @org.jspecify.annotations.Nullable String english) {
        return types.create(Actor.system(), wish(persian, english));
    }

    private static NewType wish(String persian, @org.jspecify.annotations.Nullable String english) {
        return NewType.of(new Field.Label(persian, english), null);
    }
}
