package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.Outcome;

/** What became of the rows of one part. */
final class PartResult {

    private final List<ImportRows.Failure> failures = new ArrayList<>();
    private final List<ImportRows.Later> later = new ArrayList<>();
    private final int columns;
    private long created;
    private long updated;
    private long skipped;

    PartResult(ImportPlan plan) {
        this.columns = plan.mapping().header().size();
    }

    void add(ReadRow row, Outcome outcome) {
        switch (outcome.result()) {
            case CREATED -> created++;
            case UPDATED, RESTORED -> updated++;
            case UNCHANGED, DELETED -> skipped++;
            case REFUSED -> fail(row, problems(outcome.refusal()));
        }
        UUID record = outcome.id();
        if (outcome.result() != Outcome.Result.REFUSED && record != null) {
            row.later()
                    .forEach(reference -> later.add(new ImportRows.Later(
                            row.row().number(),
                            reference.field().name(),
                            reference.word(),
                            record,
                            outcome.result() == Outcome.Result.CREATED,
                            cells(row))));
        }
    }

    void skip() {
        skipped++;
    }

    void fail(ReadRow row, List<Problem> problems) {
        failures.add(new ImportRows.Failure(row.row().number(), cells(row), problems));
    }

    List<ImportRows.Failure> failures() {
        return failures;
    }

    List<ImportRows.Later> later() {
        return later;
    }

    ImportRows.Tally tally() {
        return new ImportRows.Tally(created, updated, skipped, failures.size());
    }

    /** The problems of a refusal, each naming its field alone. */
    static List<Problem> problems(@org.jspecify.annotations.Nullable Refusal refusal) {
        List<Problem> problems = switch (refusal) {
            case Refusal.Invalid invalid -> invalid.problems();
            case Refusal.Conflict conflict -> conflict.problems();
            case Refusal.Malformed malformed -> malformed.problems();
            case null, default -> List.of();
        };
        if (problems.isEmpty()) {
            return refusal == null
                    ? List.of(Problem.of("", "refused"))
                    : List.of(new Problem("", refusal.code(), refusal.arguments()));
        }
        return problems.stream()
                .map(problem ->
                        new Problem(problem.field().replaceFirst("^/\\d+/?", ""), problem.code(), problem.arguments()))
                .toList();
    }

    /** The row as it stood, cut or filled up to the columns of the header. */
    private String[] cells(ReadRow row) {
        String[] cells = new String[columns];
        for (int i = 0; i < columns; i++) {
            cells[i] = i < row.row().cells().length ? row.row().cells()[i] : "";
        }
        return cells;
    }
}
