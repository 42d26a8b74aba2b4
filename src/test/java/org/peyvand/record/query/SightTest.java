package org.peyvand.record.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peyvand.record.query.TradingFloor.DEALS;
import static org.peyvand.record.query.TradingFloor.FIRMS;
import static org.peyvand.record.query.TradingFloor.PEOPLE;
import static org.peyvand.record.query.TradingFloor.USERS;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordRef;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.Operator;

/** What an actor may not see is not there, through whichever door one asks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SightTest {

    private final TradingFloor floor = new TradingFloor();
    private final UUID me = UUID.randomUUID();
    private final Actor actor = TradingFloor.user(me);
    private final Actor program = Actor.system();
    private UUID secretFirm = me;
    private UUID openFirm = me;

    @BeforeAll
    void fill() {
        UUID owner = floor.put(USERS, Map.of("name", "مینا"));
        secretFirm = floor.put(
                FIRMS,
                Map.of(
                        "name", "نهان",
                        "legalName", "زبرا",
                        "industry", "راز",
                        "owner", owner,
                        "emails",
                                List.of(
                                        ContactPoint.primary("first@x.example", "work"),
                                        new ContactPoint("second@x.example", "work", false, false, false))));
        openFirm = floor.put(FIRMS, Map.of("name", "آشکار", "legalName", "گورخر", "owner", me));
        floor.put(PEOPLE, Map.of("name", "یک", "firm", secretFirm));
        floor.put(PEOPLE, Map.of("name", "دو", "firm", openFirm));
        floor.put(DEALS, Map.of("name", "الف", "firm", openFirm));
    }

    @AfterEach
    void reset() {
        floor.visibility().reset();
    }

    @AfterAll
    void close() {
        floor.close();
    }

    private void onlyMine() {
        floor.visibility().reach(FIRMS, new Reach.Some(me, Set.of(), Set.of(me)));
    }

    @Test
    void recordsOutOfReachAreNotListedFoundCountedGroupedOrSearched() {
        onlyMine();

        assertThat(floor.names(actor, FIRMS, "{}")).containsExactly("آشکار");
        assertThat(floor.gate().find(actor, FIRMS, secretFirm)).isEmpty();
        assertThat(floor.gate().findAll(actor, FIRMS, List.of(secretFirm, openFirm)))
                .containsOnlyKeys(openFirm);
        assertThat(floor.gate().count(actor, Query.of(FIRMS))).isEqualTo(new Count(1, false));
        assertThat(floor.gate().groups(actor, Query.of(FIRMS), List.of(), List.of(Group.Measure.COUNT)))
                .containsExactly(new Group(List.of(), List.of(1L)));
        assertThat(floor.gate().search(actor, "نهان", Set.of(), 10)).isEmpty();
        assertThat(floor.gate().search(program, "نهان", Set.of(), 10)).hasSize(1);
        assertThat(floor.gate().search(actor, "نهام", Set.of(), 10)).isEmpty();
        assertThat(floor.gate().page(actor, Query.of(FIRMS).matching("نهان")).items())
                .isEmpty();
    }

    @Test
    void sharedRecordsAreWithinReach() {
        onlyMine();
        floor.share(secretFirm, me);

        assertThat(floor.names(actor, FIRMS, "{}")).hasSize(2);
        assertThat(floor.names(actor, Query.of(FIRMS).sorted(floor.gate().sorts(actor, FIRMS, "-industry"))))
                .hasSize(2);

        floor.sql().execute("delete from record_share");
    }

    @Test
    void targetsOutOfReachCountAsEmptyInPathsSortsAndRelations() {
        onlyMine();

        assertThat(floor.names(actor, PEOPLE, "{'field':'firm.name','op':'eq','value':'نهان'}"))
                .isEmpty();
        assertThat(floor.names(actor, PEOPLE, "{'field':'firm.name','op':'isEmpty'}"))
                .containsExactly("یک");
        assertThat(floor.names(actor, PEOPLE, "{'field':'firm.name','op':'ne','value':'x'}"))
                .hasSize(2);
        assertThat(floor.names(actor, PEOPLE, "{'has':'firm'}")).containsExactly("دو");
        assertThat(floor.names(actor, Query.of(PEOPLE).sorted(floor.gate().sorts(actor, PEOPLE, "-firm.name"))))
                .containsExactly("دو", "یک");
        assertThat(floor.gate()
                        .groups(
                                actor,
                                Query.of(PEOPLE),
                                List.of(new Group.Key(floor.gate().path(actor, PEOPLE, "firm.name"), null)),
                                List.of(Group.Measure.COUNT)))
                .extracting(Group::keys)
                .containsExactly(List.of("آشکار"), java.util.Collections.singletonList(null));
    }

    @Test
    void namesTellHiddenAbsentAndDeletedApartOnlyForTheVisible() {
        onlyMine();
        UUID deleted = floor.put(FIRMS, Map.of("name", "رفته", "owner", me));
        floor.delete(FIRMS, deleted);
        RecordRef open = new RecordRef("firms", openFirm);
        RecordRef secret = new RecordRef("firms", secretFirm);
        RecordRef absent = new RecordRef("firms", UUID.randomUUID());
        RecordRef gone = new RecordRef("firms", deleted);
        RecordRef nonsense = new RecordRef("nonsense", openFirm);

        Map<RecordRef, RecordName> names = floor.gate().names(actor, List.of(open, secret, absent, gone, nonsense));

        assertThat(names.get(open)).isEqualTo(new RecordName(open, "آشکار", false, false));
        assertThat(names.get(gone)).isEqualTo(new RecordName(gone, "رفته", false, true));
        assertThat(List.of(secret, absent, nonsense))
                .allSatisfy(ref -> assertThat(names.get(ref)).isEqualTo(new RecordName(ref, null, true, false)));
    }

    @Test
    void aMergedRecordAnswersWithItsSurvivor() {
        UUID loser = UUID.randomUUID();
        floor.sql()
                .execute("insert into record_identity (id, type, merged_into) values (?, 'firms', ?)", loser, openFirm);
        RecordRef ref = new RecordRef("firms", loser);

        assertThat(floor.gate().find(actor, FIRMS, loser))
                .map(each -> each.id())
                .contains(openFirm);
        assertThat(floor.gate().names(actor, List.of(ref)))
                .containsEntry(ref, new RecordName(new RecordRef("firms", openFirm), "آشکار", false, false));
    }

    @Test
    void hiddenFieldsAreNotRead() {
        floor.visibility().hide(FIRMS, TradingFloor.INDUSTRY);

        assertThat(floor.gate().find(actor, FIRMS, secretFirm).orElseThrow().has(TradingFloor.INDUSTRY))
                .isFalse();
        assertThat(floor.gate().find(program, FIRMS, secretFirm).orElseThrow().has(TradingFloor.INDUSTRY))
                .isTrue();
    }

    @Test
    void hiddenFieldsAreUnknownInEveryQuestion() {
        Condition condition = Condition.compare(FieldPath.of(FIRMS, TradingFloor.INDUSTRY), Operator.EQ, "راز");
        FieldPath path = FieldPath.of(FIRMS, TradingFloor.INDUSTRY);
        List<Sort> throughHidden = floor.gate().sorts(actor, DEALS, "firm.industry");
        Condition hasPeople = floor.filter(actor, FIRMS, "{'has':'people'}");
        floor.visibility().hide(FIRMS, TradingFloor.INDUSTRY);
        floor.visibility().hide(PEOPLE, TradingFloor.FIRM);

        isUnknown(() -> floor.filter(actor, FIRMS, "{'field':'industry','op':'eq','value':'x'}"));
        isUnknown(() -> floor.filter(actor, FIRMS, "{'field':'industry','op':'nonsense','value':'x'}"));
        isUnknown(() -> floor.filter(actor, DEALS, "{'field':'firm.industry','op':'eq','value':'x'}"));
        isUnknown(() -> floor.filter(actor, PEOPLE, "{'field':'firm.name','op':'eq','value':'x'}"));
        isUnknown(() -> floor.filter(actor, FIRMS, "{'has':'people'}"));
        isUnknown(() -> floor.filter(actor, PEOPLE, "{'has':'firm'}"));
        isUnknown(() -> floor.gate().sorts(actor, FIRMS, "-industry"));
        isUnknown(() -> floor.gate().path(actor, FIRMS, "industry"));
        isUnknown(() -> floor.gate().page(actor, Query.of(FIRMS).where(condition)));
        isUnknown(() -> floor.gate().page(actor, Query.of(FIRMS).where(hasPeople)));
        isUnknown(() -> floor.gate().count(actor, Query.of(FIRMS).where(condition)));
        isUnknown(() -> floor.gate().page(actor, Query.of(FIRMS).sorted(List.of(new Sort(path, false)))));
        isUnknown(() -> floor.gate().page(actor, Query.of(DEALS).sorted(throughHidden)));
        isUnknown(() -> floor.gate()
                .groups(actor, Query.of(FIRMS), List.of(new Group.Key(path, null)), List.of(Group.Measure.COUNT)));
        isUnknown(() -> floor.gate().groups(actor, Query.of(DEALS), List.of(), List.of(hiddenAmount())));
    }

    private Group.Measure hiddenAmount() {
        floor.visibility().hide(DEALS, TradingFloor.AMOUNT);
        return Group.Measure.sum(TradingFloor.AMOUNT);
    }

    private static void isUnknown(ThrowingCallable question) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        Refusal.Malformed.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("unknown-field"));
    }

    @Test
    void wordsOfHiddenFieldsFindNothing() {
        assertThat(floor.gate().search(actor, "زبرا", Set.of(), 10)).hasSize(1);
        assertThat(floor.names(actor, FIRMS, "{'field':'email','op':'eq','value':'second@x.example'}"))
                .hasSize(1);
        floor.visibility().hide(FIRMS, TradingFloor.LEGAL_NAME);
        floor.visibility().hide(FIRMS, TradingFloor.EMAILS);

        assertThat(floor.gate().search(actor, "زبرا", Set.of(), 10)).isEmpty();
        assertThat(floor.gate().search(actor, "زبرآ", Set.of(), 10)).isEmpty();
        assertThat(floor.gate().search(actor, "نهان", Set.of(), 10)).hasSize(1);
        assertThat(floor.gate().search(actor, "first@x.example", Set.of(), 10)).isEmpty();
        assertThat(floor.names(actor, FIRMS, "{'field':'email','op':'eq','value':'second@x.example'}"))
                .isEmpty();
    }

    @Test
    void aTitleThatIsHiddenIsNoName() {
        floor.visibility().hide(FIRMS, TradingFloor.NAME);

        assertThat(floor.gate().names(actor, List.of(new RecordRef("firms", openFirm))))
                .allSatisfy((ref, name) -> assertThat(name.name()).isNull());
        assertThat(floor.gate().search(actor, "آشکار", Set.of(), 10)).isEmpty();
        assertThat(floor.gate().page(actor, Query.of(FIRMS).matching("آشکار")).items())
                .isEmpty();
        assertThat(floor.gate().page(actor, Query.of(FIRMS)).items()).hasSize(2);
    }

    @Test
    void typesOutOfReachAreEmpty() {
        floor.visibility().reach(FIRMS, Reach.NONE);

        assertThat(floor.gate().page(actor, Query.of(FIRMS)).items()).isEmpty();
        assertThat(floor.gate().count(actor, Query.of(FIRMS)).count()).isZero();
        assertThat(floor.gate().search(actor, "آشکار", Set.of(), 10)).isEmpty();
        assertThat(floor.names(actor, PEOPLE, "{'has':'firm'}")).isEmpty();
    }
}
