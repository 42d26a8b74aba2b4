package org.peyvand.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.ChangeLog;
import org.peyvand.record.write.ChangeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/** Takes change sets back, small ones at once and large ones by a job. */
@Component
public final class Undoing implements JobKind {

    /** Up to so many records an undo is worth waiting for. */
    public static final int AT_ONCE = 1_000;

    private static final String KEY = "undo";

    private final ChangeLog changes;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    Undoing(ChangeLog changes, Jobs jobs, TransactionTemplate transactions) {
        this.changes = changes;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * An undo that is done or under way.
     *
     * @param changeSet the undo's own change set, null when nothing was left to take back
     * @param job the job that does it, empty when it is done
     */
    public record Started(@Nullable UUID changeSet, Optional<Job> job) {}

    /**
     * Takes a change set back.
     *
     * @throws Refusal.NotFound when there is no such change set for the actor
     * @throws Refusal.Conflict when something changed since and conflicts are not skipped; nothing is changed then
     */
    public Started start(Actor actor, UUID changeSet, boolean skipConflicts) {
        ChangeSet found = changes.find(actor, changeSet).orElseThrow(Refusal.NotFound::new);
        if (found.records() <= AT_ONCE) {
            return new Started(changes.undo(actor, changeSet, skipConflicts), Optional.empty());
        }
        if (!skipConflicts) {
            refuseObstacles(actor, changeSet);
        }
        return java.util.Objects.requireNonNull(transactions.execute(status -> enqueue(actor, found, skipConflicts)));
    }

    private Started enqueue(Actor actor, ChangeSet found, boolean skipConflicts) {
        UUID undo = changes.beginUndo(actor, found.id());
        var payload = JsonNodeFactory.instance
                .objectNode()
                .put("changeSet", found.id().toString())
                .put("undo", undo.toString())
                .put("skipConflicts", skipConflicts);
        NewJob job = NewJob.of(KEY, payload)
                .labelled(found.label())
                .of(found.records())
                .collectedIn(undo);
        return new Started(undo, Optional.of(jobs.enqueue(actor, job)));
    }

    private void refuseObstacles(Actor actor, UUID changeSet) {
        List<Problem> problems = new ArrayList<>();
        changes.obstacles(actor, changeSet)
                .forEach((record, reasons) -> reasons.forEach(reason -> problems.add(new Problem(
                        "/" + record.type() + "/" + record.id()
                                + (reason.field().isEmpty() ? "" : "/" + reason.field()),
                        reason.code(),
                        reason.arguments()))));
        if (!problems.isEmpty()) {
            throw new Refusal.Conflict(problems, "changed-since");
        }
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public JobRun start(Job job) {
        UUID changeSet = UUID.fromString(job.payload().get("changeSet").stringValue());
        UUID undo = UUID.fromString(job.payload().get("undo").stringValue());
        boolean skipConflicts = job.payload().get("skipConflicts").booleanValue();
        return progress -> {
            boolean more = changes.undoPart(job.actor(), changeSet, undo, skipConflicts, AT_ONCE);
            Long total = progress.totalSoFar();
            long done = progress.doneSoFar() + AT_ONCE;
            progress.done(more || total == null ? Math.min(done, total == null ? done : total) : total);
            return more;
        };
    }
}
