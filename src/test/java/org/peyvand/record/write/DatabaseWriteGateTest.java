package org.peyvand.record.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.locale.Money;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Address;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.write.Outcome.Result;

@Tag("database")
class DatabaseWriteGateTest {

    static final WriteWorld world = new WriteWorld();
    static final Actor SARA = WriteWorld.user(1, WriteWorld.SOUTH);

    @AfterAll
    static void drop() {
        world.close();
    }

    @Test
    void storesAValueOfEveryKind() {
        UUID parent = world.create(SARA, Draft.of(Firm.NAME, "مادر"));
        Draft draft = Draft.of(Firm.NAME, "شرکت \"پارس\", {a\\b}")
                .set(Firm.CODE, "P-1")
                .set(Firm.PARENT, parent)
                .set(Firm.REVENUE, Money.of(1250, "USD"))
                .set(Firm.EMPLOYEES, 12L)
                .set(Firm.SHARE, new BigDecimal("12.50"))
                .set(Firm.FOUNDED, LocalDate.of(2020, 3, 20))
                .set(Firm.SEEN_AT, Instant.parse("2026-01-02T03:04:05.123456Z"))
                .set(Firm.MARKETS, List.of("online", "home"))
                .set(
                        Firm.ADDRESSES,
                        List.of(new Address("main", "IR", null, "Tehran", null, "A \"b\" \\ c", null, null, null)))
                .set(Firm.ABOUT, new RecordRef("firms", parent));

        UUID id = world.create(SARA, draft);

        Map<String, @Nullable Object> row = world.row(id);
        assertThat(row)
                .containsEntry("name", "شرکت \"پارس\", {a\\b}")
                .containsEntry("kind", "small")
                .containsEntry("active", true)
                .containsEntry("parent_id", parent)
                .containsEntry("employees", 12L)
                .containsEntry("revenue_currency", "USD")
                .containsEntry("owner_id", SARA.user())
                .containsEntry("team_id", WriteWorld.SOUTH)
                .containsEntry("created_by", SARA.user())
                .containsEntry("version", 1)
                .containsEntry("about_type", "firms");
        assertThat((BigDecimal) row.get("revenue")).isEqualByComparingTo("1250");
        assertThat(String.valueOf(row.get("founded"))).isEqualTo("2020-03-20");
        assertThat((String[]) row.get("markets")).containsExactly("online", "home");
        assertThat(String.valueOf(row.get("addresses"))).contains("A \\\"b\\\" \\\\ c");
        assertThat(row.get("created_at")).isEqualTo(row.get("updated_at"));
    }

    @Test
    void raisesTheVersionOnlyWhenAValueChanges() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "Alpha"));

        Outcome same = world.update(SARA, id, Draft.of(Firm.NAME, "Alpha"));
        Outcome other = world.update(SARA, id, Draft.of(Firm.NAME, "Beta"));

        assertThat(same).isEqualTo(new Outcome(id, 1, Result.UNCHANGED, null));
        assertThat(other).isEqualTo(new Outcome(id, 2, Result.UPDATED, null));
        assertThat(changes(id)).containsExactly("create 1 null", "update 2 {\"name\":[\"Alpha\",\"Beta\"]}");
    }

    @Test
    void leavesNoChangeSetWhenNothingChanged() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "Gamma"));

        Written written =
                world.gate.write(SARA, Batch.of(new Write.Update(Firm.TYPE, id, null, Draft.of(Firm.NAME, "Gamma"))));

        assertThat(written.changeSet()).isNull();
    }

    @Test
    void deletesAndRestoresOnce() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "Delta"));

        List<Result> results = new ArrayList<>();
        for (Write write : List.of(
                new Write.Delete(Firm.TYPE, id, null),
                new Write.Delete(Firm.TYPE, id, null),
                new Write.Restore(Firm.TYPE, id),
                new Write.Restore(Firm.TYPE, id))) {
            results.add(world.gate.write(SARA, Batch.of(write)).single().result());
        }

        assertThat(results).containsExactly(Result.DELETED, Result.UNCHANGED, Result.RESTORED, Result.UNCHANGED);
        assertThat(world.row(id)).containsEntry("version", 3).containsEntry("deleted_at", null);
    }

    @Test
    void refusesToEditWhatLiesInTheBin() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "Epsilon"));
        world.gate.write(SARA, Batch.of(new Write.Delete(Firm.TYPE, id, null)));

        assertThatThrownBy(() -> world.update(SARA, id, Draft.of(Firm.NAME, "x")))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class, no -> assertThat(no.code()).isEqualTo("deleted"));
    }

    @Test
    void tellsAllProblemsAtOnce() {
        Draft draft = new Draft()
                .set(Firm.PARENT, UUID.randomUUID())
                .set(Firm.SCORE, 3L)
                .problem(Problem.of("employees", "not-an-integer"));

        assertThatThrownBy(() -> world.create(SARA, draft))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        no -> assertThat(no.problems())
                                .extracting(problem -> problem.field() + " " + problem.code())
                                .containsExactlyInAnyOrder(
                                        "employees not-an-integer",
                                        "score read-only",
                                        "name required",
                                        "parent no-such-record"));
    }

    @Test
    void namesTheProblemsOfABatchByPosition() {
        Batch batch = Batch.of(List.of(
                new Write.Create(Firm.TYPE, null, Draft.of(Firm.NAME, "fine")),
                new Write.Create(Firm.TYPE, null, new Draft()),
                new Write.Update(Firm.TYPE, UUID.randomUUID(), null, new Draft())));

        assertThatThrownBy(() -> world.gate.write(SARA, batch))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        no -> assertThat(no.problems())
                                .extracting(problem -> problem.field() + " " + problem.code())
                                .containsExactly("/1/name required", "/2 not-found"));
        assertThat(world.database.sql().fetchValue("select count(*) from firm where name = 'fine'", Integer.class))
                .isEqualTo(0L);
    }

    @Test
    void letsTheSoundWritesOfATolerantBatchThrough() {
        world.create(SARA, Draft.of(Firm.NAME, "holder").set(Firm.CODE, "held"));
        Batch batch = Batch.of(List.of(
                        new Write.Create(Firm.TYPE, null, Draft.of(Firm.NAME, "sound one")),
                        new Write.Create(
                                Firm.TYPE, null, Draft.of(Firm.NAME, "second").set(Firm.CODE, "HELD")),
                        new Write.Create(
                                Firm.TYPE, null, Draft.of(Firm.NAME, "twin 1").set(Firm.CODE, "twin")),
                        new Write.Create(
                                Firm.TYPE, null, Draft.of(Firm.NAME, "twin 2").set(Firm.CODE, "Twin"))))
                .tolerant();

        Written written = world.gate.write(SARA, batch);

        assertThat(written.outcomes())
                .extracting(Outcome::result)
                .containsExactly(Result.CREATED, Result.REFUSED, Result.CREATED, Result.REFUSED);
        assertThat(written.outcomes().get(1).refusal())
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class, no -> assertThat(no.code()).isEqualTo("taken"));
        assertThat(world.database.sql().fetchValue("select records from change_set where id = ?", written.changeSet()))
                .isEqualTo(2L);
    }

    @Test
    void answersTheSameCreateAgainWithoutHarm() {
        UUID id = RecordIds.next();
        Batch create = Batch.of(new Write.Create(Firm.TYPE, id, Draft.of(Firm.NAME, "Once")));

        Written first = world.gate.write(SARA, create);
        Written again = world.gate.write(SARA, create);

        assertThat(first.single().result()).isEqualTo(Result.CREATED);
        assertThat(again.single()).isEqualTo(new Outcome(id, 1, Result.UNCHANGED, null));
        assertThat(again.changeSet()).isNull();
    }

    @Test
    void ignoresTheBinForUniqueValuesButNotWhenRestoring() {
        UUID old = world.create(SARA, Draft.of(Firm.NAME, "old").set(Firm.CODE, "bin-1"));
        world.gate.write(SARA, Batch.of(new Write.Delete(Firm.TYPE, old, null)));
        world.create(SARA, Draft.of(Firm.NAME, "new").set(Firm.CODE, "bin-1"));

        assertThatThrownBy(() -> world.gate.write(SARA, Batch.of(new Write.Restore(Firm.TYPE, old))))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        no -> assertThat(no.problems()).containsExactly(Problem.of("code", "taken")));
    }

    @Test
    void mergesEditsOfDifferentFieldsAndRefusesThoseOfOne() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "base").set(Firm.EMPLOYEES, 1L));
        world.update(SARA, id, Draft.of(Firm.NAME, "theirs"));

        Outcome merged = world.gate
                .write(SARA, Batch.of(new Write.Update(Firm.TYPE, id, 1, Draft.of(Firm.EMPLOYEES, 2L))))
                .single();

        assertThat(merged.version()).isEqualTo(3);
        assertThatThrownBy(() -> world.gate.write(
                        SARA, Batch.of(new Write.Update(Firm.TYPE, id, 1, Draft.of(Firm.NAME, "mine")))))
                .isInstanceOfSatisfying(Refusal.Stale.class, no -> {
                    assertThat(no.conflicts()).hasSize(1);
                    assertThat(no.conflicts().getFirst().base()).isEqualTo("base");
                    assertThat(no.conflicts().getFirst().mine()).isEqualTo("mine");
                    assertThat(no.conflicts().getFirst().theirs()).isEqualTo("theirs");
                });
    }

    @Test
    void keepsListsAndSingleContactPointsInStep() {
        UUID id = world.create(
                SARA,
                Draft.of(Firm.NAME, "points").set(Firm.PHONE, "+982112345678").set(Firm.MOBILE, "+989121234567"));
        world.update(SARA, id, Draft.of(Firm.EMAIL, "a@example.com"));
        world.update(
                SARA,
                id,
                Draft.of(
                        Firm.EMAILS,
                        List.of(
                                new ContactPoint("b@example.com", "home", false, false, false),
                                new ContactPoint("c@example.com", "work", true, false, false))));

        Map<String, @Nullable Object> row = world.row(id);

        assertThat(row).containsEntry("email", "c@example.com").containsEntry("mobile", "+989121234567");
        assertThat(String.valueOf(row.get("phones"))).contains("+982112345678").contains("\"mobile\"");
        assertThat(String.valueOf(row.get("search_text")))
                .contains("989121234567")
                .contains("982112345678")
                .contains("points");

        world.update(SARA, id, Draft.of(Firm.EMAIL, null));

        assertThat(world.row(id)).containsEntry("email", "b@example.com");
    }

    @Test
    void tagsByNameAndReplacesTheKeysOfOneSystemOnly() {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "tagged").set(SystemFields.TAGS, List.of("VIP", "مشتری")));
        world.update(SARA, id, Draft.of(SystemFields.TAGS, List.of("vip", "new")));
        world.update(SARA, id, Draft.of(SystemFields.EXTERNAL_KEYS, Map.of("sap", "1", "erp", "9")));
        world.update(SARA, id, Draft.of(SystemFields.EXTERNAL_KEYS, Map.of("sap", "2")));

        assertThat(changes(id)).element(1).isEqualTo("update 2 {\"tags\":[[\"VIP\",\"مشتری\"],[\"VIP\",\"new\"]]}");
        assertThat(externalKeys(id)).containsExactly("erp 9", "sap 2");
        UUID other = world.create(SARA, Draft.of(Firm.NAME, "other"));
        assertThatThrownBy(() -> world.update(SARA, other, Draft.of(SystemFields.EXTERNAL_KEYS, Map.of("sap", "2"))))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void costsAHandfulOfStatementsHoweverLargeTheBatch() {
        List<Write> creates = IntStream.range(0, 1000)
                .<Write>mapToObj(i -> new Write.Create(
                        Firm.TYPE,
                        null,
                        Draft.of(Firm.NAME, "Firm number " + i)
                                .set(Firm.CODE, "bulk-" + i)
                                .set(Firm.EMAIL, "firm" + i + "@example.com")
                                .set(Firm.MOBILE, "+98912%07d".formatted(i))
                                .set(Firm.EMPLOYEES, (long) i)))
                .toList();
        world.gate.write(SARA, Batch.of(creates.subList(0, 100)).as(Batch.Kind.IMPORT, "warm"));
        world.statements.clear();
        long started = System.nanoTime();

        Written written = world.gate.write(SARA, Batch.of(creates.subList(100, 1000)));

        System.getLogger("timing")
                .log(System.Logger.Level.INFO, "900 creates: " + (System.nanoTime() - started) / 1000 + " us");
        assertThat(world.statements).hasSizeLessThanOrEqualTo(2);
        List<Write> updates = written.outcomes().stream()
                .<Write>map(outcome -> new Write.Update(
                        Firm.TYPE, java.util.Objects.requireNonNull(outcome.id()), 1, Draft.of(Firm.EMPLOYEES, -1L)))
                .toList();
        world.statements.clear();
        started = System.nanoTime();

        world.gate.write(SARA, Batch.of(updates));

        System.getLogger("timing")
                .log(System.Logger.Level.INFO, "900 updates: " + (System.nanoTime() - started) / 1000 + " us");
        assertThat(world.statements).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void writesOneRecordInThreeStatementsAtMost() {
        long[] creates = new long[300];
        long[] updates = new long[300];
        for (int i = 0; i < creates.length; i++) {
            world.statements.clear();
            long started = System.nanoTime();
            UUID id = world.create(SARA, Draft.of(Firm.NAME, "one " + i).set(Firm.EMAIL, "one" + i + "@example.com"));
            creates[i] = System.nanoTime() - started;
            assertThat(world.statements).hasSizeLessThanOrEqualTo(3);
            world.statements.clear();
            started = System.nanoTime();
            world.update(SARA, id, Draft.of(Firm.EMPLOYEES, (long) i + 1));
            updates[i] = System.nanoTime() - started;
            assertThat(world.statements).hasSizeLessThanOrEqualTo(3);
        }
        Arrays.sort(creates);
        Arrays.sort(updates);
        System.getLogger("timing")
                .log(
                        System.Logger.Level.INFO,
                        "create " + creates[150] / 1000 + " us, update " + updates[150] / 1000 + " us");
    }

    @Test
    void sortsInTheWordsOfWhatWasWritten() {
        PendingWords words = new PendingWords(world.sql);
        words.sortIn();
        world.create(SARA, Draft.of(Firm.NAME, "تازه"));

        assertThat(words.sortIn()).isPositive();
        assertThat(words.sortIn()).isZero();
    }

    @Test
    void logsIntoThePartitionOfTheMonth() {
        ChangePartitions partitions = new ChangePartitions(world.sql, world.database.transactions());
        world.database.sql().execute("truncate change");
        partitions.prepare();
        partitions.prepare();

        UUID id = world.create(SARA, Draft.of(Firm.NAME, "of this month"));

        assertThat(world.database
                        .sql()
                        .fetchSingle("select tableoid::regclass::text from change where record_id = ?", id)
                        .get(0, String.class))
                .matches("change_\\d{6}");
    }

    static List<String> changes(UUID id) {
        return world
                .database
                .sql()
                .fetch("select act, version, fields from change where record_id = ? order by seq", id)
                .stream()
                .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
                .toList();
    }

    private static List<String> externalKeys(UUID id) {
        return world.database
                .sql()
                .fetch("select system || ' ' || key from external_key where record_id = ? order by 1", id)
                .getValues(0, String.class);
    }
}
