package org.peyvand.record.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyvand.record.query.TradingFloor.PEOPLE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.record.Actor;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.query.Candidate.Kind;

@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparingTest {

    private final TradingFloor floor = new TradingFloor();
    private final UUID seller = UUID.randomUUID();
    private final Actor actor = TradingFloor.user(seller);
    private UUID reza = seller;

    @BeforeAll
    void fill() {
        reza = floor.put(
                PEOPLE,
                Map.of(
                        "name", "دکتر سید رضا کریمی نژاد",
                        "code", "0084575948",
                        "email", "Reza@Pars.example",
                        "emails", List.of(ContactPoint.primary("Reza@Pars.example", "work"), home("r@home.example")),
                        "mobile", "+989121234567",
                        "owner", seller));
        floor.put(PEOPLE, Map.of("name", "سارا احمدی", "mobile", "+989121234567"));
        floor.put(PEOPLE, Map.of("name", "ناصر ملکی"));
    }

    private static ContactPoint home(String address) {
        return new ContactPoint(address, "home", false, false, false);
    }

    @AfterEach
    void seeAll() {
        floor.visibility().reset();
    }

    @AfterAll
    void close() {
        floor.close();
    }

    private List<Candidate> like(Map<String, ?> values) {
        return floor.gate().candidates(actor, PEOPLE, new HashMap<String, @Nullable Object>(values), null);
    }

    private static List<Kind> kinds(Candidate candidate) {
        return candidate.reasons().stream().map(Candidate.Reason::kind).toList();
    }

    @Test
    void findsWhatIsTheSameAndSaysWhy() {
        assertThat(kinds(like(Map.of("code", "0084575948")).getFirst())).containsExactly(Kind.IDENTIFIER);
        assertThat(kinds(like(Map.of("email", "reza@PARS.example")).getFirst())).containsExactly(Kind.EMAIL);
        assertThat(kinds(like(Map.of("email", "R@home.example")).getFirst())).containsExactly(Kind.EMAIL);
        assertThat(like(Map.of("mobile", "+989121234567"))).hasSize(2);
        assertThat(like(Map.of("mobile", "+989121234568"))).isEmpty();
        assertThat(like(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"مهندس رضا كريمي‌نژاد", "رضاکریمی نژاد", "آقای رضا کریمی نژاد"})
    void takesNamesOfOneKeyAsTheSame(String name) {
        assertThat(kinds(like(Map.of("name", name)).getFirst())).containsExactly(Kind.NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"رضا کریمی نژد", "رضاا کریمی نژاد", "رضا کریمی نژادی"})
    void forgivesASlipInAName(String name) {
        List<Candidate> found = like(Map.of("name", name));

        assertThat(kinds(found.getFirst())).containsExactly(Kind.SIMILAR_NAME);
        assertThat(like(Map.of("name", "کامران رستمی"))).isEmpty();
    }

    @Test
    void weighsSeveralReasonsTogether() {
        List<Candidate> found = like(Map.of("name", "رضا کریمی نژاد", "mobile", "+989121234567"));

        assertThat(found)
                .extracting(each -> each.record().values().get("name"))
                .containsExactly("دکتر سید رضا کریمی نژاد", "سارا احمدی");
        assertThat(kinds(found.getFirst())).containsExactly(Kind.PHONE, Kind.NAME);
        assertThat(found.getFirst().score()).isGreaterThan(found.getLast().score());
    }

    @Test
    void leavesOutTheRecordThatIsMeantItself() {
        Map<String, @Nullable Object> values = Map.of("code", "0084575948");

        assertThat(floor.gate().candidates(actor, PEOPLE, values, reza)).isEmpty();
    }

    @Test
    void tellsNothingOfRecordsOutOfReach() {
        floor.visibility().reach(PEOPLE, new Reach.Some(UUID.randomUUID(), Set.of(), Set.of()));
        assertThat(like(Map.of("code", "0084575948", "name", "رضا کریمی نژاد"))).isEmpty();

        floor.visibility().reach(PEOPLE, new Reach.Some(seller, Set.of(), Set.of()));
        assertThat(like(Map.of("mobile", "+989121234567"))).hasSize(1);
    }

    @Test
    void tellsNothingByHiddenFields() {
        floor.visibility().hide(PEOPLE, TradingFloor.CODE);
        floor.visibility().hide(PEOPLE, TradingFloor.EMAIL);
        floor.visibility().hide(PEOPLE, TradingFloor.EMAILS);
        assertThat(like(Map.of("code", "0084575948"))).isEmpty();
        assertThat(like(Map.of("email", "reza@pars.example"))).isEmpty();
        assertThat(like(Map.of("mobile", "+989121234567"))).hasSize(2);

        floor.visibility().hide(PEOPLE, TradingFloor.NAME);
        assertThat(like(Map.of("name", "رضا کریمی نژاد"))).isEmpty();
        assertThat(kinds(like(Map.of("name", "رضا کریمی نژاد", "mobile", "+989121234567"))
                        .getFirst()))
                .containsExactly(Kind.PHONE);
    }
}
