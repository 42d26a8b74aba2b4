package org.peyvand.record.write;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Keeps the indexes of words quick while people write. PostgreSQL puts the words of new rows on a list beside such an index
 * and sorts them in when the list has grown to megabytes; until then every search reads the list from end to end, and the
 * writer who fills it waits. Here they are sorted in every few seconds, on nobody's time.
 */
final class PendingWords implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PendingWords.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** One node at a time; the others have nothing to add. */
    private static final String SORT_IN = """
            select coalesce(sum(gin_clean_pending_list(i.indexrelid)), 0)
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            join pg_am a on a.oid = c.relam and a.amname = 'gin'
            where i.indisvalid and c.relnamespace = current_schema()::regnamespace
                and (select pg_try_advisory_xact_lock(hashtext('pending_words')))
            """;

    private final DSLContext sql;
    private @Nullable ScheduledExecutorService now;
    private volatile boolean failed;

    PendingWords(DSLContext sql) {
        this.sql = sql;
    }

    /** Sorts in what is waiting and says how many pages that were. */
    long sortIn() {
        Long pages = sql.fetchSingle(SORT_IN).get(0, Long.class);
        return pages == null ? 0 : pages;
    }

    @Override
    public synchronized void start() {
        now = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("pending-words").factory());
        var _ = now.scheduleWithFixedDelay(
                this::tryToSortIn, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryToSortIn() {
        try {
            sortIn();
            failed = false;
        } catch (DataAccessException | org.jooq.exception.DataAccessException failure) {
            if (!failed) {
                LOG.warn(
                        "New words wait beside their indexes and are tried again every few seconds: {}",
                        failure.getMessage());
            }
            failed = true;
        }
    }

    @Override
    public synchronized void stop() {
        if (now != null) {
            now.shutdownNow();
            now = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return now != null;
    }
}
