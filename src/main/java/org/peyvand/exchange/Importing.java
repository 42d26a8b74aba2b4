package org.peyvand.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.file.Files;
import org.peyvand.file.StoredFile;
import org.peyvand.job.Job;
import org.peyvand.job.Jobs;
import org.peyvand.job.NewJob;
import org.peyvand.job.Undoing;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.overlay.MayCustomise;
import org.peyvand.record.write.ChangeLog;
import org.peyvand.record.write.ChangeSet;
import org.peyvand.record.write.RecordIds;
import org.peyvand.setting.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Imports from beginning to end: looked at before, started, watched, reported and taken back. */
@Component
public final class Importing {

    private final ImportPlanning planning;
    private final Previewing previewing;
    private final ImportRows rows;
    private final Jobs jobs;
    private final Files files;
    private final Undoing undoing;
    private final ChangeLog changes;
    private final Models models;
    private final FieldWords words;
    private final MayCustomise mayCustomise;
    private final TransactionTemplate transactions;
    private final String currency;

    Importing(
            ImportPlanning planning,
            Previewing previewing,
            ImportRows rows,
            Jobs jobs,
            Files files,
            Undoing undoing,
            ChangeLog changes,
            Models models,
            FieldWords words,
            MayCustomise mayCustomise,
            TransactionTemplate transactions,
            Settings settings) {
        this.planning = planning;
        this.previewing = previewing;
        this.rows = rows;
        this.jobs = jobs;
        this.files = files;
        this.undoing = undoing;
        this.changes = changes;
        this.models = models;
        this.words = words;
        this.mayCustomise = mayCustomise;
        this.transactions = transactions;
        this.currency = settings.currency().getCurrencyCode();
    }

    /** Keeps an uploaded file for {@link #preview} and {@link #start}. */
    public StoredFile upload(Actor actor, String name, InputStream content) {
        return files.store(actor, name, "text/csv", content);
    }

    /**
     * The names of a file's columns.
     *
     * @throws Refusal.Invalid when the file cannot be read
     */
    public List<String> columns(Actor actor, UUID file, @Nullable JsonNode options) {
        Supplier<InputStream> content = () -> files.open(actor, file);
        TableFormat format = TableFormat.of(content, ImportOptions.read(options));
        try (TableRows source = format.rows(content)) {
            return source.header();
        }
    }

    /** How the actor last imported a file with the very columns of this one into the type. */
    public Optional<ImportRequest> remembered(Actor actor, String type, UUID file) {
        try {
            return rows.like(actor, type, columns(actor, file, null))
                    .map(run -> new ImportRequest(type, file, run.mapping(), run.values(), run.options()));
        } catch (Refusal.Invalid unreadable) {
            return Optional.empty();
        }
    }

    /**
     * What the import would do; writes nothing.
     *
     * @throws Refusal as {@link #start} does
     */
    public Preview preview(Actor actor, ImportRequest request) {
        return previewing.of(actor, request);
    }

    /**
     * Makes the own fields that the mapping asks for and puts the import into the queue.
     *
     * @throws Refusal.Forbidden without the right to import the type, or to make fields
     * @throws Refusal.Malformed when mapping, values or options make no sense
     * @throws Refusal.Invalid when the file cannot be read, or amounts are Iranian and their unit is not said
     */
    public Import start(Actor actor, ImportRequest request) {
        StoredFile file = files.find(actor, request.file()).orElseThrow(Refusal.NotFound::new);
        ImportPlan asked = planning.plan(actor, request);
        demandUnit(actor, request, planning.sketched(asked));
        ImportPlan plan = asked;
        if (asked.mapping().targets().stream().anyMatch(Target.Making.class::isInstance)) {
            if (!mayCustomise.allows(actor)) {
                throw new Refusal.Forbidden("administrator-only");
            }
            plan = planning.made(actor, asked);
        }
        UUID id = RecordIds.next();
        List<String> header = plan.mapping().header();
        ImportRequest settled = new ImportRequest(
                request.type(), request.file(), plan.mapping().toJson(), request.values(), request.options());
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("import", id.toString());
        transactions.executeWithoutResult(status -> {
            Job job = jobs.enqueue(actor, NewJob.of(ImportKind.KEY, payload).labelled(file.name()));
            rows.insert(id, job.id(), actor, settled, file.name(), header);
        });
        return find(actor, id).orElseThrow();
    }

    /** An import of the actor. */
    public Optional<Import> find(Actor actor, UUID id) {
        // The job first: its last part and the figures are committed together, so the figures are never older.
        return rows.find(id)
                .flatMap(run -> jobs.find(actor, run.job()))
                .flatMap(job -> rows.find(id).map(run -> shown(actor, run, job)));
    }

    /** The latest imports of the actor, newest first. */
    public List<Import> latest(Actor actor, int limit) {
        return rows.latest(actor, limit).stream()
                .flatMap(id -> find(actor, id).stream())
                .toList();
    }

    /**
     * Writes the failed rows as they stood in the file, each with its reasons in a last column; the result can be corrected and
     * imported again.
     *
     * @throws Refusal.NotFound when the actor has no such import
     */
    public void failures(Actor actor, UUID id, Locale language, ExportRequest.Format format, OutputStream out) {
        ImportRows.Run run = rows.find(id)
                .filter(each -> jobs.find(actor, each.job()).isPresent())
                .orElseThrow(Refusal.NotFound::new);
        RecordType type = models.current().type(run.type());
        List<String> header = new ArrayList<>(run.header());
        header.add(words.messages().text(language, "import.reasons"));
        try (FailuresFile file = FailuresFile.of(format, out, FieldWords.PERSIAN.equals(language), header)) {
            rows.eachFailure(id, failure -> {
                List<String> cells = new ArrayList<>(Arrays.asList(failure.cells()));
                cells.add(reasons(type, failure.problems(), language));
                file.write(cells);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes an import back, which is undoing its change set.
     *
     * @return the job that does it, or empty when it is done
     * @throws Refusal.Conflict while it runs, or when something changed since and conflicts are not skipped
     */
    public Optional<Job> undo(Actor actor, UUID id, boolean skipConflicts) {
        Import found = find(actor, id).orElseThrow(Refusal.NotFound::new);
        if (found.status().equals("queued") || found.status().equals("running")) {
            throw new Refusal.Conflict("import-running");
        }
        UUID changeSet = found.changeSet();
        return changeSet == null
                ? Optional.empty()
                : undoing.start(actor, changeSet, skipConflicts).job();
    }

    private Import shown(Actor actor, ImportRows.Run run, Job job) {
        UUID changeSet = run.changeSet();
        boolean undone = changeSet != null
                && job.status().isOver()
                && changes.find(actor, changeSet).map(ChangeSet::undoneBy).isPresent();
        ImportRows.Tally tally = run.tally();
        return new Import(
                run.id(),
                run.type(),
                run.fileName(),
                undone ? Job.Status.UNDONE.key() : job.status().key(),
                job.status() == Job.Status.DONE ? tally.rows() : Objects.requireNonNullElse(run.rows(), 0L),
                tally.created(),
                tally.updated(),
                tally.skipped(),
                tally.failed(),
                run.pictures(),
                job.problem(),
                changeSet,
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }

    private String reasons(RecordType type, List<Problem> problems, Locale language) {
        return problems.stream()
                .map(problem -> label(type, problem.field(), language)
                        + words.messages()
                                .text(
                                        language,
                                        "problem." + problem.code(),
                                        problem.arguments().toArray()))
                .collect(Collectors.joining(" | "));
    }

    private String label(RecordType type, String name, Locale language) {
        @Nullable Field<?> field = type.find(name).orElse(null);
        return field == null ? "" : words.label(type, field, language) + ": ";
    }

    /** Amounts in rials or tomans, and nobody said which: better no import than one that is ten times too much. */
    private void demandUnit(Actor actor, ImportRequest request, ImportPlan plan) {
        String used =
                plan.options().currency() == null ? currency : plan.options().currency();
        boolean money = plan.mapping().targets().stream()
                .anyMatch(target ->
                        target instanceof Target.Into into && into.field().type() instanceof MoneyType);
        if (!money || plan.options().amountUnit() != null || !"IRR".equals(used)) {
            return;
        }
        RowReader reader = new RowReader(
                plan.type(),
                plan.mapping(),
                plan.options(),
                plan.values(),
                new RowReader.Reader(actor, java.time.Clock.systemUTC(), currency),
                words);
        try (RowSource source = new RowSource(() -> files.open(actor, request.file()), plan.format(), reader, 0)) {
            boolean missing = source.next().stream()
                    .flatMap(row -> row.draft().problems().stream())
                    .anyMatch(problem -> problem.code().equals("amount-unit-missing"));
            if (missing) {
                throw new Refusal.Invalid(List.of(Problem.of("amountUnit", "amount-unit-missing")));
            }
        }
    }
}
