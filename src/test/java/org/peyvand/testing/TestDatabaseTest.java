package org.peyvand.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class TestDatabaseTest {

    @Test
    void isMigratedAndFindsPersianTrigrams() {
        try (var database = TestDatabase.fresh()) {
            var trigrams = database.sql().fetchValue("select cardinality(show_trgm('سلام'))", Integer.class);

            assertThat(trigrams).isEqualTo(5);
        }
    }

    @Test
    void rollsBackWithItsTransaction() {
        try (var database = TestDatabase.fresh()) {
            database.sql().execute("create table thing (id int)");

            database.transactions().executeWithoutResult(status -> {
                database.sql().execute("insert into thing values (1)");
                status.setRollbackOnly();
            });

            assertThat(database.sql().fetchCount(org.jooq.impl.DSL.table("thing")))
                    .isZero();
        }
    }

    @Test
    void isQuickToMake() {
        TestDatabase.fresh().close();
        var started = System.nanoTime();

        TestDatabase.fresh().close();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }
}
