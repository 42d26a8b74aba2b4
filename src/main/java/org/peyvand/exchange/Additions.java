package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.peyvand.exchange.ExtraColumns.Addition;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Outcome;
import org.peyvand.record.write.Outcome.Result;
import org.peyvand.record.write.Write;

/**
 * Writes what rows say besides fields, once their records stand. A row that is refused there has failed as a whole, so its caller
 * takes back what its fields wrote.
 */
final class Additions {

    private final Actor actor;
    private final ImportPlan plan;
    private final ImportKind.Gates gates;

    Additions(Actor actor, ImportPlan plan, ImportKind.Gates gates) {
        this.actor = actor;
        this.plan = plan;
        this.gates = gates;
    }

    /**
     * What became of rows as a whole.
     *
     * @param outcomes in the order of the rows
     * @param refused what is wrong with what they say besides fields, by their place in that order
     */
    record Whole(List<Outcome> outcomes, Map<Integer, List<Problem>> refused) {}

    /**
     * Writes the rest of rows.
     *
     * @param outcomes of the fields of the rows, in their order
     * @param batch makes a tolerant part of the import
     */
    Whole to(List<ReadRow> rows, List<Outcome> outcomes, Function<List<Write>, Batch> batch) {
        Map<UUID, ReadRow> rowOf = new HashMap<>();
        Map<UUID, Integer> placeOf = new HashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            UUID record = outcomes.get(i).id();
            if (outcomes.get(i).result() != Result.REFUSED && record != null) {
                rowOf.put(record, rows.get(i));
                placeOf.put(record, i);
            }
        }
        List<Addition> additions = gates.extras().additions(actor, plan.type().plural(), rowOf);
        return additions.isEmpty() ? new Whole(outcomes, Map.of()) : written(additions, outcomes, placeOf, batch);
    }

    private Whole written(
            List<Addition> additions,
            List<Outcome> outcomes,
            Map<UUID, Integer> placeOf,
            Function<List<Write>, Batch> batch) {
        List<Outcome> added = gates.writing()
                .write(
                        actor,
                        batch.apply(additions.stream().map(Addition::write).toList()))
                .outcomes();
        List<Outcome> whole = new ArrayList<>(outcomes);
        Map<Integer, List<Problem>> refused = new TreeMap<>();
        for (int i = 0; i < added.size(); i++) {
            Addition addition = additions.get(i);
            int place = Objects.requireNonNull(placeOf.get(addition.record()));
            Refusal refusal = added.get(i).refusal();
            whole.set(place, updated(whole.get(place)));
            if (refusal != null) {
                refused.computeIfAbsent(place, none -> new ArrayList<>()).addAll(problems(addition, refusal));
            }
        }
        return new Whole(whole, refused);
    }

    private static List<Problem> problems(Addition addition, Refusal refusal) {
        return PartResult.problems(refusal).stream()
                .map(each -> new Problem(addition.column().name(), each.code(), each.arguments()))
                .toList();
    }

    /** Who gets something besides fields is updated, though no field of it changed. */
    private static Outcome updated(Outcome fields) {
        return fields.result() == Result.UNCHANGED
                ? new Outcome(fields.id(), fields.version(), Result.UPDATED, null)
                : fields;
    }
}
