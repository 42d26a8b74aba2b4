package org.peyvand.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.customer.Account;
import org.peyvand.job.BulkEdit;
import org.peyvand.job.BulkEditing;
import org.peyvand.job.Job;
import org.peyvand.job.Undoing;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;

/** A change of many records whose program is killed again and again does each once, and its undo brings exactly back what was. */
@Tag("database")
class KilledBulkEditTest {

    private static final int RECORDS = 6_000;
    private static final String CONTENT =
            "select count(*) || ' ' || md5(string_agg(t, '|' order by t)) from (select concat_ws(';', id, name, tier,"
                    + " employees, deleted_at is null, search_text) t from account) all_of_them";

    @ParameterizedTest
    @ValueSource(strings = {"edit", "delete"})
    void losesNothingDoublesNothingAndComesBackExactly(String act) throws Exception {
        try (var world = new ExchangeWorld()) {
            fill(world);
            String before = content(world);
            world.stopJobs();
            Job job = world.bean(BulkEditing.class)
                    .start(
                            world.actor(),
                            new BulkEdit(
                                    "accounts", ExchangeWorld.json("{'and': []}"), null, set(act), (long) RECORDS));

            Job done = killedInTheMiddle(world, job);

            assertThat(done.done()).isEqualTo(RECORDS);
            long already = act.equals("edit") ? 100 : 0;
            assertThat(count(done, "changed")).isEqualTo(RECORDS - already);
            assertThat(count(done, "unchanged")).isEqualTo(already);
            assertThat(count(done, "refused")).isZero();
            assertThat(changes(world, done)).isEqualTo(RECORDS - already);
            assertThat(content(world)).isNotEqualTo(before);

            Job undo = killedInTheMiddle(world, undoing(world, done));

            assertThat(undo.status()).isEqualTo(Job.Status.DONE);
            assertThat(content(world)).isEqualTo(before);
        }
    }

    private static long count(Job done, String what) {
        return Objects.requireNonNull(done.result()).path(what).asLong();
    }

    private static Job undoing(ExchangeWorld world, Job done) {
        return world.bean(Undoing.class)
                .start(world.actor(), Objects.requireNonNull(done.changeSet()), false)
                .job()
                .orElseThrow();
    }

    private static tools.jackson.databind.@Nullable JsonNode set(String act) {
        return act.equals("edit") ? ExchangeWorld.json("{'tier': 'gold'}") : null;
    }

    /** A hundred are already as the edit wants them. */
    private static void fill(ExchangeWorld world) {
        for (int from = 0; from < RECORDS; from += 1_000) {
            List<Write> writes = new ArrayList<>();
            for (int i = from; i < from + 1_000; i++) {
                Draft draft = Draft.of(Account.NAME, "شرکت " + i).set(Account.EMPLOYEES, (long) i);
                writes.add(new Write.Create(Account.TYPE, null, i < 100 ? draft.set(Account.TIER, "gold") : draft));
            }
            world.bean(WriteGate.class).write(world.actor(), Batch.of(writes));
        }
    }

    private static Job killedInTheMiddle(ExchangeWorld world, Job job) throws Exception {
        for (long wanted = 1_000; wanted <= 3_000; wanted += 2_000) {
            Process program = JobProgram.start(world);
            waitFor(world, job, wanted);
            program.destroyForcibly().waitFor();
            assertThat(now(world, job).status()).isEqualTo(Job.Status.RUNNING);
        }
        Process last = JobProgram.start(world);
        Job done = await().atMost(Duration.ofSeconds(120))
                .until(() -> now(world, job), now -> now.status().isOver());
        last.destroyForcibly().waitFor();
        return done;
    }

    private static void waitFor(ExchangeWorld world, Job job, long records) {
        await().atMost(Duration.ofSeconds(120))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> now(world, job).done() >= records);
    }

    private static Job now(ExchangeWorld world, Job job) {
        return world.jobs().find(world.actor(), job.id()).orElseThrow();
    }

    private static long changes(ExchangeWorld world, Job done) {
        return Objects.requireNonNull((Long) world.database()
                .sql()
                .fetchValue("select count(distinct record_id) from change where change_set_id = ?", done.changeSet()));
    }

    private static String content(ExchangeWorld world) {
        return String.valueOf(world.database().sql().fetchValue(CONTENT));
    }
}
