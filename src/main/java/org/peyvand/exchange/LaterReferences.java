package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Outcome;
import org.peyvand.record.write.Write;

/**
 * The second pass of an import: references to rows of the same file. A row whose reference still means nothing, because the
 * row it names failed, is taken back and counted as failed.
 */
final class LaterReferences {

    private final ImportRows.Run run;
    private final Actor actor;
    private final ImportPlan plan;
    private final ImportRows rows;
    private final ImportKind.Gates gates;

    LaterReferences(ImportRows.Run run, Actor actor, ImportPlan plan, ImportRows rows, ImportKind.Gates gates) {
        this.run = run;
        this.actor = actor;
        this.plan = plan;
        this.rows = rows;
        this.gates = gates;
    }

    /** Resolves the next ones; answers whether there were any. */
    boolean resolve(UUID changeSet) {
        List<ImportRows.Later> waiting = rows.later(run.id(), RowSource.PART);
        if (waiting.isEmpty()) {
            return false;
        }
        Set<String> words = new LinkedHashSet<>();
        waiting.forEach(each -> words.add(each.word()));
        Map<String, List<UUID>> found = gates.lookup().byName(actor, plan.type(), words);
        Map<UUID, Draft> drafts = new LinkedHashMap<>();
        Map<UUID, ImportRows.Later> failed = new LinkedHashMap<>();
        for (ImportRows.Later each : waiting) {
            List<UUID> ids = found.getOrDefault(each.word(), List.of());
            if (ids.size() == 1) {
                drafts.computeIfAbsent(each.record(), none -> new Draft())
                        .put(plan.type().field(each.field()), ids.getFirst());
            } else {
                failed.put(each.record(), each);
            }
        }
        failed.keySet().forEach(drafts::remove);
        write(changeSet, drafts, failed, found);
        rows.forget(run.id(), waiting);
        return true;
    }

    private void write(
            UUID changeSet,
            Map<UUID, Draft> drafts,
            Map<UUID, ImportRows.Later> failed,
            Map<String, List<UUID>> found) {
        List<Write> writes = new ArrayList<>();
        drafts.forEach((record, draft) -> writes.add(new Write.Update(plan.type(), record, null, draft)));
        failed.values().stream()
                .filter(ImportRows.Later::created)
                .forEach(each -> writes.add(new Write.Delete(plan.type(), each.record(), null)));
        List<Outcome> outcomes = gates.writing()
                .write(
                        actor,
                        Batch.of(writes)
                                .as(Batch.Kind.IMPORT, run.fileName())
                                .tolerant()
                                .continuing(changeSet)
                                .quietly())
                .outcomes();
        List<ImportRows.Failure> failures = new ArrayList<>();
        failed.values()
                .forEach(each -> failures.add(new ImportRows.Failure(
                        each.row(),
                        each.cells(),
                        List.of(Problem.of(
                                each.field(),
                                found.containsKey(each.word()) ? "ambiguous-reference" : "unknown-reference",
                                each.word())))));
        if (outcomes.size() != writes.size()) {
            throw new IllegalStateException("the gate answered for another number of writes");
        }
        rows.addFailures(run.id(), failures);
        long created =
                failed.values().stream().filter(ImportRows.Later::created).count();
        rows.count(run.id(), new ImportRows.Tally(-created, created - failures.size(), 0, failures.size()));
    }
}
