package org.peyvand.record.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.query.Page;

@Tag("database")
class UndoingTest {

    static final WriteWorld world = new WriteWorld();
    static final Actor SARA = WriteWorld.user(1, WriteWorld.SOUTH);

    @AfterAll
    static void drop() {
        world.close();
    }

    @Test
    void bringsBackValuesTagsAndTheBin() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "before").set(SystemFields.TAGS, List.of("a", "b")));
        UUID edit = change(new Write.Update(
                Firm.TYPE,
                id,
                null,
                Draft.of(Firm.NAME, "after")
                        .set(Firm.EMAIL, "x@example.com")
                        .set(SystemFields.TAGS, List.of("b", "c"))));
        UUID delete = change(new Write.Delete(Firm.TYPE, id, null));

        world.log.undo(SARA, delete, false);
        world.log.undo(SARA, edit, false);

        assertThat(world.row(id))
                .containsEntry("name", "before")
                .containsEntry("email", null)
                .containsEntry("emails", null)
                .containsEntry("search_text", "before")
                .containsEntry("deleted_at", null)
                .containsEntry("version", 5);
        assertThat(world.tags(id)).containsExactly("a", "b");
    }

    @Test
    void leavesLaterEditsOfOtherFieldsAlone() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "one").set(Firm.EMPLOYEES, 1L));
        UUID edit = change(new Write.Update(Firm.TYPE, id, null, Draft.of(Firm.NAME, "two")));
        world.update(SARA, id, Draft.of(Firm.EMPLOYEES, 2L));

        world.log.undo(SARA, edit, false);

        assertThat(world.row(id)).containsEntry("name", "one").containsEntry("employees", 2L);
    }

    @Test
    void refusesWhenTheSameFieldChangedLater() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "one"));
        UUID edit = change(new Write.Update(Firm.TYPE, id, null, Draft.of(Firm.NAME, "two")));
        world.update(SARA, id, Draft.of(Firm.NAME, "three"));

        assertThat(world.log.obstacles(SARA, edit))
                .containsOnlyKeys(new RecordRef("firms", id))
                .containsValue(List.of(Problem.of("name", "changed-since")));
        assertThatThrownBy(() -> world.log.undo(SARA, edit, false))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        no -> assertThat(no.problems())
                                .containsExactly(Problem.of("/firms/" + id + "/name", "changed-since")));
        assertThat(world.log.undo(SARA, edit, true)).isNull();
        assertThat(found(edit).undoneBy()).isNull();
    }

    @Test
    void refusesToTakeAwayWhatOthersReferToOrEdited() {
        Written created = world.gate.write(
                SARA,
                Batch.of(List.of(
                        new Write.Create(Firm.TYPE, null, Draft.of(Firm.NAME, "parent")),
                        new Write.Create(Firm.TYPE, null, Draft.of(Firm.NAME, "edited")),
                        new Write.Create(Firm.TYPE, null, Draft.of(Firm.NAME, "free")))));
        UUID parent = id(created, 0);
        UUID edited = id(created, 1);
        UUID child = world.create(SARA, Draft.of(Firm.NAME, "child").set(Firm.PARENT, parent));
        world.update(SARA, edited, Draft.of(Firm.EMPLOYEES, 5L));
        UUID set = Objects.requireNonNull(created.changeSet());

        assertThat(world.log.obstacles(SARA, set))
                .containsEntry(new RecordRef("firms", parent), List.of(Problem.of("", "referred-to")))
                .containsEntry(new RecordRef("firms", edited), List.of(Problem.of("", "changed-since")))
                .hasSize(2);
        world.log.undo(SARA, set, true);

        assertThat(world.row(parent)).containsEntry("deleted_at", null);
        assertThat(world.row(id(created, 2)).get("deleted_at")).isNotNull();
        assertThat(world.row(child)).containsEntry("parent_id", parent);
    }

    @Test
    void takesThousandsBackAndBringsThemAgain() {
        List<Write> creates = IntStream.range(0, 2500)
                .<Write>mapToObj(i -> new Write.Create(
                        Firm.TYPE, null, Draft.of(Firm.NAME, "deal " + i).set(Firm.CODE, "again-" + i)))
                .toList();
        UUID set = world.gate.begin(SARA, Batch.Kind.IMPORT, "import of deals.csv");
        for (int from = 0; from < creates.size(); from += 1000) {
            world.gate.write(
                    SARA,
                    Batch.of(creates.subList(from, Math.min(from + 1000, creates.size())))
                            .as(Batch.Kind.IMPORT, "")
                            .continuing(set));
        }
        assertThat(found(set).records()).isEqualTo(2500);

        long started = System.nanoTime();
        UUID undo = Objects.requireNonNull(world.log.undo(SARA, set, false));
        System.getLogger("timing")
                .log(System.Logger.Level.INFO, "undo of 2500: " + (System.nanoTime() - started) / 1_000_000 + " ms");

        assertThat(live("again-%")).isZero();
        assertThat(found(set).undoneBy()).isEqualTo(undo);
        assertThat(found(undo).undoes()).isEqualTo(set);
        assertThat(found(undo).label()).isEqualTo("import of deals.csv");
        assertThatThrownBy(() -> world.log.undo(SARA, set, false))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class, no -> assertThat(no.code()).isEqualTo("already-undone"));

        world.log.undo(SARA, undo, false);

        assertThat(live("again-%")).isEqualTo(2500);
        assertThat(found(set).undoneBy()).isNull();
        assertThat(world.log.undo(SARA, set, false)).isNotNull();
        assertThat(live("again-%")).isZero();
    }

    @Test
    void goesOnAfterAnInterruptionWithoutDoingAnythingTwice() {
        UUID set = Objects.requireNonNull(world.gate
                .write(
                        SARA,
                        Batch.of(IntStream.range(0, 25)
                                .<Write>mapToObj(i -> new Write.Create(
                                        Firm.TYPE,
                                        null,
                                        Draft.of(Firm.NAME, "p").set(Firm.CODE, "part-" + i)))
                                .toList()))
                .changeSet());
        UUID undo = world.log.beginUndo(SARA, set);
        List<Boolean> answers = new ArrayList<>();

        answers.add(world.log.undoPart(SARA, set, undo, false, 10));
        world.database.transactions().executeWithoutResult(killed -> {
            world.log.undoPart(SARA, set, undo, false, 10);
            killed.setRollbackOnly();
        });
        assertThat(live("part-%")).isEqualTo(15);
        answers.add(world.log.undoPart(SARA, set, undo, false, 10));
        answers.add(world.log.undoPart(SARA, set, undo, false, 10));
        answers.add(world.log.undoPart(SARA, set, undo, false, 10));

        assertThat(answers).containsExactly(true, true, false, false);
        assertThat(live("part-%")).isZero();
        assertThat(found(undo).records()).isEqualTo(25);
    }

    @Test
    void needsTheRightsToEachRecord() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "hers"));
        UUID edit = change(new Write.Update(Firm.TYPE, id, null, Draft.of(Firm.NAME, "still hers")));
        Actor reader = WriteWorld.user(2);
        world.visibility.reach(reader, Operation.UPDATE, Reach.NONE);
        Actor stranger = WriteWorld.user(3);
        world.visibility.reach(stranger, Operation.READ, Reach.NONE);
        Actor blind = WriteWorld.user(4);
        world.visibility.field(blind, Firm.NAME, FieldAccess.HIDDEN);

        assertThatThrownBy(() -> world.log.undo(reader, edit, false)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> world.log.undo(stranger, edit, false)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> world.log.undo(blind, edit, false)).isInstanceOf(Refusal.Forbidden.class);
        assertThat(world.row(id)).containsEntry("name", "still hers");
    }

    @Test
    void tellsTheHistoryWithoutHiddenFields() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "first"));
        world.update(SARA, id, Draft.of(Firm.NAME, "second").set(Firm.EMPLOYEES, 7L));
        Actor blind = WriteWorld.user(5);
        world.visibility.field(blind, Firm.EMPLOYEES, FieldAccess.HIDDEN);

        Page<Change> newest = world.log.history(blind, Firm.TYPE, id, 1, null);
        Page<Change> oldest = world.log.history(blind, Firm.TYPE, id, 1, newest.next());

        Change update = newest.items().getFirst();
        assertThat(update.version()).isEqualTo(2);
        assertThat(update.changeSet().byName()).isEqualTo("User 1");
        assertThat(update.fields()).hasSize(1).containsEntry(Firm.NAME, new Change.BeforeAfter("first", "second"));
        assertThat(oldest.items().getFirst().act()).isEqualTo(Pending.Act.CREATE);
        assertThat(oldest.next()).isNull();
    }

    @Test
    void listsTheLatestActsOfTheActor() {
        Actor other = WriteWorld.user(6);
        world.create(other, Draft.of(Firm.NAME, "1"));
        world.create(other, Draft.of(Firm.NAME, "2"));

        Page<ChangeSet> newest = world.log.latest(other, 1, null);
        Page<ChangeSet> before = world.log.latest(other, 1, newest.next());

        assertThat(newest.items()).hasSize(1);
        assertThat(before.items()).hasSize(1).doesNotContainAnyElementsOf(newest.items());
        assertThat(before.next()).isNull();
    }

    private static UUID change(Write write) {
        return Objects.requireNonNull(world.gate.write(SARA, Batch.of(write)).changeSet());
    }

    private static UUID id(Written written, int index) {
        return Objects.requireNonNull(written.outcomes().get(index).id());
    }

    private static ChangeSet found(UUID changeSet) {
        return world.log.find(SARA, changeSet).orElseThrow();
    }

    private static long live(String codes) {
        return world.database
                .sql()
                .fetchSingle("select count(*) from firm where code like ? and deleted_at is null", codes)
                .get(0, Long.class);
    }
}
