package org.peyvand.record.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import org.peyvand.locale.Money;
import org.peyvand.record.Actor;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.ContactPoint;

/** Random batches, taken back in reverse, leave every row as it was; taken back again, as they had left it. */
@Tag("database")
class UndoPropertyTest {

    private static final String ROWS = """
            select f.id::text, (to_jsonb(f) - array['version', 'updated_at', 'updated_by', 'created_at']
              || jsonb_build_object(
                'tags', (select jsonb_agg(t.name order by t.name) from record_tag r join tag t on t.id = r.tag_id
                    where r.record_id = f.id),
                'keys', (select jsonb_object_agg(k.system, k.key) from external_key k where k.record_id = f.id)))::text
            from firm f where f.id = any(?) and deleted_at is null
            """;

    static final WriteWorld world = new WriteWorld();
    static final Actor SARA = WriteWorld.user(1, WriteWorld.SOUTH);

    @AfterContainer
    static void drop() {
        world.close();
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void undoingEverythingInReverseReturnsTheSameRows(@ForAll long seed) {
        Random random = new Random(seed);
        List<UUID> ids = new ArrayList<>();
        List<UUID> sets = new ArrayList<>();
        List<Map<String, String>> states = new ArrayList<>();
        for (int step = 0; step < 6; step++) {
            states.add(rows(ids));
            UUID set = world.gate
                    .write(SARA, batch(random, ids).as(Batch.Kind.BULK, "step").tolerant())
                    .changeSet();
            if (set == null) {
                states.removeLast();
            } else {
                sets.add(set);
            }
        }
        states.add(rows(ids));

        for (int i = sets.size() - 1; i >= 0; i--) {
            UUID undo = Objects.requireNonNull(world.log.undo(SARA, sets.get(i), false), "nothing was undone");
            assertThat(rows(ids)).isEqualTo(states.get(i));
            world.log.undo(SARA, undo, false);
            assertThat(rows(ids)).isEqualTo(states.get(i + 1));
            world.log.undo(SARA, sets.get(i), false);
            assertThat(rows(ids)).isEqualTo(states.get(i));
        }
    }

    private static Batch batch(Random random, List<UUID> ids) {
        List<Write> writes = new ArrayList<>();
        Set<UUID> used = new HashSet<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            if (ids.size() < 4 || random.nextInt(4) == 0) {
                UUID id = RecordIds.next();
                writes.add(
                        new Write.Create(Firm.TYPE, id, draft(random, ids).set(Firm.NAME, "n" + random.nextInt(100))));
                used.add(id);
                ids.add(id);
            } else {
                UUID id = ids.get(random.nextInt(ids.size()));
                if (used.add(id)) {
                    writes.add(existing(random, ids, id));
                }
            }
        }
        return Batch.of(writes);
    }

    private static Write existing(Random random, List<UUID> ids, UUID id) {
        return switch (random.nextInt(6)) {
            case 0 -> new Write.Delete(Firm.TYPE, id, null);
            case 1 -> new Write.Restore(Firm.TYPE, id);
            default -> new Write.Update(Firm.TYPE, id, null, draft(random, ids));
        };
    }

    private static Draft draft(Random random, List<UUID> ids) {
        Draft draft = new Draft();
        for (int i = random.nextInt(5); i >= 0; i--) {
            boolean empty = random.nextInt(4) == 0;
            int number = random.nextInt(20);
            switch (random.nextInt(12)) {
                case 0 -> draft.set(Firm.CODE, empty ? null : "c" + number + "-" + ids.size());
                case 1 -> draft.set(Firm.KIND, empty ? null : "big");
                case 2 -> draft.set(Firm.PARENT, empty || ids.isEmpty() ? null : ids.get(random.nextInt(ids.size())));
                case 3 ->
                    draft.set(
                            Firm.REVENUE,
                            empty ? null : new Money(new BigDecimal("10.50"), "USD").plus(Money.of(number, "USD")));
                case 4 -> draft.set(Firm.EMPLOYEES, empty ? null : (long) number);
                case 5 ->
                    draft.set(
                            Firm.FOUNDED,
                            empty ? null : LocalDate.of(2000, 1, 1).plusDays(number));
                case 6 ->
                    draft.set(
                            Firm.MARKETS,
                            empty ? null : List.of("abroad", "home").subList(0, 1 + number % 2));
                case 7 -> draft.set(Firm.EMAIL, empty ? null : "e" + number + "@example.com");
                case 8 -> draft.set(Firm.MOBILE, empty ? null : "+98912000" + (1000 + number));
                case 9 -> draft.set(SystemFields.TAGS, empty ? List.of() : List.of("t" + number % 5, "t" + number % 3));
                case 10 ->
                    draft.set(
                            SystemFields.EXTERNAL_KEYS,
                            empty
                                    ? null
                                    : Map.of("s" + number % 2, UUID.randomUUID().toString()));
                default ->
                    draft.set(
                            Firm.PHONES,
                            empty
                                    ? null
                                    : List.of(
                                            new ContactPoint("+9821880000" + (10 + number), "work", true, false, false),
                                            new ContactPoint(
                                                    "+9821770000" + (10 + number), "fax", false, true, false)));
            }
        }
        return draft;
    }

    private static Map<String, String> rows(List<UUID> ids) {
        Map<String, String> rows = new TreeMap<>();
        world.database
                .sql()
                .fetch(ROWS, (Object) ids.toArray(UUID[]::new))
                .forEach(row -> rows.put(row.get(0, String.class), row.get(1, String.class)));
        return rows;
    }
}
