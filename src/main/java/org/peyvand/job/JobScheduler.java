package org.peyvand.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Runs due jobs on this node. A node that is gone is noticed by its missing heartbeats, after which any other takes its jobs
 * up; the run number of the job keeps the lost one from changing anything should it still be alive.
 */
@Component
final class JobScheduler implements SmartLifecycle {

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final LocalTime NIGHT = LocalTime.of(23, 0);
    private static final int THREADS = 4;

    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;
    private volatile boolean running;

    JobScheduler(DataSource dataSource, JobRunner runner) {
        this.task = Tasks.oneTime("job")
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(3), 1.5))
                .onDeadExecutionRevive()
                .execute((TaskInstance<Void> instance, ExecutionContext context) -> runner.run(
                        UUID.fromString(instance.getId()),
                        () -> context.getSchedulerState().isShuttingDown()));
        RecurringTask<Void> daily = Tasks.recurring("daily-jobs", Schedules.daily(ZoneOffset.UTC, NIGHT))
                .execute((instance, context) -> runner.beginDay(this::schedule));
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .startTasks(daily)
                .serializer(new NoTaskData())
                .threads(THREADS)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(8))
                .alwaysPersistTimestampInUTC()
                .build();
    }

    /** Joins the caller's transaction. */
    void schedule(UUID job, Instant when) {
        scheduler.scheduleIfNotExists(task.instance(job.toString()), when);
    }

    /** Looks for due jobs now instead of in a second. */
    void wake() {
        if (running) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void start() {
        running = true;
        scheduler.start();
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
