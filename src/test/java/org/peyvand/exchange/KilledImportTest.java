package org.peyvand.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An import whose program is killed again and again in the middle comes to the same as one that was left in peace. */
@Tag("database")
class KilledImportTest {

    private static final int ROWS = 8_000;
    private static final String CONTENT =
            "select count(*) || ' ' || md5(string_agg(t, '|' order by t)) from (select concat_ws(';',"
                    + " c.name, c.email, c.mobile, a.name) t from contact c left join account a on a.id = c.account_id"
                    + " where c.deleted_at is null) all_of_them";

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        String inPeace;
        try (var world = new ExchangeWorld()) {
            firms(world);
            assertThat(world.imported("contacts", csv(), Map.of()).created()).isEqualTo(ROWS - 8);
            inPeace = content(world);
        }
        try (var world = new ExchangeWorld()) {
            firms(world);
            world.stopJobs();
            Import started =
                    world.bean(Importing.class).start(world.actor(), world.request("contacts", csv(), Map.of()));

            int kills = 0;
            for (long wanted = 1_000; wanted <= 5_000; wanted += 2_000) {
                Process program = JobProgram.start(world);
                waitFor(world, started, wanted);
                program.destroyForcibly().waitFor();
                kills++;
                assertThat(world.bean(Importing.class)
                                .find(world.actor(), started.id())
                                .orElseThrow()
                                .status())
                        .isEqualTo("running");
            }
            Process last = JobProgram.start(world);
            Import done = world.finished(started);
            last.destroyForcibly().waitFor();

            assertThat(kills).isEqualTo(3);
            assertThat(done.status()).isEqualTo("done");
            assertThat(done.rows()).isEqualTo(ROWS);
            assertThat(done.created()).isEqualTo(ROWS - 8);
            assertThat(done.failed()).isEqualTo(8);
            assertThat(world.failures(done).lines()).hasSize(9);
            assertThat(content(world)).isEqualTo(inPeace);
            assertThat(world.database()
                            .sql()
                            .fetchValue("select count(*) from change where change_set_id = ?", done.changeSet()))
                    .isEqualTo((long) ROWS - 8);
        }
    }

    private static void firms(ExchangeWorld world) {
        var csv = new StringBuilder("name\n");
        for (int i = 0; i < 100; i++) {
            csv.append("شرکت ").append(i).append('\n');
        }
        world.imported("accounts", csv.toString(), Map.of());
    }

    private static String csv() {
        var csv = new StringBuilder("name,email,mobile,account\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("شخص ").append(i).append(",p").append(i).append(i % 1000 == 999 ? "," : "@example.ir,");
            csv.append("0912")
                    .append(1_000_000 + i)
                    .append(",شرکت ")
                    .append(i % 100)
                    .append('\n');
        }
        return csv.toString();
    }

    private static String content(ExchangeWorld world) {
        return String.valueOf(world.database().sql().fetchValue(CONTENT));
    }

    private static void waitFor(ExchangeWorld world, Import started, long rows) {
        await().atMost(Duration.ofSeconds(120))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> world.bean(Importing.class)
                                .find(world.actor(), started.id())
                                .orElseThrow()
                                .done()
                        >= rows);
    }
}
