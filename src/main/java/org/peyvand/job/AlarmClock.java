package org.peyvand.job;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks every second for records whose moment has come. Any number of nodes look at once: each claims some rows and passes over those
 * that another holds. The lock is the lease and the commit is the fence: a node that dies or loses its connection gives its rows
 * back with nothing done, and can commit nothing afterwards. All go by the clock of the database.
 */
@Component
final class AlarmClock implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AlarmClock.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 100;

    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private final ObjectProvider<Alarm> alarms;
    private volatile boolean running;
    private @Nullable Thread thread;

    AlarmClock(DSLContext sql, TransactionTemplate transactions, ObjectProvider<Alarm> alarms) {
        this.sql = sql;
        this.transactions = transactions;
        this.alarms = alarms;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("alarms").daemon().start(this::run);
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(PAUSE.multipliedBy(4));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            alarms.orderedStream().forEach(this::ring);
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Rings for all that are due; what fails is tried again a second later and holds nothing else up. */
    void ring(Alarm alarm) {
        try {
            boolean more = true;
            while (more && running) {
                more = Boolean.TRUE.equals(transactions.execute(status -> part(alarm)));
            }
        } catch (RuntimeException e) {
            if (running) {
                log.warn("Alarms of {} failed and are tried again", alarm.type().plural(), e);
            }
        }
    }

    private boolean part(Alarm alarm) {
        RecordType type = alarm.type();
        var at = DSL.field(DSL.name(alarm.at().columns().getFirst().name()), OffsetDateTime.class);
        var id = DSL.field(DSL.name("id"), UUID.class);
        var now = DSL.field("clock_timestamp()", OffsetDateTime.class);
        List<Record2<UUID, OffsetDateTime>> due = sql.select(id, now)
                .from(DSL.table(DSL.name(type.table())))
                .where(
                        at.le(DSL.field("now()", OffsetDateTime.class)),
                        DSL.field(DSL.name("deleted_at")).isNull())
                .orderBy(at)
                .limit(DSL.inline(AT_ONCE))
                .forUpdate()
                .skipLocked()
                .fetch();
        if (due.isEmpty()) {
            return false;
        }
        Instant here = Objects.requireNonNull(due.getFirst().value2()).toInstant();
        alarm.ring(due.stream().map(Record2::value1).toList(), here);
        return due.size() == AT_ONCE;
    }
}
