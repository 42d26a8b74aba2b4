package org.peyvand.job;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rows of the table job. */
final class JobRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final DSLContext sql;

    JobRows(DSLContext sql) {
        this.sql = sql;
    }

    void insert(UUID id, Actor actor, NewJob job) {
        sql.execute(
                "insert into job (id, kind, label, payload, total, actor, created_by, change_set_id)"
                        + " values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7})",
                val(id),
                val(job.kind()),
                val(job.label()),
                val(JSONB.valueOf(job.payload().toString())),
                val(job.total(), Long.class),
                val(JSONB.valueOf(json(actor).toString())),
                val(actor.user(), UUID.class),
                val(job.changeSet(), UUID.class));
    }

    Optional<Job> find(UUID id) {
        return sql.resultQuery("select * from job where id = {0}", val(id)).fetchOptional(JobRows::job);
    }

    List<Job> of(@Nullable UUID user, int limit) {
        return sql.resultQuery(
                        "select * from job where created_by is not distinct from {0} order by created_at desc limit {1}",
                        val(user, UUID.class), val(limit))
                .fetch(JobRows::job);
    }

    /** Takes the job for a new run; whoever ran it before has lost it. */
    Optional<Job> take(UUID id) {
        return sql.resultQuery(
                        "update job set run = run + 1, status = 'running', started_at = coalesce(started_at, now())"
                                + " where id = {0} and status in ('queued', 'running') returning *",
                        val(id))
                .fetchOptional(JobRows::job);
    }

    /** Locks the job for the transaction if the run still holds it. */
    Optional<Job> hold(UUID id, int run) {
        return sql.resultQuery(
                        "select * from job where id = {0} and run = {1} and status = 'running' for update",
                        val(id), val(run))
                .fetchOptional(JobRows::job);
    }

    void report(UUID id, JobProgress progress, boolean more) {
        sql.execute(
                "update job set done = {1}, total = {2}, state = {3}, result = {4}, change_set_id = {5}, failures = 0,"
                        + (more ? " status = 'running'" : " status = 'done', finished_at = now()") + " where id = {0}",
                val(id),
                val(progress.doneSoFar()),
                val(progress.totalSoFar(), Long.class),
                val(jsonb(progress.stateSoFar()), JSONB.class),
                val(jsonb(progress.result()), JSONB.class),
                val(progress.changeSetSoFar(), UUID.class));
    }

    int countFailure(UUID id, int run) {
        Integer failures = sql.resultQuery(
                        "update job set failures = failures + 1 where id = {0} and run = {1} returning failures",
                        val(id), val(run))
                .fetchOne(0, Integer.class);
        return failures == null ? 0 : failures;
    }

    /** Answers false when another run has the job by now. */
    boolean fail(UUID id, int run, String problem) {
        return sql.execute(
                        "update job set status = 'failed', problem = {2}, finished_at = now() where id = {0} and run = {1}",
                        val(id), val(run), val(problem))
                > 0;
    }

    void undone(UUID id) {
        sql.execute("update job set status = 'undone' where id = {0} and status in ('done', 'failed')", val(id));
    }

    private static Job job(Record row) {
        return new Job(
                Objects.requireNonNull(row.get("id", UUID.class)),
                text(row, "kind"),
                Job.Status.of(text(row, "status")),
                text(row, "label"),
                Objects.requireNonNull(json(row, "payload")),
                json(row, "state"),
                json(row, "result"),
                Objects.requireNonNull(row.get("done", Long.class)),
                row.get("total", Long.class),
                row.get("problem", String.class),
                actor(Objects.requireNonNull(json(row, "actor"))),
                row.get("change_set_id", UUID.class),
                Objects.requireNonNull(row.get("run", Integer.class)),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static String text(Record row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static @Nullable Instant instant(Record row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable JsonNode json(Record row, String column) {
        JSONB json = row.get(column, JSONB.class);
        return json == null ? null : JSON.readTree(json.data());
    }

    private static @Nullable JSONB jsonb(@Nullable JsonNode json) {
        return json == null ? null : JSONB.valueOf(json.toString());
    }

    private static ObjectNode json(Actor actor) {
        ObjectNode json = JSON.createObjectNode();
        json.put("user", actor.user() == null ? null : actor.user().toString());
        json.put("name", actor.name());
        json.put("kind", actor.kind().key());
        json.put("token", actor.token() == null ? null : actor.token().toString());
        json.put("zone", actor.zone().getId());
        ids(json.putArray("teams"), actor.teams());
        ids(json.putArray("teamsBelow"), actor.teamsBelow());
        return json;
    }

    private static void ids(ArrayNode array, Set<UUID> ids) {
        ids.forEach(id -> array.add(id.toString()));
    }

    private static Actor actor(JsonNode json) {
        return new Actor(
                id(json.get("user")),
                json.get("name").stringValue(),
                Actor.Kind.valueOf(json.get("kind").stringValue().toUpperCase(java.util.Locale.ROOT)),
                id(json.get("token")),
                ZoneId.of(json.get("zone").stringValue()),
                ids(json.get("teams")),
                ids(json.get("teamsBelow")));
    }

    private static @Nullable UUID id(@Nullable JsonNode json) {
        return json == null || json.isNull() ? null : UUID.fromString(json.stringValue());
    }

    private static Set<UUID> ids(JsonNode array) {
        Set<UUID> ids = new LinkedHashSet<>();
        array.forEach(each -> ids.add(UUID.fromString(each.stringValue())));
        return ids;
    }
}
