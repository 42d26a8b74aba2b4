package org.peyvand.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.TestDatabase;

@Tag("database")
class NotificationsTest {

    private static final TestDatabase database = TestDatabase.fresh();

    private final Notifications notifications =
            new Notifications(new DedicatedConnections(database.dataSource()), database.sql());
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void listen() throws InterruptedException {
        notifications.listen("news", heard::add, () -> heard.add("missed"));
        notifications.start();
        assertThat(next()).isEqualTo("missed");
    }

    @AfterEach
    void stop() {
        notifications.stop();
    }

    @Test
    void arriveWithTheCommit() throws InterruptedException {
        database.transactions().executeWithoutResult(status -> notifications.send("news", "committed"));
        database.transactions().executeWithoutResult(status -> {
            notifications.send("news", "rolled back");
            status.setRollbackOnly();
        });
        notifications.send("news", "last");

        assertThat(next()).isEqualTo("committed");
        assertThat(next()).isEqualTo("last");
    }

    @Test
    void tellListenersToCatchUpAfterAnOutage() throws InterruptedException {
        database.sql()
                .execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where query like 'LISTEN%' and datname = current_database()");

        assertThat(next()).isEqualTo("missed");
        notifications.send("news", "after");
        assertThat(next()).isEqualTo("after");
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(10, TimeUnit.SECONDS));
    }
}
