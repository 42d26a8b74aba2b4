package org.peyvand.sales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.StoredRecord;

/** Two pipelines of stages, the second of them the default. */
final class TestStages {

    final StoredRecord projects = pipeline("پروژه", 1, false);
    final StoredRecord trade = pipeline("بازرگانی", 2, true);
    final StoredRecord projectStart = stage(projects, 1, Stage.OPEN, 20, "pipeline");
    final StoredRecord start = stage(trade, 1, Stage.OPEN, 10, "pipeline");
    final StoredRecord offer = stage(trade, 2, Stage.OPEN, 50, "bestCase");
    final StoredRecord won = stage(trade, 3, Stage.WON, 100, "closed");
    final StoredRecord lost = stage(trade, 4, Stage.LOST, 0, "omitted");

    StageBook book() {
        return new StageBook(List.of(projects, trade), new ArrayList<>(List.of(lost, won, offer, start, projectStart)));
    }

    private static StoredRecord pipeline(String name, long position, boolean isDefault) {
        return new StoredRecord(
                Pipeline.TYPE,
                UUID.randomUUID(),
                1,
                false,
                Map.of("name", name, "position", position, "default", isDefault));
    }

    private static StoredRecord stage(
            StoredRecord pipeline, long position, String kind, int probability, String category) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("pipeline", pipeline.id());
        values.put("position", position);
        values.put("kind", kind);
        values.put("probability", BigDecimal.valueOf(probability));
        values.put("forecastCategory", category);
        return new StoredRecord(Stage.TYPE, UUID.randomUUID(), 1, false, values);
    }
}
