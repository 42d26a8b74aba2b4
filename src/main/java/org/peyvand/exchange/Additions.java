package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyvand.exchange.ExtraColumns.Addition;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Outcome;
import org.peyvand.record.write.Outcome.Result;
import org.peyvand.record.write.Write;

/**
 * Writes what rows say besides fields, once their records stand. A row that is refused there has failed: the record it made is
 * taken back, so that the row can be mended and imported again.
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
     * Writes the rest of rows.
     *
     * @param outcomes of the fields of the rows, in their order
     * @param batch makes a tolerant part of the import
     * @return the outcomes of the rows as a whole
     */
    List<Outcome> to(List<ReadRow> rows, List<Outcome> outcomes, Function<List<Write>, Batch> batch) {
        Map<UUID, ReadRow> rowOf = new HashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            UUID record = outcomes.get(i).id();
            if (outcomes.get(i).result() != Result.REFUSED && record != null) {
                rowOf.put(record, rows.get(i));
            }
        }
        List<Addition> additions = gates.extras().additions(actor, plan.type().plural(), rowOf);
        return additions.isEmpty() ? outcomes : written(additions, outcomes, batch);
    }

    private List<Outcome> written(
            List<Addition> additions, List<Outcome> outcomes, Function<List<Write>, Batch> batch) {
        List<Outcome> added = gates.writing()
                .write(
                        actor,
                        batch.apply(additions.stream().map(Addition::write).toList()))
                .outcomes();
        Map<UUID, Result> became = new HashMap<>();
        Map<UUID, List<Problem>> refused = new LinkedHashMap<>();
        for (int i = 0; i < added.size(); i++) {
            Addition addition = additions.get(i);
            Refusal refusal = added.get(i).refusal();
            became.put(addition.record(), added.get(i).result());
            if (refusal != null) {
                refused.computeIfAbsent(addition.record(), none -> new ArrayList<>())
                        .addAll(problems(addition, refusal));
            }
        }
        takeBack(outcomes, refused, batch);
        return outcomes.stream()
                .map(each -> whole(each, became.containsKey(each.id()), refused.get(each.id())))
                .toList();
    }

    /** The program made the record a moment ago, so it may take it back whatever the actor may remove. */
    private void takeBack(
            List<Outcome> outcomes, Map<UUID, List<Problem>> refused, Function<List<Write>, Batch> batch) {
        List<Write> back = new ArrayList<>();
        for (Outcome each : outcomes) {
            UUID record = each.id();
            if (record != null && each.result() == Result.CREATED && refused.containsKey(record)) {
                back.add(new Write.Delete(plan.type(), record, null));
            }
        }
        if (!back.isEmpty()) {
            gates.writing().write(Actor.system(), batch.apply(back));
        }
    }

    private static List<Problem> problems(Addition addition, Refusal refusal) {
        return PartResult.problems(refusal).stream()
                .map(each -> new Problem(addition.column().name(), each.code(), each.arguments()))
                .toList();
    }

    private static Outcome whole(Outcome fields, boolean added, @Nullable List<Problem> refused) {
        if (refused != null) {
            return new Outcome(null, 0, Result.REFUSED, new Refusal.Invalid(refused));
        }
        boolean updated = added && fields.result() == Result.UNCHANGED;
        return updated ? new Outcome(fields.id(), fields.version(), Result.UPDATED, null) : fields;
    }
}
