package org.peyvand.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Actors;
import org.peyvand.job.Job;
import org.peyvand.job.JobKind;
import org.peyvand.job.JobProgress;
import org.peyvand.job.JobRun;
import org.peyvand.job.Jobs;
import org.peyvand.job.NewJob;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Tag;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Outcome;
import org.peyvand.record.write.TagEdit;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts one tag in the place of another on every record and the other into the bin, as one change set: few records at once, many
 * by a job. It is for administrators, because it changes records whoever they belong to. Records in the bin keep the old tag.
 */
@Component
public final class MergingTags implements JobKind {

    private static final String KEY = "tag-merge";

    /** So many records are worth waiting for. */
    static final int AT_ONCE = 1_000;

    private static final String CARRIERS = "select r.record_id, i.type from record_tag r"
            + " join record_identity i on i.id = r.record_id where r.tag_id = ? and (?::uuid is null or r.record_id > ?::uuid)"
            + " order by r.record_id limit ?";

    private final DSLContext sql;
    private final ReadGate reads;
    private final WriteGate writes;
    private final Models models;
    private final Actors actors;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    MergingTags(
            DSLContext sql,
            ReadGate reads,
            WriteGate writes,
            Models models,
            Actors actors,
            Jobs jobs,
            TransactionTemplate transactions) {
        this.sql = sql;
        this.reads = reads;
        this.writes = writes;
        this.models = models;
        this.actors = actors;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * A merge that is done or under way.
     *
     * @param changeSet what collects it
     * @param job the job that does it, empty when it is done
     */
    public record Started(UUID changeSet, Optional<Job> job) {}

    /**
     * Merges a tag into another.
     *
     * @throws Refusal.Forbidden for others than administrators
     * @throws Refusal.NotFound when there is no such tag
     * @throws Refusal.Invalid when the other is none, or the same
     */
    public Started start(Actor actor, UUID tag, UUID into) {
        if (!actors.isAdministrator(actor)) {
            throw new Refusal.Forbidden("administrator-only");
        }
        if (name(actor, tag).isEmpty()) {
            throw new Refusal.NotFound();
        }
        if (tag.equals(into)) {
            throw new Refusal.Invalid(List.of(Problem.of("into", "tag-into-itself")));
        }
        if (name(actor, into).isEmpty()) {
            throw new Refusal.Invalid(List.of(Problem.of("into", "no-such-record")));
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            UUID changeSet = writes.begin(actor, Batch.Kind.MERGE, "");
            if (carriers(tag, null).size() < AT_ONCE) {
                part(actor, changeSet, tag, into, null);
                return new Started(changeSet, Optional.empty());
            }
            ObjectNode payload = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", Tag.TYPE.plural())
                    .put("tag", tag.toString())
                    .put("into", into.toString());
            long total = Objects.requireNonNull(
                            (Number) sql.fetchValue("select count(*) from record_tag where tag_id = ?", tag))
                    .longValue();
            NewJob job = NewJob.of(KEY, payload)
                    .labelled(Tag.TYPE.plural())
                    .of(total)
                    .collectedIn(changeSet);
            return new Started(changeSet, Optional.of(jobs.enqueue(actor, job)));
        }));
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public JobRun start(Job job) {
        UUID tag = UUID.fromString(job.payload().get("tag").stringValue());
        UUID into = UUID.fromString(job.payload().get("into").stringValue());
        return progress -> step(job, tag, into, progress);
    }

    private boolean step(Job job, UUID tag, UUID into, JobProgress progress) {
        var state = progress.stateSoFar();
        UUID after = state == null ? null : UUID.fromString(state.get("after").stringValue());
        List<Record> part = part(job.actor(), Objects.requireNonNull(job.changeSet()), tag, into, after);
        progress.done(progress.doneSoFar() + part.size());
        if (part.size() < AT_ONCE) {
            return false;
        }
        progress.state(JsonNodeFactory.instance
                .objectNode()
                .put("after", part.getLast().get(0, UUID.class).toString()));
        return true;
    }

    /** Gives the next records the other tag; behind the last of them the tag itself goes. */
    private List<Record> part(Actor actor, UUID changeSet, UUID tag, UUID into, @Nullable UUID after) {
        String gone = name(actor, tag).orElseThrow(Refusal.NotFound::new);
        String kept = name(actor, into).orElseThrow(Refusal.NotFound::new);
        List<Record> part = carriers(tag, after);
        List<Write> each = new ArrayList<>();
        for (Record row : part) {
            RecordType type = models.current().find(row.get(1, String.class)).orElse(null);
            if (type != null) {
                Draft draft = new Draft().put(SystemFields.TAGS, new TagEdit(List.of(kept), List.of(gone)));
                each.add(new Write.Update(type, row.get(0, UUID.class), null, draft));
            }
        }
        boolean last = part.size() < AT_ONCE;
        if (last) {
            each.add(new Write.Delete(Tag.TYPE, tag, null));
        }
        Written written = writes.write(
                actor, Batch.of(each).as(Batch.Kind.MERGE, "").tolerant().continuing(changeSet));
        Outcome ending = written.outcomes().getLast();
        if (last && ending.refusal() != null) {
            throw ending.refusal();
        }
        return part;
    }

    private List<Record> carriers(UUID tag, @Nullable UUID after) {
        return List.copyOf(sql.fetch(CARRIERS, tag, after, after, AT_ONCE));
    }

    private Optional<String> name(Actor actor, UUID tag) {
        return reads.find(actor, Tag.TYPE, tag)
                .filter(found -> !found.deleted())
                .flatMap(found -> Optional.ofNullable(found.get(Tag.NAME)));
    }
}
