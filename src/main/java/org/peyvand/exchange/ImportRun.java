package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.job.JobProgress;
import org.peyvand.job.JobRun;
import org.peyvand.notice.NewNotice;
import org.peyvand.notice.Word;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Outcome;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.Written;

/**
 * One run of an import: parts of a thousand rows, each one transaction with its entry in the ledger, then the references to
 * rows of the same file. A run that follows a kill begins behind the last entry.
 */
final class ImportRun implements JobRun {

    private final ImportRows.Run run;
    private final Actor actor;
    private final ImportPlan plan;
    private final FileScan scan;
    private final RowSource source;
    private final ImportRows rows;
    private final ImportKind.Gates gates;
    private final References references;
    private final LaterReferences later;
    private final Additions additions;
    private List<ReadRow> part = List.of();

    ImportRun(
            ImportRows.Run run,
            Actor actor,
            ImportPlan plan,
            FileScan scan,
            RowSource source,
            ImportRows rows,
            ImportKind.Gates gates) {
        this.run = run;
        this.actor = actor;
        this.plan = plan;
        this.scan = scan;
        this.source = source;
        this.rows = rows;
        this.gates = gates;
        this.references = new References(gates.lookup(), gates.reading(), actor, plan);
        this.later = new LaterReferences(run, actor, plan, rows, gates);
        this.additions = new Additions(actor, plan, gates);
    }

    @Override
    public void prepare() {
        if (part.isEmpty()) {
            part = source.next();
        }
    }

    @Override
    public boolean step(JobProgress progress) {
        UUID changeSet = changeSet(progress);
        progress.total(scan.rows());
        if (part.isEmpty()) {
            return later.resolve(changeSet) || finished();
        }
        ImportRows.Tally tally = write(changeSet);
        rows.add(run.id(), part.getFirst().row().number(), tally);
        progress.done(part.getLast().row().number());
        part = List.of();
        return true;
    }

    /** Tells who asked for it; answers that nothing more is to be done. */
    private boolean finished() {
        UUID asker = actor.user();
        if (asker != null) {
            gates.notices()
                    .ifAvailable(notices -> notices.tell(
                            NewNotice.of(ImportNotices.FINISHED, asker, ImportNotices.FINISHED + ":" + run.id())
                                    .leadingTo("/imports/" + run.id())
                                    .saying(new Word.Text(run.fileName()), new Word.Amount(scan.rows()))));
        }
        return false;
    }

    @Override
    public void close() {
        source.close();
    }

    private UUID changeSet(JobProgress progress) {
        UUID known = progress.changeSetSoFar();
        if (known != null) {
            return known;
        }
        UUID begun = gates.writing().begin(actor, Batch.Kind.IMPORT, run.fileName());
        rows.begun(run.id(), begun);
        progress.changeSet(begun);
        return begun;
    }

    private ImportRows.Tally write(UUID changeSet) {
        boolean making = plan.options().createReferences();
        references.resolve(part, scan::names, making ? maker(changeSet) : References.Maker.NONE);
        gates.extras().take(actor, plan.type().plural(), part);
        PartResult result = new PartResult(plan);
        List<ReadRow> open = part;
        while (!open.isEmpty()) {
            Wave wave = new Wave(plan, gates.lookup(), actor);
            open = wave.take(open, result);
            write(wave, changeSet, result);
        }
        rows.addFailures(run.id(), result.failures());
        rows.addLater(run.id(), result.later());
        return result.tally();
    }

    /** A row that fails changes nothing: when one is refused only after its fields, all is taken back and written without it. */
    private void write(Wave wave, UUID changeSet, PartResult result) {
        while (!wave.writes().isEmpty()) {
            Additions.Whole whole = Objects.requireNonNull(gates.nested().execute(status -> {
                Additions.Whole attempt = attempt(wave, changeSet);
                if (!attempt.refused().isEmpty()) {
                    status.setRollbackOnly();
                }
                return attempt;
            }));
            if (whole.refused().isEmpty()) {
                for (int i = 0; i < wave.rows().size(); i++) {
                    result.add(wave.rows().get(i), whole.outcomes().get(i));
                }
                return;
            }
            whole.refused().forEach((place, problems) -> result.fail(wave.rows().get(place), problems));
            wave.leaveOut(whole.refused().keySet());
        }
    }

    private Additions.Whole attempt(Wave wave, UUID changeSet) {
        Written written = gates.writing().write(actor, batch(wave.writes(), changeSet));
        return additions.to(wave.rows(), written.outcomes(), more -> batch(more, changeSet));
    }

    private Batch batch(List<Write> writes, UUID changeSet) {
        Batch batch = Batch.of(writes)
                .as(Batch.Kind.IMPORT, run.fileName())
                .tolerant()
                .continuing(changeSet);
        return plan.options().notifying() ? batch : batch.quietly();
    }

    /** Makes records that have nothing but their title; where more is demanded the gate refuses and nothing is made. */
    private References.Maker maker(UUID changeSet) {
        return (target, words) -> target.is(RecordType.Flag.GUARDED) ? Map.of() : make(target, words, changeSet);
    }

    private Map<String, UUID> make(RecordType target, Set<String> words, UUID changeSet) {
        List<String> titles = words.stream().distinct().toList();
        List<Write> writes = new ArrayList<>();
        for (String title : titles) {
            writes.add(new Write.Create(target, null, new Draft().put(target.titleField(), title)));
        }
        Map<String, UUID> made = new HashMap<>();
        List<Outcome> outcomes =
                gates.writing().write(actor, batch(writes, changeSet)).outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            @Nullable UUID id = outcomes.get(i).id();
            if (outcomes.get(i).result() == Outcome.Result.CREATED && id != null) {
                made.put(titles.get(i), id);
            }
        }
        return made;
    }
}
