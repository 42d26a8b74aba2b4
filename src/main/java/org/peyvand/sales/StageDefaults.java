package org.peyvand.sales;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A stage has sound numbers; a new one goes last in its pipeline and takes what its kind suggests. */
@Component
@Order(10)
final class StageDefaults implements RecordRule {

    private final Supplier<StageBook> stages;

    @Autowired
    StageDefaults(Pipelines pipelines) {
        this(pipelines::book);
    }

    StageDefaults(Supplier<StageBook> stages) {
        this.stages = stages;
    }

    @Override
    public RecordType type() {
        return Stage.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        List<Pending> saved = context.pending().stream().filter(Pending::saves).toList();
        saved.forEach(StageDefaults::check);
        List<Pending> created = saved.stream()
                .filter(pending -> pending.act() == Pending.Act.CREATE)
                .toList();
        created.forEach(StageDefaults::suggest);
        placeLast(created);
    }

    private static void check(Pending pending) {
        if (!StageArrival.isProbability(pending.after(Stage.PROBABILITY))) {
            pending.refuse(Problem.of(Stage.PROBABILITY.name(), "not-a-probability"));
        }
        Long days = pending.after(Stage.ROTTEN_AFTER_DAYS);
        if (days != null && days < 1) {
            pending.refuse(Problem.of(Stage.ROTTEN_AFTER_DAYS.name(), "not-a-number-of-days"));
        }
    }

    private static void suggest(Pending pending) {
        String kind = Objects.requireNonNullElse(pending.after(Stage.KIND), Stage.OPEN);
        if (pending.after(Stage.PROBABILITY) == null) {
            pending.derive(Stage.PROBABILITY, probability(kind));
        }
        if (pending.after(Stage.FORECAST_CATEGORY) == null) {
            pending.derive(Stage.FORECAST_CATEGORY, category(kind));
        }
    }

    private static @Nullable BigDecimal probability(String kind) {
        return switch (kind) {
            case Stage.WON -> BigDecimal.valueOf(100);
            case Stage.LOST -> BigDecimal.ZERO;
            default -> null;
        };
    }

    private static String category(String kind) {
        return switch (kind) {
            case Stage.WON -> "closed";
            case Stage.LOST -> "omitted";
            default -> "pipeline";
        };
    }

    private void placeLast(List<Pending> created) {
        List<Pending> unplaced = created.stream()
                .filter(pending -> pending.after(Stage.POSITION) == null)
                .toList();
        if (unplaced.isEmpty()) {
            return;
        }
        StageBook book = stages.get();
        Map<UUID, Long> last = new HashMap<>();
        for (Pending pending : unplaced) {
            UUID pipeline = pending.after(Stage.PIPELINE);
            if (pipeline != null) {
                long position = last.computeIfAbsent(pipeline, each -> last(book, each)) + 1;
                last.put(pipeline, position);
                pending.derive(Stage.POSITION, position);
            }
        }
    }

    private static long last(StageBook book, UUID pipeline) {
        return book.stages(pipeline).stream()
                .map(stage -> stage.get(Stage.POSITION))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
