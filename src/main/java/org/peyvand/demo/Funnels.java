package org.peyvand.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.sales.Pipeline;
import org.peyvand.sales.Stage;
import org.peyvand.sales.StageBook;

/** The pipelines of the company: the one that every site begins with, and two more. */
final class Funnels {

    /** A pipeline by its stages. */
    record Funnel(UUID pipeline, List<UUID> open, UUID won, UUID lost) {}

    private final Words words;
    private final Instant founded;

    Funnels(Words words, Instant founded) {
        this.words = words;
        this.founded = founded;
    }

    List<Write> pipelines() {
        List<Write> pipelines = new ArrayList<>();
        names().forEach((name, index) -> pipelines.add(new Write.Create(
                Pipeline.TYPE,
                Kind.PIPELINE.id(index, founded),
                Draft.of(Pipeline.NAME, name).set(Pipeline.POSITION, index + 2L))));
        return pipelines;
    }

    List<Write> stages() {
        Map<String, Integer> names = names();
        List<Write> stages = new ArrayList<>();
        for (int i = 0; i < words.pipelines.size(); i++) {
            List<String> row = words.pipelines.get(i);
            Draft draft = Draft.of(Stage.PIPELINE, Kind.PIPELINE.id(names.getOrDefault(row.get(0), 0), founded))
                    .set(Stage.NAME, row.get(1))
                    .set(Stage.POSITION, i + 1L)
                    .set(Stage.KIND, row.get(2))
                    .set(Stage.PROBABILITY, new BigDecimal(row.get(3)))
                    .set(Stage.FORECAST_CATEGORY, row.get(4));
            if (!row.get(5).isEmpty()) {
                draft.set(Stage.ROTTEN_AFTER_DAYS, Long.valueOf(row.get(5)));
            }
            stages.add(new Write.Create(Stage.TYPE, Kind.STAGE.id(i, founded), draft));
        }
        return stages;
    }

    /** What stands now, in the order of the pipelines; those without a way to win or lose are left out. */
    static List<Funnel> standing(StageBook book) {
        List<Funnel> funnels = new ArrayList<>();
        for (StoredRecord pipeline : book.pipelines()) {
            List<StoredRecord> stages = book.stages(pipeline.id());
            List<UUID> open = of(stages, Stage.OPEN);
            List<UUID> won = of(stages, Stage.WON);
            List<UUID> lost = of(stages, Stage.LOST);
            if (!open.isEmpty() && !won.isEmpty() && !lost.isEmpty()) {
                funnels.add(new Funnel(pipeline.id(), open, won.getFirst(), lost.getFirst()));
            }
        }
        return funnels;
    }

    private static List<UUID> of(List<StoredRecord> stages, String kind) {
        return stages.stream()
                .filter(stage -> kind.equals(stage.get(Stage.KIND)))
                .map(StoredRecord::id)
                .toList();
    }

    private Map<String, Integer> names() {
        Map<String, Integer> names = new LinkedHashMap<>();
        words.pipelines.forEach(row -> names.putIfAbsent(row.getFirst(), names.size()));
        return names;
    }
}
