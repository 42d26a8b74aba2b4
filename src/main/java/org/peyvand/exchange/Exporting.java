package org.peyvand.exchange;

import static org.jooq.impl.DSL.val;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.peyvand.file.Files;
import org.peyvand.job.Job;
import org.peyvand.job.Jobs;
import org.peyvand.job.NewJob;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.RecordIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Exports from beginning to end: started, watched and fetched. */
@Component
public final class Exporting {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;
    private final ExportPlanning planning;
    private final Jobs jobs;
    private final Files files;
    private final Models models;
    private final TransactionTemplate transactions;

    Exporting(
            DSLContext sql,
            ExportPlanning planning,
            Jobs jobs,
            Files files,
            Models models,
            TransactionTemplate transactions) {
        this.sql = sql;
        this.planning = planning;
        this.jobs = jobs;
        this.files = files;
        this.models = models;
        this.transactions = transactions;
    }

    /**
     * Puts an export into the queue.
     *
     * @throws Refusal.Forbidden without the right to export the type
     * @throws Refusal.Malformed when type, filter or fields make no sense
     */
    public Export start(Actor actor, ExportRequest request) {
        RecordType type = models.current()
                .find(request.type())
                .orElseThrow(() -> new Refusal.Malformed("unknown-type", request.type()));
        check(actor, type, request);
        UUID id = RecordIds.next();
        String name = type.plural() + "-" + LocalDate.ofInstant(java.time.Instant.now(), actor.zone()) + "."
                + request.format().key();
        transactions.executeWithoutResult(status -> {
            UUID file = files.begin(actor, name, request.format().mediaType());
            var payload = JsonNodeFactory.instance.objectNode().put("export", id.toString());
            Job job = jobs.enqueue(actor, NewJob.of(ExportKind.KEY, payload).labelled(name));
            sql.execute(
                    "insert into export_run (id, job_id, type, file_id, request, created_by)"
                            + " values ({0}, {1}, {2}, {3}, {4}, {5})",
                    val(id),
                    val(job.id()),
                    val(type.plural()),
                    val(file),
                    val(JSONB.valueOf(ExportPlanning.write(request).toString())),
                    val(actor.user(), UUID.class));
        });
        return find(actor, id).orElseThrow();
    }

    /** The fields of the actor's last export of the type, in their order; empty when those were all. */
    public List<String> remembered(Actor actor, String type) {
        return sql.resultQuery(
                        "select request from export_run where created_by = {0} and type = {1} order by created_at desc limit 1",
                        val(actor.user(), UUID.class), val(type))
                .fetchOptional(0, JSONB.class)
                .map(kept -> ExportPlanning.read(JSON.readTree(kept.data())).fields())
                .orElse(List.of());
    }

    /** An export of the actor. */
    public Optional<Export> find(Actor actor, UUID id) {
        return row(id).flatMap(row -> jobs.find(actor, uuid(row, "job_id")).map(job -> shown(row, job)));
    }

    /**
     * The file of a finished export of the actor.
     *
     * @throws Refusal.NotFound when there is no such export
     * @throws Refusal.Conflict when it is not finished
     */
    public InputStream open(Actor actor, UUID id) {
        Export export = find(actor, id).orElseThrow(Refusal.NotFound::new);
        if (!export.status().equals(Job.Status.DONE.key())) {
            throw new Refusal.Conflict("export-not-done");
        }
        return files.open(actor, uuid(row(id).orElseThrow(), "file_id"));
    }

    private void check(Actor actor, RecordType type, ExportRequest request) {
        if (request.format() == ExportRequest.Format.VCARD && !type.isCompared()) {
            throw new Refusal.Invalid(List.of(
                    Problem.of("format", "unknown-format", request.format().key())));
        }
        if (planning.fields(actor, type, request).isEmpty()
                || planning.query(actor, type, request).limit() < 1) {
            throw new Refusal.Malformed("nothing-to-export");
        }
    }

    private Optional<Record> row(UUID id) {
        return sql.resultQuery(
                        "select e.*, f.name as file_name, f.media_type from export_run e join file f on f.id = e.file_id"
                                + " where e.id = {0}",
                        val(id))
                .fetchOptional()
                .map(row -> row);
    }

    private static UUID uuid(Record row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }

    private static Export shown(Record row, Job job) {
        return new Export(
                uuid(row, "id"),
                Objects.requireNonNull(row.get("type", String.class)),
                job.status().key(),
                job.done(),
                job.problem(),
                Objects.requireNonNull(row.get("file_name", String.class)),
                Objects.requireNonNull(row.get("media_type", String.class)),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }
}
