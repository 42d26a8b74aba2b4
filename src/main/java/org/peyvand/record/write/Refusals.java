package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;

/** Says no to a whole batch: the refusal itself of a single write, every problem of every write otherwise. */
final class Refusals {

    private Refusals() {}

    static void raise(WriteRun run) {
        List<PendingWrite> refused =
                run.writes().stream().filter(PendingWrite::refused).toList();
        if (refused.isEmpty()) {
            return;
        }
        Refusal first = refused.getFirst().refusal();
        if (run.writes().size() == 1 && first != null) {
            throw first;
        }
        List<Problem> problems = new ArrayList<>();
        for (PendingWrite write : refused) {
            problems(write.refusal())
                    .forEach(problem -> problems.add(new Problem(
                            "/" + write.index() + (problem.field().isEmpty() ? "" : "/" + problem.field()),
                            problem.code(),
                            problem.arguments())));
        }
        throw new Refusal.Invalid(problems);
    }

    /** The problems of a refusal, one for the whole record when it names none. */
    static List<Problem> problems(@org.jspecify.annotations.Nullable Refusal refusal) {
        List<Problem> problems = switch (refusal) {
            case null -> List.of();
            case Refusal.Invalid invalid -> invalid.problems();
            case Refusal.Conflict conflict -> conflict.problems();
            case Refusal.Malformed malformed -> malformed.problems();
            case Refusal.Stale stale ->
                stale.conflicts().stream()
                        .map(each -> Problem.of(each.field().name(), "stale"))
                        .toList();
            case Refusal.NotFound none -> List.of();
            case Refusal.Forbidden forbidden -> List.of();
            case Refusal.TooSlow slow -> List.of();
        };
        return !problems.isEmpty() || refusal == null
                ? problems
                : Stream.of(new Problem("", refusal.code(), refusal.arguments()))
                        .toList();
    }
}
