package org.peyvand.record.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peyvand.record.query.TradingFloor.FIRMS;
import static org.peyvand.record.query.TradingFloor.PEOPLE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Visibility.Reach;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingTest {

    private final TradingFloor floor = new TradingFloor();
    private final UUID me = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();
    private final Actor actor = TradingFloor.user(me, team);

    @BeforeAll
    void fill() {
        Random random = new Random(7);
        List<UUID> firms = new ArrayList<>();
        for (String name : List.of("الف", "ب", "پ", "ت")) {
            firms.add(floor.put(FIRMS, Map.of("name", name)));
        }
        for (int i = 0; i < 60; i++) {
            Map<String, Object> values = new HashMap<>();
            values.put("name", List.of("پری", "بابک", "Ali", "یاس").get(random.nextInt(4)));
            if (random.nextInt(3) > 0) {
                values.put("score", BigDecimal.valueOf(random.nextInt(6)));
            }
            if (random.nextInt(3) > 0) {
                values.put("firm", firms.get(random.nextInt(4)));
            }
            switch (random.nextInt(4)) {
                case 0 -> values.put("owner", me);
                case 1 -> values.put("team", team);
                case 2 -> {
                    values.put("owner", me);
                    values.put("team", team);
                }
                default -> {}
            }
            UUID id = floor.put(PEOPLE, values);
            if (random.nextInt(5) == 0) {
                floor.share(id, me);
            }
            if (random.nextInt(8) == 0) {
                floor.delete(PEOPLE, id);
            }
        }
    }

    @AfterEach
    void reset() {
        floor.visibility().reset();
    }

    @AfterAll
    void close() {
        floor.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "-name",
                "score",
                "-score",
                "createdAt",
                "-createdAt",
                "firm.name",
                "-firm.name,score",
                "score,-name",
                "-tier,-score",
                "vip",
                "id",
                "-id"
            })
    void pagesTouchEachRecordOnceInOrder(String sort) {
        for (Reach reach : List.of(Reach.ALL, new Reach.Some(me, Set.of(team), Set.of(me, team)))) {
            floor.visibility().reach(PEOPLE, reach);
            Query query = Query.of(PEOPLE).sorted(floor.gate().sorts(actor, PEOPLE, sort));

            List<StoredRecord> whole =
                    floor.gate().page(actor, query.limited(200)).items();
            List<StoredRecord> byPages = paged(query.limited(7));

            assertThat(byPages).extracting(StoredRecord::id).containsExactlyElementsOf(ids(whole));
            assertThat(ids(whole)).doesNotHaveDuplicates();
            assertThat((long) whole.size()).isEqualTo(floor.gate().exactCount(actor, query));
            assertThat(whole.size()).isGreaterThan(20);
        }
    }

    @Test
    void emptyValuesComeLastInBothDirections() {
        for (String sort : List.of("score", "-score", "firm.name", "-firm.name")) {
            Query query = Query.of(PEOPLE)
                    .sorted(floor.gate().sorts(actor, PEOPLE, sort))
                    .limited(200);
            String field = sort.endsWith("score") ? "score" : "firm";

            List<Boolean> empty = floor.gate().page(actor, query).items().stream()
                    .map(each -> each.values().get(field) == null)
                    .toList();

            assertThat(empty).isSorted().contains(true, false);
        }
    }

    @Test
    void ordersByThePersianAlphabet() {
        List<String> names = floor.names(actor, Query.of(FIRMS));

        assertThat(names).containsExactly("الف", "ب", "پ", "ت");
    }

    @Test
    void eachReadsEverything() {
        List<UUID> seen = new ArrayList<>();

        floor.gate().each(actor, Query.of(PEOPLE), each -> seen.add(each.id()));

        assertThat((long) seen.size()).isEqualTo(floor.gate().exactCount(actor, Query.of(PEOPLE)));
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void theBinHoldsTheDeletedOnes() {
        List<StoredRecord> bin =
                floor.gate().page(actor, Query.of(PEOPLE).inBin().limited(200)).items();

        assertThat(bin).isNotEmpty().allMatch(StoredRecord::deleted);
        assertThat(floor.gate().find(actor, PEOPLE, bin.getFirst().id())).isPresent();
        assertThat(floor.gate().findAll(actor, PEOPLE, ids(bin))).isEmpty();
    }

    @Test
    void aCursorGoesWithItsQuestionOnly() {
        Query query = Query.of(PEOPLE).limited(5).sorted(floor.gate().sorts(actor, PEOPLE, "name"));
        String next =
                java.util.Objects.requireNonNull(floor.gate().page(actor, query).next());

        for (Query other : List.of(
                query.sorted(floor.gate().sorts(actor, PEOPLE, "-name")),
                query.matching("ali"),
                query.inBin(),
                query.where(floor.filter(actor, PEOPLE, "{'field':'vip','op':'eq','value':true}")))) {
            assertThatThrownBy(() -> floor.gate().page(actor, other.after(next)))
                    .isInstanceOf(Refusal.Malformed.class)
                    .hasMessageContaining("cursor-mismatch");
        }
        for (String broken : List.of("", "x", "%%%", "bnVsbA", next + "A", next.substring(3))) {
            assertThatThrownBy(() -> floor.gate().page(actor, query.after(broken)))
                    .isInstanceOf(Refusal.Malformed.class);
        }
    }

    @Test
    void readsOnlyTheFieldsAskedFor() {
        StoredRecord record = floor.gate()
                .page(actor, Query.of(PEOPLE).reading(List.of(TradingFloor.NAME, TradingFloor.TIER)))
                .items()
                .getFirst();

        assertThat(record.values()).containsOnlyKeys("name", "tier");
        assertThat(record.version()).isEqualTo(1);
    }

    @Test
    void aPageTakesAsManyStatementsForManyRecordsAsForFew() {
        AtomicInteger statements = new AtomicInteger();
        ExecuteListener counting = new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                statements.incrementAndGet();
            }
        };
        ReadGate counted =
                floor.gate(DSL.using(floor.sql().configuration().derive(new DefaultExecuteListenerProvider(counting))));

        for (int limit : List.of(1, 50)) {
            statements.set(0);
            Page<StoredRecord> page = counted.page(actor, Query.of(PEOPLE).limited(limit));
            counted.namesIn(actor, page.items());

            assertThat(statements).hasValue(2);
        }
    }

    @Test
    void refusesLimitsBeyondBounds() {
        for (int limit : List.of(0, -1, 201)) {
            assertThatThrownBy(() -> floor.gate().page(actor, Query.of(PEOPLE).limited(limit)))
                    .hasMessageContaining("bad-limit");
        }
    }

    private List<StoredRecord> paged(Query query) {
        List<StoredRecord> all = new ArrayList<>();
        Query next = query;
        for (int i = 0; i < 50 && next != null; i++) {
            Page<StoredRecord> page = floor.gate().page(actor, next);
            all.addAll(page.items());
            next = page.next() == null ? null : query.after(page.next());
        }
        return all;
    }

    private static List<UUID> ids(List<StoredRecord> records) {
        return records.stream().map(StoredRecord::id).toList();
    }
}
