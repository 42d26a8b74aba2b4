package org.peyvand.file;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.peyvand.job.Job;
import org.peyvand.job.JobKind;
import org.peyvand.job.JobProgress;
import org.peyvand.job.JobRun;
import org.peyvand.job.Jobs;
import org.peyvand.job.NewJob;
import org.peyvand.record.Actor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Removes files that nothing points at a day after they were brought: uploads that were never attached or imported, and
 * uploads that broke off. Whatever keeps a file says so by a foreign key, so a new use of files needs no word here. The job is
 * put into the queue by the first upload of a day; where nothing is uploaded, nothing is left behind.
 */
@Component
final class FilePurge implements JobKind {

    static final String KEY = "file-purge";
    private static final int PART = 100;

    private final DSLContext sql;
    private final Jobs jobs;

    FilePurge(DSLContext sql, Jobs jobs) {
        this.sql = sql;
        this.jobs = jobs;
    }

    /** Sees to it that a purge runs today. */
    void remind() {
        Boolean today = sql.resultQuery(
                        "select exists (select from job where kind = {0} and created_at > now() - interval '1 day')",
                        val(KEY))
                .fetchSingle(0, Boolean.class);
        if (!Boolean.TRUE.equals(today)) {
            jobs.enqueue(Actor.system(), NewJob.of(KEY, JsonNodeFactory.instance.objectNode()));
        }
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public JobRun start(Job job) {
        return this::purge;
    }

    private boolean purge(JobProgress progress) {
        List<UUID> orphans = sql.resultQuery(
                        "select f.id from file f where f.created_at < now() - interval '1 day' and " + unused()
                                + " order by f.created_at limit " + PART)
                .fetch(0, UUID.class);
        sql.execute("delete from file where id = any({0})", val(orphans.toArray(UUID[]::new)));
        progress.done(progress.doneSoFar() + orphans.size());
        return orphans.size() == PART;
    }

    /** That no foreign key points at a file, its own chunks aside. */
    private String unused() {
        return sql.resultQuery("""
                        select format('not exists (select from %s u where u.%I = f.id)', c.conrelid::regclass, a.attname)
                        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.confrelid = 'file'::regclass and c.contype = 'f' and c.confdeltype <> 'c'
                        order by 1""").fetch(0, String.class).stream().collect(Collectors.joining(" and "));
    }
}
