package org.peyvand.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.InvalidValue;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.Page;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.TagEdit;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes or deletes many records by a job, in one change set that can be taken back as a whole. */
@Component
public final class BulkEditing implements JobKind {

    private static final String KEY = "bulk";
    private static final int PAGE = 200;
    private static final int PART = 1_000;
    private static final int MOST_IDS = 100_000;

    private final ReadGate reading;
    private final WriteGate writing;
    private final Models models;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    BulkEditing(ReadGate reading, WriteGate writing, Models models, Jobs jobs, TransactionTemplate transactions) {
        this.reading = reading;
        this.writing = writing;
        this.models = models;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * Puts the change into the queue.
     *
     * @throws Refusal.Malformed when type, filter or values make no sense
     * @throws Refusal.Invalid when a value is not acceptable
     * @throws Refusal.Conflict when another number of records matches than was expected
     */
    public Job start(Actor actor, BulkEdit edit) {
        RecordType type = models.current()
                .find(edit.type())
                .orElseThrow(() -> new Refusal.Malformed("unknown-type", edit.type()));
        if ((edit.filter() == null) == (edit.ids() == null)) {
            throw new Refusal.Malformed("filter-or-ids");
        }
        JsonNode set = edit.set();
        if (set != null) {
            refuseProblems(draft(type, set));
        }
        long count = count(actor, type, edit);
        Long expected = edit.expectedCount();
        if (expected != null && expected != count) {
            throw new Refusal.Conflict("count-moved", Long.toString(count));
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            UUID changeSet = writing.begin(actor, Batch.Kind.BULK, "");
            return jobs.enqueue(
                    actor,
                    NewJob.of(KEY, payload(edit))
                            .of(count)
                            .collectedIn(changeSet)
                            .labelled(type.plural()));
        }));
    }

    private long count(Actor actor, RecordType type, BulkEdit edit) {
        List<UUID> ids = edit.ids();
        if (ids != null && ids.size() > MOST_IDS) {
            throw new Refusal.Malformed("too-many", Integer.toString(MOST_IDS));
        }
        return ids != null
                ? ids.stream().distinct().count()
                : reading.exactCount(actor, Query.of(type).where(condition(actor, type, edit.filter())));
    }

    private Condition condition(Actor actor, RecordType type, @Nullable JsonNode filter) {
        return filter == null ? Condition.ALWAYS : reading.parse(actor, type, filter);
    }

    private static ObjectNode payload(BulkEdit edit) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("type", edit.type());
        if (edit.filter() != null) {
            payload.set("filter", edit.filter());
        }
        List<UUID> ids = edit.ids();
        if (ids != null) {
            var array = payload.putArray("ids");
            ids.stream().distinct().forEach(id -> array.add(id.toString()));
        }
        if (edit.set() != null) {
            payload.set("set", edit.set());
        }
        return payload;
    }

    /** The values as the fields' own types read them. */
    private static Draft draft(RecordType type, JsonNode set) {
        if (!set.isObject() || set.isEmpty()) {
            throw new Refusal.Malformed("nothing-to-set");
        }
        Draft draft = new Draft();
        for (String name : set.propertyNames()) {
            Field<?> field = type.find(name).orElseThrow(() -> new Refusal.Malformed("unknown-field", name));
            JsonNode value = set.get(name);
            boolean empty =
                    value.isNull() || (value.isString() && value.stringValue().isEmpty());
            try {
                draft.put(field, empty ? null : read(field, value));
            } catch (InvalidValue invalid) {
                draft.problem(Problem.of(name, invalid));
            }
        }
        return draft;
    }

    /** Tags may be given as those to add and those to remove. */
    private static Object read(Field<?> field, JsonNode value) {
        return field.name().equals(SystemFields.TAGS.name()) && value.isObject()
                ? new TagEdit(tags(value.get("add")), tags(value.get("remove")))
                : field.type().fromJson(value);
    }

    private static List<String> tags(@Nullable JsonNode names) {
        return names == null ? List.of() : SystemFields.TAGS.type().fromJson(names);
    }

    private static void refuseProblems(Draft draft) {
        if (!draft.problems().isEmpty()) {
            throw new Refusal.Invalid(draft.problems());
        }
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public JobRun start(Job job) {
        RecordType type = models.current().type(job.payload().get("type").stringValue());
        return progress -> step(job, type, progress);
    }

    private boolean step(Job job, RecordType type, JobProgress progress) {
        JsonNode state = progress.stateSoFar();
        ObjectNode next = JsonNodeFactory.instance.objectNode();
        BulkReport report = BulkReport.of(state);
        JsonNode ids = job.payload().get("ids");
        List<UUID> part = ids == null ? matching(job, type, state, next) : listed(ids, (int) progress.doneSoFar());
        if (!part.isEmpty()) {
            write(job, type, part, report);
        }
        progress.done(progress.doneSoFar() + part.size());
        report.writeTo(next);
        progress.state(next);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        report.writeTo(result);
        progress.result(result);
        return ids == null ? next.has("after") : progress.doneSoFar() < ids.size();
    }

    private static List<UUID> listed(JsonNode ids, int done) {
        List<UUID> part = new ArrayList<>();
        for (int i = done; i < Math.min(ids.size(), done + PART); i++) {
            part.add(UUID.fromString(ids.get(i).stringValue()));
        }
        return part;
    }

    /** The next records by id, so that a changed one never comes again even when it still matches. */
    private List<UUID> matching(Job job, RecordType type, @Nullable JsonNode state, ObjectNode next) {
        Query query = Query.of(type)
                .where(condition(job.actor(), type, job.payload().get("filter")))
                .sorted(reading.sorts(job.actor(), type, SystemFields.ID.name()))
                .reading(List.of(SystemFields.ID))
                .limited(PAGE);
        String after =
                state == null || !state.has("after") ? null : state.get("after").stringValue();
        List<UUID> part = new ArrayList<>();
        do {
            Page<StoredRecord> page = reading.page(job.actor(), query.after(after));
            page.items().forEach(record -> part.add(record.id()));
            after = page.next();
        } while (after != null && part.size() < PART);
        if (after != null) {
            next.put("after", after);
        }
        return part;
    }

    private void write(Job job, RecordType type, List<UUID> part, BulkReport report) {
        JsonNode set = job.payload().get("set");
        List<Write> writes = new ArrayList<>();
        for (UUID id : part) {
            writes.add(
                    set == null
                            ? new Write.Delete(type, id, null)
                            : new Write.Update(type, id, null, draft(type, set)));
        }
        Batch batch =
                Batch.of(writes).as(Batch.Kind.BULK, "").tolerant().continuing(Objects.requireNonNull(job.changeSet()));
        writing.write(job.actor(), batch).outcomes().forEach(report::add);
    }
}
