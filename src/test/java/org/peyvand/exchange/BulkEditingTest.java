package org.peyvand.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.customer.Account;
import org.peyvand.job.BulkEdit;
import org.peyvand.job.BulkEditing;
import org.peyvand.job.Job;
import org.peyvand.job.Undoing;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;

@Tag("database")
class BulkEditingTest {

    private static final int MANY = 1_250;
    private static final List<UUID> ids = new ArrayList<>();
    private static ExchangeWorld world;

    @BeforeAll
    static void begin() {
        world = new ExchangeWorld();
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            writes.add(new Write.Create(
                    Account.TYPE, null, Draft.of(Account.NAME, "شرکت " + i).set(Account.EMPLOYEES, (long) i)));
        }
        world.bean(WriteGate.class)
                .write(world.actor(), Batch.of(writes))
                .outcomes()
                .forEach(each -> ids.add(java.util.Objects.requireNonNull(each.id())));
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void changesWhatMatchesInOneChangeSetThatCanBeTakenBack() {
        var edit = new BulkEdit(
                "accounts",
                ExchangeWorld.json("{'field': 'employees', 'op': 'ge', 'value': 100}"),
                null,
                ExchangeWorld.json("{'employees': 5, 'tier': 'gold'}"),
                MANY - 100L);

        Job job = finished(world.bean(BulkEditing.class).start(world.actor(), edit));

        assertThat(job.status()).isEqualTo(Job.Status.DONE);
        assertThat(job.done()).isEqualTo(MANY - 100L);
        assertThat(gold()).isEqualTo(MANY - 100L);

        Undoing.Started undo = world.bean(Undoing.class)
                .start(world.actor(), java.util.Objects.requireNonNull(job.changeSet()), false);
        finished(undo.job().orElseThrow());

        assertThat(gold()).isZero();
        assertThat(world.named("accounts", "شرکت 1200").get(Account.EMPLOYEES)).isEqualTo(1200);
    }

    @Test
    void refusesWhenTheNumberMoved() {
        var edit = new BulkEdit("accounts", null, ids.subList(0, 10), null, 11L);

        assertThatThrownBy(() -> world.bean(BulkEditing.class).start(world.actor(), edit))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void refusesBadValuesAtOnce() {
        var edit =
                new BulkEdit("accounts", null, ids.subList(0, 10), ExchangeWorld.json("{'employees': 'many'}"), null);

        assertThatThrownBy(() -> world.bean(BulkEditing.class).start(world.actor(), edit))
                .isInstanceOf(Refusal.Invalid.class);
    }

    private static long gold() {
        return world.all("accounts").stream()
                .filter(account -> "gold".equals(account.get(Account.TIER)))
                .count();
    }

    private static Job finished(Job job) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> world.jobs().find(world.actor(), job.id()).orElseThrow(),
                        now -> now.status().isOver());
    }
}
