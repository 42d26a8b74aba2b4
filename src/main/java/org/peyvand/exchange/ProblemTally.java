package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;

/** Counts the problems of a whole file by kind, in memory that a long file does not fill. */
final class ProblemTally {

    /** Kinds of problem that are about a value people may have meant otherwise. */
    private static final Set<String> ABOUT_VALUES = Set.of("unknown-reference", "ambiguous-reference", "not-an-option");

    private static final int MOST_VALUES = 20_000;
    private static final int SHOWN_VALUES = 100;
    private static final int SHOWN_ROWS = 5;

    private final Map<String, Counted> kinds = new LinkedHashMap<>();
    private long rows;

    void add(long row, List<Problem> problems) {
        if (!problems.isEmpty()) {
            rows++;
        }
        for (Problem problem : problems) {
            kinds.computeIfAbsent(problem.field() + " " + problem.code(), none -> new Counted(problem))
                    .add(row, problem);
        }
    }

    long rows() {
        return rows;
    }

    /** @param suggestions finds a known value for an unknown one of a field */
    List<Preview.Kind> kinds(Suggestions suggestions) {
        return kinds.values().stream()
                .sorted(Comparator.comparingLong((Counted kind) -> kind.count).reversed())
                .map(kind -> kind.shown(suggestions))
                .toList();
    }

    /** Answers a known value that is nearly the same. */
    interface Suggestions {
        @Nullable
        String find(String field, String value);
    }

    private static final class Counted {

        private final Problem first;
        private final List<Long> rows = new ArrayList<>();
        private final Map<String, Long> values = new HashMap<>();
        private long count;

        Counted(Problem first) {
            this.first = first;
        }

        void add(long row, Problem problem) {
            count++;
            if (rows.size() < SHOWN_ROWS) {
                rows.add(row);
            }
            if (ABOUT_VALUES.contains(problem.code()) && !problem.arguments().isEmpty()) {
                String value = problem.arguments().getFirst();
                if (values.size() < MOST_VALUES || values.containsKey(value)) {
                    values.merge(value, 1L, Long::sum);
                }
            }
        }

        Preview.Kind shown(Suggestions suggestions) {
            List<Preview.Value> shown = values.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(SHOWN_VALUES)
                    .map(each -> new Preview.Value(
                            each.getKey(), each.getValue(), suggestions.find(first.field(), each.getKey())))
                    .toList();
            return new Preview.Kind(first.field(), first.code(), first.arguments(), count, rows, shown);
        }
    }
}
