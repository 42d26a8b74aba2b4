package org.peyvand.record.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peyvand.record.query.TradingFloor.AMOUNT;
import static org.peyvand.record.query.TradingFloor.CLOSE_DATE;
import static org.peyvand.record.query.TradingFloor.DEALS;
import static org.peyvand.record.query.TradingFloor.PEOPLE;
import static org.peyvand.record.query.TradingFloor.PHASES;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.peyvand.locale.CalendarPeriod;
import org.peyvand.locale.Money;
import org.peyvand.record.Actor;
import org.peyvand.record.query.Group.Kind;
import org.peyvand.record.query.Group.Measure;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupingTest {

    private final TradingFloor floor = new TradingFloor();
    private final Actor actor = TradingFloor.user(UUID.randomUUID());
    private UUID open = new UUID(0, 0);

    @BeforeAll
    void fill() {
        open = floor.put(PHASES, Map.of("name", "باز", "kind", "open", "position", 1L));
        UUID won = floor.put(PHASES, Map.of("name", "برد", "kind", "won", "position", 2L));
        deal(open, "2026-10-22", Money.rials(100));
        deal(open, "2026-10-23", Money.rials(50));
        deal(open, "2026-11-22", Money.of(7, "USD"));
        deal(won, "2026-11-21", Money.rials(1));
        floor.put(DEALS, Map.of("name", "بی‌همه"));
        floor.put(
                PEOPLE,
                Map.of("name", "a", "score", new BigDecimal("1"), "seenAt", Instant.parse("2026-11-21T20:29:59Z")));
        floor.put(
                PEOPLE,
                Map.of("name", "b", "score", new BigDecimal("2"), "seenAt", Instant.parse("2026-11-21T20:30:00Z")));
        floor.put(PEOPLE, Map.of("name", "c"));
    }

    private void deal(UUID phase, String day, Money amount) {
        floor.put(DEALS, Map.of("name", "d", "phase", phase, "closeDate", LocalDate.parse(day), "amount", amount));
    }

    @AfterAll
    void close() {
        floor.close();
    }

    private Group.Key key(String path, @Nullable CalendarPeriod period) {
        return new Group.Key(floor.gate().path(actor, DEALS, path), period);
    }

    private List<Group> deals(List<Group.Key> keys, Measure... measures) {
        return floor.gate().groups(actor, Query.of(DEALS), keys, List.of(measures));
    }

    private static Group group(List<@Nullable Object> keys, @Nullable Object... measures) {
        return new Group(keys, Arrays.asList(measures));
    }

    private static List<@Nullable Object> keys(@Nullable Object... keys) {
        return Arrays.asList(keys);
    }

    @Test
    void sumsMoneyByCurrency() {
        assertThat(deals(List.of(key("phase", null)), Measure.COUNT, Measure.sum(AMOUNT)))
                .contains(
                        group(keys(open), 3L, List.of(Money.rials(150), Money.of(7, "USD"))),
                        group(keys((Object) null), 1L, List.of()))
                .hasSize(3);
    }

    @Test
    void groupsByPeriodsOfEitherCalendarWithEmptyOnesLast() {
        assertThat(deals(List.of(key("closeDate", CalendarPeriod.JALALI_MONTH)), Measure.COUNT))
                .containsExactly(
                        group(keys(LocalDate.of(2026, 9, 23)), 1L),
                        group(keys(LocalDate.of(2026, 10, 23)), 2L),
                        group(keys(LocalDate.of(2026, 11, 22)), 1L),
                        group(keys((Object) null), 1L));
        assertThat(deals(List.of(key("closeDate", CalendarPeriod.MONTH)), Measure.COUNT))
                .containsExactly(
                        group(keys(LocalDate.of(2026, 10, 1)), 2L),
                        group(keys(LocalDate.of(2026, 11, 1)), 2L),
                        group(keys((Object) null), 1L));
    }

    @Test
    void groupsByTwoKeysThroughReferences() {
        assertThat(deals(List.of(key("closeDate", CalendarPeriod.YEAR), key("phase.kind", null)), Measure.COUNT))
                .containsExactly(
                        group(keys(LocalDate.of(2026, 1, 1), "open"), 3L),
                        group(keys(LocalDate.of(2026, 1, 1), "won"), 1L),
                        group(keys(null, null), 1L));
    }

    @Test
    void measuresAveragesAndBounds() {
        List<Group> groups = floor.gate()
                .groups(
                        actor,
                        Query.of(PEOPLE),
                        List.of(),
                        List.of(
                                new Measure(Kind.AVG, TradingFloor.SCORE),
                                new Measure(Kind.MIN, TradingFloor.SCORE),
                                new Measure(Kind.MAX, TradingFloor.SCORE),
                                Measure.sum(TradingFloor.SCORE)));

        assertThat(groups)
                .containsExactly(group(
                        keys(), new BigDecimal("1.5"), new BigDecimal("1"), new BigDecimal("2"), new BigDecimal("3")));
        assertThat(deals(List.of(), new Measure(Kind.AVG, AMOUNT)))
                .containsExactly(group(keys(), List.of(Money.rials(50), Money.of(7, "USD"))));
    }

    @Test
    void instantsFallOnTheReadersDays() {
        Group.Key day = new Group.Key(floor.gate().path(actor, PEOPLE, "seenAt"), CalendarPeriod.JALALI_DAY);

        assertThat(floor.gate().groups(actor, Query.of(PEOPLE), List.of(day), List.of(Measure.COUNT)))
                .containsExactly(
                        group(keys(LocalDate.of(2026, 11, 21)), 1L),
                        group(keys(LocalDate.of(2026, 11, 22)), 1L),
                        group(keys((Object) null), 1L));
    }

    @Test
    void refusesWhatCannotBeGroupedOrMeasured() {
        assertThatThrownBy(() -> deals(List.of(key("amount", null)), Measure.COUNT))
                .hasMessageContaining("not-groupable");
        assertThatThrownBy(() -> deals(List.of(key("phase", CalendarPeriod.DAY)), Measure.COUNT))
                .hasMessageContaining("not-groupable");
        assertThatThrownBy(() -> deals(List.of(), Measure.sum(CLOSE_DATE))).hasMessageContaining("not-measurable");
        floor.sql()
                .execute(
                        "insert into test_deal (id, name) select gen_random_uuid(), g from generate_series(1, 1001) g");
        assertThatThrownBy(() -> deals(List.of(key("name", null)), Measure.COUNT))
                .hasMessageContaining("too-many-groups");
        floor.sql().execute("delete from test_deal where name ~ '^[0-9]+$'");
    }
}
