package org.peyvand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Relay;
import org.peyvand.testing.TestDatabase;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** What the pool says of a server that says nothing itself. */
@Tag("database")
class PooledConnectionsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Relay wire = new Relay(database.port());

    @AfterEach
    void drop() {
        wire.close();
        database.close();
    }

    @Test
    void givesUpOnAServerThatLetsInAndSaysNothingAndIsBackWithIt() {
        try (var pool = new PooledConnections(source(), 2)) {
            wire.silence();
            var asked = Instant.now();

            assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));

            wire.mend();
            await().atMost(Duration.ofSeconds(3))
                    .ignoreExceptionsInstanceOf(SQLTransientConnectionException.class)
                    .untilAsserted(() -> pool.getConnection().close());
        }
    }

    /** The connections of a server that froze are all at work, as those of a busy one, but none of them comes back. */
    @Test
    void callsItselfBusyOnlyAsLongAsConnectionsComeBack() throws SQLException {
        var clock = new AtomicLong();
        try (var pool = new PooledConnections(source(), 1, clock::get)) {
            try (var _ = pool.getConnection()) {
                assertThatThrownBy(pool::getConnection).isInstanceOf(ConnectionsTaken.class);

                clock.addAndGet(Duration.ofSeconds(6).toNanos());

                assertThatThrownBy(pool::getConnection)
                        .isInstanceOf(SQLTransientConnectionException.class)
                        .isNotInstanceOf(ConnectionsTaken.class);
            }
            try (var _ = pool.getConnection()) {
                assertThatThrownBy(pool::getConnection).isInstanceOf(ConnectionsTaken.class);
            }
        }
    }

    private SimpleDriverDataSource source() {
        var url = database.jdbcUrl().replace(":" + database.port() + "/", ":" + wire.port() + "/");
        return RunningDatabase.dataSource(DatabaseAddress.parse(url));
    }
}
