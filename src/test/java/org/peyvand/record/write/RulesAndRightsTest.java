package org.peyvand.record.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.write.Outcome.Result;

@Tag("database")
class RulesAndRightsTest {

    /** Scores a firm by its size, gives big ones a code, and wants to know the head count before a firm grows big. */
    private static final class Sizes implements RecordRule {

        @Override
        public RecordType type() {
            return Firm.TYPE;
        }

        @Override
        public void apply(RuleContext context) {
            for (Pending firm : context.pending()) {
                Long employees = firm.after(Firm.EMPLOYEES);
                firm.derive(Firm.SCORE, employees == null ? null : employees * 10);
                if ("big".equals(firm.after(Firm.KIND)) && firm.changes(Firm.KIND)) {
                    if (employees == null && context.kind().meetsEntryRequirements()) {
                        firm.refuse(Problem.of("employees", "required"));
                    }
                    firm.derive(Firm.CODE, "big-" + firm.id());
                }
            }
        }
    }

    static final WriteWorld world = new WriteWorld(new Sizes());
    static final Actor SARA = WriteWorld.user(1, WriteWorld.SOUTH);

    @AfterAll
    static void drop() {
        world.close();
    }

    @Test
    void storesWhatRulesDeriveAndLogsAllButComputedValues() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "firm"));

        world.update(SARA, id, Draft.of(Firm.EMPLOYEES, 5L).set(Firm.KIND, "big"));

        assertThat(world.row(id)).containsEntry("score", 50L).containsEntry("code", "big-" + id);
        Change change = world.log.history(SARA, Firm.TYPE, id, 1, null).items().getFirst();
        assertThat(change.fields()).containsOnlyKeys(Firm.EMPLOYEES, Firm.KIND, Firm.CODE);
    }

    @Test
    void skipsEntryRequirementsOfImportsAndUndo() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "entry"));
        Write grow = new Write.Update(Firm.TYPE, id, null, Draft.of(Firm.KIND, "big"));

        assertThatThrownBy(() -> world.gate.write(SARA, Batch.of(grow))).isInstanceOf(Refusal.Invalid.class);
        Written imported = world.gate.write(SARA, Batch.of(grow).as(Batch.Kind.IMPORT, "history"));
        UUID undo = Objects.requireNonNull(world.log.undo(SARA, Objects.requireNonNull(imported.changeSet()), false));
        world.log.undo(SARA, undo, false);

        assertThat(world.row(id)).containsEntry("kind", "big").containsEntry("code", "big-" + id);
    }

    @Test
    void hidesWhatIsOutOfSightAndForbidsWhatIsOutOfReach() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "hers"));
        Actor reader = WriteWorld.user(11);
        world.visibility.reach(reader, Operation.UPDATE, own(reader));
        world.visibility.reach(reader, Operation.DELETE, own(reader));
        Actor stranger = WriteWorld.user(12);
        world.visibility.reach(stranger, Operation.READ, own(stranger));

        for (Write write : List.of(
                new Write.Update(Firm.TYPE, id, null, Draft.of(Firm.NAME, "his")),
                new Write.Delete(Firm.TYPE, id, null))) {
            assertThatThrownBy(() -> world.gate.write(reader, Batch.of(write))).isInstanceOf(Refusal.Forbidden.class);
            assertThatThrownBy(() -> world.gate.write(stranger, Batch.of(write)))
                    .isInstanceOf(Refusal.NotFound.class);
        }
        assertThatThrownBy(() -> world.gate.write(
                        stranger,
                        Batch.of(new Write.Create(
                                Firm.TYPE, null, Draft.of(Firm.NAME, "n").set(Firm.PARENT, id)))))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        no -> assertThat(no.problems()).containsExactly(Problem.of("parent", "no-such-record")));
        assertThat(world.row(id)).containsEntry("version", 1);
    }

    @Test
    void reachesRecordsOfATeamAndThoseSharedForWriting() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "shared"));
        Actor colleague = WriteWorld.user(13, WriteWorld.SOUTH);
        world.visibility.reach(
                colleague, Operation.UPDATE, new Reach.Some(user(colleague), Set.of(WriteWorld.SOUTH), Set.of()));
        Actor partner = WriteWorld.user(14);
        world.visibility.reach(
                partner, Operation.UPDATE, new Reach.Some(user(partner), Set.of(), Set.of(user(partner))));

        assertThat(world.update(colleague, id, Draft.of(Firm.NAME, "by team")).result())
                .isEqualTo(Result.UPDATED);
        assertThatThrownBy(() -> world.update(partner, id, Draft.of(Firm.NAME, "too early")))
                .isInstanceOf(Refusal.Forbidden.class);
        world.database
                .sql()
                .execute(
                        "insert into record_share (record_id, grantee_id, writable) values (?, ?, true)",
                        id,
                        user(partner));
        assertThat(world.update(partner, id, Draft.of(Firm.NAME, "by share")).result())
                .isEqualTo(Result.UPDATED);
    }

    @Test
    void keepsNewRecordsAndMovedOnesWithinReach() {
        Actor seller = WriteWorld.user(15, WriteWorld.NORTH);
        world.visibility.reach(seller, Operation.CREATE, own(seller));
        world.visibility.reach(seller, Operation.UPDATE, own(seller));
        UUID mine = world.create(seller, Draft.of(Firm.NAME, "mine"));
        Draft elsewhere = Draft.of(Firm.NAME, "n").set(SystemFields.OWNER, user(SARA));

        assertThatThrownBy(() -> world.create(seller, elsewhere)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> world.update(seller, mine, Draft.of(SystemFields.OWNER, user(SARA))))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(world.row(mine)).containsEntry("team_id", WriteWorld.NORTH);
    }

    @Test
    void refusesFieldsThatAreNotTheActorsToWrite() {
        Actor clerk = WriteWorld.user(16);
        world.visibility.field(clerk, Firm.REVENUE, FieldAccess.HIDDEN);
        world.visibility.field(clerk, Firm.EMPLOYEES, FieldAccess.READ_ONLY);
        Draft draft = Draft.of(Firm.NAME, "n")
                .set(Firm.REVENUE, null)
                .set(Firm.EMPLOYEES, 1L)
                .set(SystemFields.CREATED_AT, Instant.EPOCH);

        assertThatThrownBy(() -> world.create(clerk, draft))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        no -> assertThat(no.problems())
                                .extracting(problem -> problem.field() + " " + problem.code())
                                .containsExactlyInAnyOrder(
                                        "revenue unknown-field", "employees read-only", "createdAt read-only"));
    }

    @Test
    void letsTheOwningModuleSetStamps() {
        Instant then = Instant.parse("2024-05-06T07:08:09Z");
        Draft draft =
                Draft.of(Firm.NAME, "old").set(SystemFields.CREATED_AT, then).set(Firm.SCORE, 1L);

        UUID id = Objects.requireNonNull(world.gate
                .write(SARA, Batch.of(new Write.Create(Firm.TYPE, null, draft)).internal())
                .single()
                .id());

        Map<String, ?> row = world.row(id);
        assertThat(String.valueOf(row.get("created_at"))).startsWith("2024-05-06T07:08:09");
    }

    private static Reach own(Actor actor) {
        return new Reach.Some(user(actor), Set.of(), Set.of(user(actor)));
    }

    private static UUID user(Actor actor) {
        return Objects.requireNonNull(actor.user());
    }
}
