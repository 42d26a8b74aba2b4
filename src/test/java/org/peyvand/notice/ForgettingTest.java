package org.peyvand.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;

/** The job of the night, run now. */
@Tag("database")
class ForgettingTest {

    private static final String NOTICES = """
            insert into notice (id, user_id, key, kind, shown, told_at, read_at)
            select gen_random_uuid(), ?::uuid, d || '-' || i, 'assigned', true, now() - d * interval '1 day',
                case when i % 2 = 0 then now() end
            from unnest(array[10, 40, 400]) d, generate_series(1, 1200) i
            """;

    /** Of each state and age one, each of a notice of 400 days. */
    private static final String MESSAGES = """
            insert into outbox_message (id, key, channel, purpose, again, user_id, notice_id, state, finished_at, created_at,
                due_at)
            select gen_random_uuid(), s || d, 'sms', 'notice', false, ?::uuid,
                (select id from notice where key = '400-' || d and user_id = ?::uuid), s,
                case when s <> 'queued' then now() - d * interval '1 day' end, now() - d * interval '1 day',
                now() + interval '1 day'
            from unnest(array['sent', 'failed', 'uncertain', 'dropped', 'queued']) s, unnest(array[5, 25]) d
            """;

    @Test
    void removesWhatIsOldAndOverAndNothingThatStillWaits() {
        try (var program = TestProgram.start("PEYVAND_KEEP_NOTICES_DAYS=30", "PEYVAND_KEEP_MESSAGES_DAYS=20")) {
            UUID reader = filled(program);

            night(program);

            assertThat(keys(program, "notice where user_id = '" + reader + "'"))
                    .hasSize(1_200 + 2)
                    .contains("10-1", "10-2", "400-5", "400-25")
                    .doesNotContain("40-1", "40-2", "400-1");
            assertThat(keys(program, "outbox_message where purpose = 'notice'"))
                    .containsExactly("dropped5", "failed5", "queued25", "queued5", "sent5", "uncertain5");
        }
    }

    @Test
    void keepsEverythingForZeroDays() {
        try (var program = TestProgram.start("PEYVAND_KEEP_NOTICES_DAYS=0", "PEYVAND_KEEP_MESSAGES_DAYS=0")) {
            UUID reader = filled(program);

            night(program);

            assertThat(keys(program, "notice where user_id = '" + reader + "'")).hasSize(3_600);
            assertThat(keys(program, "outbox_message where purpose = 'notice'")).hasSize(10);
        }
    }

    private static UUID filled(TestProgram program) {
        UUID reader = UUID.fromString(Api.of(program)
                .post("/users", "{\"name\": \"Reader\", \"email\": \"reader@pars.example\"}")
                .expect(201)
                .id());
        var sql = program.database().sql();
        sql.execute("delete from outbox_message");
        sql.execute(NOTICES, reader);
        sql.execute(MESSAGES, reader, reader);
        return reader;
    }

    /** As if it were the hour of the night: what is planned for it is due at once. */
    private static void night(TestProgram program) {
        var sql = program.database().sql();
        assertThat(sql.execute("update scheduled_tasks set execution_time = now() where task_name = 'daily-jobs'"))
                .isEqualTo(1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "done".equals(sql.fetchValue("select max(status) from job where kind = 'forgetting'")));
        assertThat(sql.fetchValue("select count(*) from job where kind = 'forgetting'"))
                .isEqualTo(1L);
        assertThat(sql.fetchValue("select execution_time > now() from scheduled_tasks where task_name = 'daily-jobs'"))
                .isEqualTo(true);
    }

    private static List<String> keys(TestProgram program, String from) {
        return program.database()
                .sql()
                .fetch("select key from " + from + " order by key")
                .getValues(0, String.class);
    }
}
