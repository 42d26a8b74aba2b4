package org.peyvand.access.signin;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Limits guesses by a leaky bucket per account and one per address (the generic cell rate algorithm). The bucket is filled
 * by one atomic statement before a guess is judged, so that guesses made at the same moment, on any node, all count.
 */
@Component
class Throttle {

    private static final Bucket ACCOUNT = new Bucket("account:", 10, Duration.ofMinutes(1));
    private static final Bucket ADDRESS = new Bucket("address:", 100, Duration.ofSeconds(10));

    private static final Bucket FORGETFUL_ACCOUNT = new Bucket("forgotten:account:", 3, Duration.ofMinutes(10));
    private static final Bucket FORGETFUL_ADDRESS = new Bucket("forgotten:address:", 20, Duration.ofMinutes(1));

    private static final String TAKE = """
            insert into sign_in_throttle as t (key, busy_until)
            values ({0}, clock_timestamp() + {1} * interval '1 second')
            on conflict (key) do update
            set busy_until = greatest(t.busy_until, clock_timestamp()) + {1} * interval '1 second'
            where greatest(t.busy_until, clock_timestamp()) + {1} * interval '1 second'
                <= clock_timestamp() + {2} * {1} * interval '1 second'
            """;

    private static final String WAIT = """
            select ceil(extract(epoch from busy_until - clock_timestamp()))::int - ({1} - 1) * {2}
            from sign_in_throttle where key = {0}
            """;

    private static final String GIVE_BACK =
            "update sign_in_throttle set busy_until = busy_until - {1} * interval '1 second' where key = {0}";

    private static final String SWEEP = "delete from sign_in_throttle where busy_until < now() - interval '1 hour'";

    /** Guesses queue here, so that a flood of them leaves the connections to those who work. */
    private final Semaphore counting = new Semaphore(3);

    private final DSLContext sql;
    private final TransactionTemplate alone;

    Throttle(DSLContext sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Counts a guess.
     *
     * @return how long to wait before the next may be judged; zero when this one may
     */
    Duration take(String account, String address) {
        counting.acquireUninterruptibly();
        try {
            Duration wait = take(ADDRESS, address);
            return wait.isZero() ? take(ACCOUNT, account) : wait;
        } finally {
            counting.release();
        }
    }

    /** Counts a question for a link, as {@link #take(String, String)} counts a guess. */
    Duration takeForgotten(String account, String address) {
        counting.acquireUninterruptibly();
        try {
            Duration wait = take(FORGETFUL_ADDRESS, address);
            return wait.isZero() ? take(FORGETFUL_ACCOUNT, account) : wait;
        } finally {
            counting.release();
        }
    }

    /** After a right guess: those before it were slips of the same person. */
    void succeeded(String account, String address) {
        sql.execute("delete from sign_in_throttle where key = {0}", DSL.val(ACCOUNT.key(account)));
        sql.execute(GIVE_BACK, DSL.val(ADDRESS.key(address)), DSL.inline(ADDRESS.seconds()));
        sql.execute(SWEEP);
    }

    private Duration take(Bucket bucket, String name) {
        var key = DSL.val(bucket.key(name));
        var seconds = DSL.inline(bucket.seconds());
        Integer taken = alone.execute(status -> sql.execute(TAKE, key, seconds, DSL.inline(bucket.size)));
        if (taken != null && taken > 0) {
            return Duration.ZERO;
        }
        Integer wait =
                sql.resultQuery(WAIT, key, DSL.inline(bucket.size), seconds).fetchOne(0, Integer.class);
        return Duration.ofSeconds(Math.max(1, wait == null ? 1 : wait));
    }

    /** So many guesses at once, then one per pause. */
    private record Bucket(String prefix, int size, Duration pause) {

        String key(String name) {
            return prefix + name.strip().toLowerCase(Locale.ROOT);
        }

        int seconds() {
            return (int) pause.toSeconds();
        }
    }
}
