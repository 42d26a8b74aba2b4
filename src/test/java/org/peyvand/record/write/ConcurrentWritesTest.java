package org.peyvand.record.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;

@Tag("database")
class ConcurrentWritesTest {

    static final WriteWorld world = new WriteWorld();
    static final Actor SARA = WriteWorld.user(1, WriteWorld.SOUTH);

    @AfterAll
    static void drop() {
        world.close();
    }

    @Test
    void losesNoEditOfManyClients() throws Exception {
        List<UUID> ids = IntStream.range(0, 10)
                .mapToObj(i -> world.create(SARA, Draft.of(Firm.NAME, "shared").set(Firm.EMPLOYEES, 0L)))
                .toList();
        Map<UUID, AtomicInteger> accepted = new ConcurrentHashMap<>();
        AtomicInteger stale = new AtomicInteger();

        parallel(50, client -> {
            Random random = new Random(client);
            for (int i = 0; i < 20; i++) {
                UUID id = ids.get(random.nextInt(ids.size()));
                Map<String, @Nullable Object> seen = world.row(id);
                int version = Integer.parseInt(String.valueOf(seen.get("version")));
                long next = Long.parseLong(String.valueOf(seen.get("employees"))) + 1;
                try {
                    Write write = new Write.Update(Firm.TYPE, id, version, Draft.of(Firm.EMPLOYEES, next));
                    // Who wants the value that another just wrote is told that nothing changed.
                    if (world.gate.write(SARA, Batch.of(write)).single().result() == Outcome.Result.UPDATED) {
                        accepted.computeIfAbsent(id, none -> new AtomicInteger())
                                .incrementAndGet();
                    }
                } catch (Refusal.Stale conflict) {
                    stale.incrementAndGet();
                }
            }
        });

        for (UUID id : ids) {
            assertThat(world.row(id)).containsEntry("employees", (long)
                    accepted.getOrDefault(id, new AtomicInteger()).get());
        }
        assertThat(stale).hasPositiveValue();
    }

    @Test
    void keepsBothEditsOfDifferentFields() throws Exception {
        UUID id = world.create(SARA, Draft.of(Firm.NAME, "both").set(SystemFields.TAGS, List.of("old")));

        parallel(4, client -> {
            Draft draft = switch (client) {
                case 0 -> Draft.of(Firm.EMPLOYEES, 11L);
                case 1 -> Draft.of(Firm.KIND, "big");
                case 2 -> Draft.of(Firm.EMAIL, "both@example.com");
                default -> Draft.of(SystemFields.TAGS, List.of("new"));
            };
            world.gate.write(SARA, Batch.of(new Write.Update(Firm.TYPE, id, 1, draft)));
        });

        assertThat(world.row(id))
                .containsEntry("employees", 11L)
                .containsEntry("kind", "big")
                .containsEntry("email", "both@example.com")
                .containsEntry("version", 5);
        assertThat(world.tags(id)).containsExactly("new");
    }

    @Test
    void createsAUniqueValueExactlyOnce() throws Exception {
        AtomicInteger created = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();

        parallel(200, client -> {
            try {
                world.create(SARA, Draft.of(Firm.NAME, "one of many").set(Firm.CODE, "only-one"));
                created.incrementAndGet();
            } catch (Refusal.Conflict conflict) {
                assertThat(conflict.code()).isEqualTo("taken");
                taken.incrementAndGet();
            }
        });

        assertThat(created).hasValue(1);
        assertThat(taken).hasValue(199);
    }

    @Test
    void answersParallelCreatesOfOneIdAlike() throws Exception {
        UUID id = RecordIds.next();
        List<Outcome> outcomes = java.util.Collections.synchronizedList(new ArrayList<>());

        parallel(
                20,
                client -> outcomes.add(world.gate
                        .write(SARA, Batch.of(new Write.Create(Firm.TYPE, id, Draft.of(Firm.NAME, "same"))))
                        .single()));

        assertThat(outcomes).extracting(Outcome::id).containsOnly(id);
        assertThat(outcomes).extracting(Outcome::result).containsOnlyOnce(Outcome.Result.CREATED);
    }

    @Test
    void survivesBatchesThatMeetInOppositeOrder() throws Exception {
        List<UUID> ids = IntStream.range(0, 20)
                .mapToObj(i -> world.create(SARA, Draft.of(Firm.NAME, "crossing")))
                .toList();

        parallel(12, client -> {
            List<UUID> order = new ArrayList<>(ids);
            java.util.Collections.shuffle(order, new Random(client));
            for (int i = 0; i < 5; i++) {
                long value = client * 10L + i;
                world.gate.write(
                        SARA,
                        Batch.of(order.stream()
                                .<Write>map(id -> new Write.Update(
                                        Firm.TYPE,
                                        id,
                                        null,
                                        Draft.of(Firm.EMPLOYEES, value)
                                                .set(SystemFields.TAGS, List.of("x" + client, "y" + client))))
                                .toList()));
            }
        });

        assertThat(ids)
                .allSatisfy(id -> assertThat(world.row(id).get("employees")).isNotNull());
    }

    /** What one client does. */
    private interface Client {
        void run(int number) throws Exception;
    }

    private static void parallel(int clients, Client client) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, clients)
                    .mapToObj(number -> threads.submit((Callable<Void>) () -> {
                        client.run(number);
                        return null;
                    }))
                    .toList();
            for (var one : all) {
                try {
                    one.get();
                } catch (ExecutionException failure) {
                    throw new AssertionError(failure.getCause());
                }
            }
        }
    }
}
