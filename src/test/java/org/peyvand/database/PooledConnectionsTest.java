package org.peyvand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
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

    private SimpleDriverDataSource source() {
        var url = database.jdbcUrl().replace(":" + database.port() + "/", ":" + wire.port() + "/");
        return RunningDatabase.dataSource(DatabaseAddress.parse(url));
    }
}
