package org.peyvand.notice;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.peyvand.job.Job;
import org.peyvand.job.JobKind;
import org.peyvand.job.JobProgress;
import org.peyvand.job.JobRun;
import org.peyvand.setting.Retention;
import org.springframework.stereotype.Component;

/**
 * Removes old notices, and messages that were sent, failed or left uncertain long ago, part by part, once a day. What still waits
 * is never removed, nor the notice that it tells.
 */
@Component
final class Forgetting implements JobKind {

    static final String KEY = "forgetting";
    private static final int PART = 1_000;

    private static final String MESSAGES = """
            delete from outbox_message where id in (
                select id from outbox_message
                where state not in ('queued', 'sending') and finished_at < now() - {0} * interval '1 day'
                order by finished_at limit {1})
            """;

    private static final String NOTICES = """
            delete from notice where id in (
                select n.id from notice n
                where n.told_at < now() - {0} * interval '1 day' and not exists (
                    select from outbox_message m where m.notice_id = n.id and m.state in ('queued', 'sending'))
                order by n.told_at limit {1})
            """;

    private final DSLContext sql;
    private final Retention retention;

    Forgetting(DSLContext sql, Retention retention) {
        this.sql = sql;
        this.retention = retention;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public boolean isDaily() {
        return true;
    }

    @Override
    public JobRun start(Job job) {
        return this::forget;
    }

    private boolean forget(JobProgress progress) {
        int messages = removed(MESSAGES, retention.messages());
        int notices = removed(NOTICES, retention.notices());
        progress.done(progress.doneSoFar() + messages + notices);
        return messages == PART || notices == PART;
    }

    private int removed(String statement, int days) {
        return days == 0 ? 0 : sql.execute(statement, DSL.val(days), DSL.val(PART));
    }
}
