package org.peyvand.job;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of the records of a bulk edit so far: changed, unchanged and refused add up to all that were met, and each refused
 * one is counted under its first reason. Used by one run of a job at a time.
 */
final class BulkReport {

    private static final int MOST_REASONS = 50;

    private long changed;
    private long unchanged;
    private long refused;
    private final Map<String, Long> reasons = new TreeMap<>();

    private BulkReport() {}

    /** The report that an earlier part left, or a new one. */
    static BulkReport of(@Nullable JsonNode state) {
        BulkReport report = new BulkReport();
        if (state != null) {
            report.changed = state.path("changed").asLong(0);
            report.unchanged = state.path("unchanged").asLong(0);
            report.refused = state.path("refused").asLong(0);
            JsonNode reasons = state.path("reasons");
            reasons.propertyNames()
                    .forEach(reason ->
                            report.reasons.put(reason, reasons.path(reason).asLong(0)));
        }
        return report;
    }

    void add(Outcome outcome) {
        switch (outcome.result()) {
            case CREATED, UPDATED, DELETED, RESTORED -> changed++;
            case UNCHANGED -> unchanged++;
            case REFUSED -> {
                refused++;
                String reason = reason(outcome.refusal());
                if (reasons.containsKey(reason) || reasons.size() < MOST_REASONS) {
                    reasons.merge(reason, 1L, Long::sum);
                }
            }
        }
    }

    /** The field and the code of what was wrong first, such as {@code lostReason:required}. */
    private static String reason(@Nullable Refusal refusal) {
        if (refusal == null) {
            return ":refused";
        }
        List<Problem> problems = switch (refusal) {
            case Refusal.Malformed malformed -> malformed.problems();
            case Refusal.Invalid invalid -> invalid.problems();
            case Refusal.Conflict conflict -> conflict.problems();
            case Refusal.NotFound _, Refusal.Forbidden _, Refusal.Stale _, Refusal.TooSlow _ -> List.of();
        };
        return problems.isEmpty()
                ? ":" + refusal.code()
                : problems.getFirst().field().replaceFirst("^/\\d+/", "") + ":"
                        + problems.getFirst().code();
    }

    void writeTo(ObjectNode json) {
        json.put("changed", changed);
        json.put("unchanged", unchanged);
        json.put("refused", refused);
        ObjectNode counts = json.putObject("reasons");
        reasons.forEach(counts::put);
    }
}
