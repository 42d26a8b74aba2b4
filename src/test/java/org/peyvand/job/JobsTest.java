package org.peyvand.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.testing.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.node.JsonNodeFactory;

@Tag("database")
class JobsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Actor sara = new Actor(
            UUID.randomUUID(),
            "سارا",
            Actor.Kind.TOKEN,
            UUID.randomUUID(),
            ZoneId.of("Asia/Tehran"),
            Set.of(UUID.randomUUID()),
            Set.of(UUID.randomUUID(), UUID.randomUUID()));
    private final List<UUID> givenUp = new ArrayList<>();
    private Function<Job, JobRun> work = job -> progress -> false;
    private final JobRunner runner = new JobRunner(database.sql(), database.transactions(), () -> List.of(kind()));
    private final JobScheduler scheduler = new JobScheduler(database.dataSource(), runner);
    private final Jobs jobs = new Jobs(
            database.sql(),
            database.transactions(),
            new StaticListableBeanFactory(Map.of("scheduler", scheduler)).getBeanProvider(JobScheduler.class));

    @BeforeEach
    void table() {
        database.sql().execute("create table mark (part int)");
    }

    @AfterEach
    void drop() {
        scheduler.stop();
        database.close();
    }

    @Test
    void runsPartByPartAndReportsProgress() {
        work = counting(3);
        scheduler.start();

        Job job = finished(jobs.enqueue(sara, NewJob.of("test", payload()).of(3)));

        assertThat(job.status()).isEqualTo(Job.Status.DONE);
        assertThat(job.done()).isEqualTo(3);
        assertThat(job.total()).isEqualTo(3);
        assertThat(job.actor()).isEqualTo(sara);
        assertThat(marks()).containsExactly(1, 2, 3);
    }

    @Test
    void isEnqueuedWithTheCallersTransactionOrNotAtAll() {
        database.transactions().executeWithoutResult(status -> {
            jobs.enqueue(sara, NewJob.of("test", payload()));
            status.setRollbackOnly();
        });

        assertThat(jobs.latest(sara, 10)).isEmpty();
        assertThat(database.sql().fetchValue("select count(*) from scheduled_tasks"))
                .isEqualTo(0L);
    }

    @Test
    void isSeenByItsOwnerAlone() {
        Job job = jobs.enqueue(sara, NewJob.of("test", payload()));

        assertThat(jobs.find(sara, job.id())).isPresent();
        assertThat(jobs.find(
                        new Actor(UUID.randomUUID(), "other", Actor.Kind.USER, null, sara.zone(), Set.of(), Set.of()),
                        job.id()))
                .isEmpty();
    }

    @Test
    void losesNothingAndDoublesNothingWhenItDiesInAPart() {
        Job job = jobs.enqueue(sara, NewJob.of("test", payload()));
        work = ignored -> progress -> {
            mark((int) progress.doneSoFar() + 1);
            progress.done(progress.doneSoFar() + 1);
            if (progress.doneSoFar() == 2) {
                throw new IllegalStateException("dies");
            }
            return true;
        };

        assertThatThrownBy(() -> runner.run(job.id(), () -> false)).isInstanceOf(IllegalStateException.class);
        assertThat(marks()).containsExactly(1);

        work = counting(4);
        runner.run(job.id(), () -> false);

        assertThat(marks()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void letsALostRunChangeNothingAnyMore() throws InterruptedException {
        Job job = jobs.enqueue(sara, NewJob.of("test", payload()));
        var asleep = new CountDownLatch(1);
        var wake = new CountDownLatch(1);
        work = ignored -> new JobRun() {
            @Override
            public void prepare() {
                asleep.countDown();
                await(wake);
            }

            @Override
            public boolean step(JobProgress progress) {
                mark(99);
                return true;
            }
        };
        Thread lost = Thread.ofPlatform().start(() -> runner.run(job.id(), () -> false));
        await(asleep);

        work = counting(2);
        runner.run(job.id(), () -> false);
        wake.countDown();
        lost.join();

        assertThat(marks()).containsExactly(1, 2);
        assertThat(jobs.find(sara, job.id()).orElseThrow().status()).isEqualTo(Job.Status.DONE);
    }

    @Test
    void aLostRunThatFailsDoesNotGiveUpTheJob() {
        Job job = jobs.enqueue(sara, NewJob.of("test", payload()));
        work = ignored -> new JobRun() {
            @Override
            public void prepare() {
                work = counting(1);
                runner.run(job.id(), () -> false);
                throw new Refusal.Conflict("moved");
            }

            @Override
            public boolean step(JobProgress progress) {
                return false;
            }
        };

        runner.run(job.id(), () -> false);

        assertThat(givenUp).isEmpty();
        assertThat(jobs.find(sara, job.id()).orElseThrow().status()).isEqualTo(Job.Status.DONE);
    }

    @Test
    void endsAsFailedWithTheCodeOfARefusal() {
        Job job = jobs.enqueue(sara, NewJob.of("test", payload()));
        work = ignored -> progress -> {
            throw new Refusal.Conflict("moved");
        };

        runner.run(job.id(), () -> false);

        Job failed = jobs.find(sara, job.id()).orElseThrow();
        assertThat(failed.status()).isEqualTo(Job.Status.FAILED);
        assertThat(failed.problem()).isEqualTo("moved");
        assertThat(givenUp).containsExactly(job.id());
    }

    @Test
    void triesAgainAfterAnUnexpectedFailureButNotForEver() {
        Job job = jobs.enqueue(sara, NewJob.of("test", payload()));
        work = ignored -> progress -> {
            throw new IllegalStateException("broken");
        };

        for (int attempt = 1; attempt < 3; attempt++) {
            assertThatThrownBy(() -> runner.run(job.id(), () -> false)).hasMessage("broken");
        }
        assertThat(givenUp).isEmpty();
        runner.run(job.id(), () -> false);

        assertThat(givenUp).containsExactly(job.id());

        assertThat(jobs.find(sara, job.id()).orElseThrow().problem()).isEqualTo("internal");
    }

    @Test
    void takesUpWhatADeadNodeLeft() {
        Job job = jobs.enqueue(sara, NewJob.of("test", payload()));
        database.sql()
                .execute("update scheduled_tasks set picked = true, picked_by = 'gone', last_heartbeat ="
                        + " now() - interval '1 minute', version = version + 1");
        work = counting(2);

        scheduler.start();

        assertThat(finished(job).status()).isEqualTo(Job.Status.DONE);
        assertThat(marks()).containsExactly(1, 2);
    }

    private Function<Job, JobRun> counting(int parts) {
        return job -> progress -> {
            long done = progress.doneSoFar() + 1;
            mark((int) done);
            progress.done(done);
            return done < parts;
        };
    }

    private Job finished(Job job) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> jobs.find(sara, job.id()).orElseThrow(),
                        now -> now.status().isOver());
    }

    private JobKind kind() {
        return new JobKind() {
            @Override
            public String key() {
                return "test";
            }

            @Override
            public JobRun start(Job job) {
                return work.apply(job);
            }

            @Override
            public void givenUp(Job job) {
                givenUp.add(job.id());
            }
        };
    }

    private void mark(int part) {
        database.sql().execute("insert into mark values (?)", part);
    }

    private List<Integer> marks() {
        return database.sql().fetch("select part from mark order by part").getValues(0, Integer.class);
    }

    private static tools.jackson.databind.JsonNode payload() {
        return JsonNodeFactory.instance.objectNode().put("some", "thing");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
