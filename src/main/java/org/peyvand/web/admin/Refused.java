package org.peyvand.web.admin;

import java.util.List;
import org.peyvand.record.Refusal;
import org.peyvand.web.Page;
import org.peyvand.web.Problem;

/** Says to a person why something was refused. */
final class Refused {

    private Refused() {}

    /** One sentence for each problem, at the element of its field. */
    static List<Problem> problems(Page page, Refusal refusal) {
        List<org.peyvand.record.Problem> problems = switch (refusal) {
            case Refusal.Invalid no -> no.problems();
            case Refusal.Conflict no -> no.problems();
            case Refusal.Malformed no -> no.problems();
            case Refusal.NotFound no -> List.of();
            case Refusal.Forbidden no -> List.of();
            case Refusal.Stale no -> List.of();
            case Refusal.TooSlow no -> List.of();
        };
        if (problems.isEmpty()) {
            return List.of(new Problem("", sentence(page, refusal.code(), refusal.arguments())));
        }
        return problems.stream()
                .map(problem -> new Problem(problem.field(), sentence(page, problem.code(), problem.arguments())))
                .toList();
    }

    /** All of them in one line. */
    static String line(Page page, Refusal refusal) {
        return String.join(
                " ", problems(page, refusal).stream().map(Problem::message).toList());
    }

    private static String sentence(Page page, String code, List<String> arguments) {
        return page.t("problem." + code, arguments.toArray());
    }
}
