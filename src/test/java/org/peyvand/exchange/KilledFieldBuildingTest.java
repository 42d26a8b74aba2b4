package org.peyvand.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.record.Models;
import org.peyvand.record.field.Field;
import org.peyvand.record.overlay.DatabaseModels;
import org.peyvand.record.overlay.NewField;
import org.peyvand.record.overlay.OwnFields;
import org.peyvand.testing.TestDatabase;

/** The index of an own field is built in the end, though the program that builds it is killed, and nothing half built stays. */
@Tag("database")
class KilledFieldBuildingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String INDEX =
            "select indisvalid and indisunique from pg_index where indexrelid = to_regclass('account_x_code_own')";

    @Test
    void goesOnAndLeavesNoInvalidIndex() throws Exception {
        try (var world = new ExchangeWorld()) {
            fill(world.database());
            world.stopJobs();
            Process program;
            try (var reader = readingSince(world.database())) {
                world.bean(OwnFields.class)
                        .create(
                                world.actor(),
                                "accounts",
                                NewField.of("text", new Field.Label("کد", "Code"))
                                        .asUnique());
                program = JobProgram.start(world);
                await().atMost(PATIENCE).until(() -> Boolean.FALSE.equals(index(world)));
                program.destroyForcibly().waitFor();
                endOrphans(world.database());
                reader.rollback();
            }
            assertThat(index(world)).isFalse();
            assertThat(field(world).is(Field.Flag.BUILDING)).isTrue();

            program = JobProgram.start(world);
            await().atMost(PATIENCE).until(() -> !field(world).is(Field.Flag.BUILDING));
            program.destroyForcibly().waitFor();

            assertThat(index(world)).isTrue();
            assertThat(field(world).is(Field.Flag.UNIQUE)).isTrue();
            assertThat(world.database().sql().fetchValue("select count(*) from pg_index where not indisvalid"))
                    .isEqualTo(0L);
        }
    }

    private static void fill(TestDatabase database) {
        database.sql().execute("""
                with made as (insert into record_identity (id, type)
                    select gen_random_uuid(), 'accounts' from generate_series(1, 6000) returning id)
                insert into account (id, name) select id, 'شرکت' from made""");
    }

    /** An index that is built beside others waits for who began to read before it. */
    private static Connection readingSince(TestDatabase database) throws Exception {
        var connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("select 1 from product limit 1");
        }
        return connection;
    }

    /** The server notices at some time that the program is gone; as if it had. */
    private static void endOrphans(TestDatabase database) {
        database.sql()
                .execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and query like 'create % concurrently %' and state = 'active'"
                        + " and pid <> pg_backend_pid()");
        await().atMost(PATIENCE)
                .until(() -> database.sql()
                        .fetch(
                                "select 1 from pg_stat_activity where datname = current_database()"
                                        + " and query like 'create % concurrently %' and state = 'active' and pid <> pg_backend_pid()")
                        .isEmpty());
    }

    private static @org.jspecify.annotations.Nullable Boolean index(ExchangeWorld world) {
        var row = world.database().sql().fetchOne(INDEX);
        return row == null ? null : row.get(0, Boolean.class);
    }

    private static Field<?> field(ExchangeWorld world) {
        world.bean(DatabaseModels.class).reload();
        return world.bean(Models.class).current().type("accounts").field("x_code");
    }
}
