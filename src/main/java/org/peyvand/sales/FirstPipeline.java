package org.peyvand.sales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.setting.Settings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives a fresh site a pipeline to start with, in its own language. Identifiers are fixed, so that several nodes that start
 * at once make one; a pipeline that somebody threw away is not made again.
 */
@Component
@Order(100)
class FirstPipeline implements ApplicationRunner {

    private static final UUID PIPELINE = id(0);

    private final ReadGate reads;
    private final WriteGate writes;
    private final Models models;
    private final Messages messages;
    private final Locale language;

    FirstPipeline(ReadGate reads, WriteGate writes, Models models, Messages messages, Settings settings) {
        this.reads = reads;
        this.writes = writes;
        this.models = models;
        this.messages = messages;
        this.language = settings.locale();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Query any = Query.of(models.current().effective(Pipeline.TYPE)).limited(1);
        if (isEmpty(any) && isEmpty(any.inBin())) {
            writes.write(Actor.system(), Batch.of(List.of(pipeline())).as(Batch.Kind.EDIT, text("seed.label")));
            writes.write(Actor.system(), Batch.of(stages()).as(Batch.Kind.EDIT, text("seed.label")));
        }
    }

    private boolean isEmpty(Query query) {
        return reads.page(Actor.system(), query).items().isEmpty();
    }

    private Write pipeline() {
        return new Write.Create(
                Pipeline.TYPE,
                PIPELINE,
                Draft.of(Pipeline.NAME, text("seed.pipeline"))
                        .set(Pipeline.DEFAULT, true)
                        .set(Pipeline.POSITION, 1L));
    }

    private List<Write> stages() {
        List<Write> stages = new ArrayList<>();
        stages.add(stage(1, Stage.OPEN, 10, "pipeline", 14L));
        stages.add(stage(2, Stage.OPEN, 25, "pipeline", 21L));
        stages.add(stage(3, Stage.OPEN, 50, "bestCase", 21L));
        stages.add(stage(4, Stage.OPEN, 75, "commit", 14L));
        stages.add(stage(5, Stage.WON, 100, "closed", null));
        stages.add(stage(6, Stage.LOST, 0, "omitted", null));
        return stages;
    }

    private Write stage(int position, String kind, int probability, String category, @Nullable Long rottenAfterDays) {
        return new Write.Create(
                Stage.TYPE,
                id(position),
                Draft.of(Stage.PIPELINE, PIPELINE)
                        .set(Stage.NAME, text("seed.stage." + position))
                        .set(Stage.POSITION, (long) position)
                        .set(Stage.KIND, kind)
                        .set(Stage.PROBABILITY, BigDecimal.valueOf(probability))
                        .set(Stage.FORECAST_CATEGORY, category)
                        .set(Stage.ROTTEN_AFTER_DAYS, rottenAfterDays));
    }

    private String text(String key) {
        return messages.text(language, key);
    }

    private static UUID id(int number) {
        return UUID.fromString("0190a000-0000-7000-8000-00000000000" + number);
    }
}
