package org.peyvand.sales;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.StoredRecord;

/** All pipelines with their stages, as they stand at one moment; the pipelines are read when somebody asks for them. */
public final class StageBook {

    private static final Comparator<StoredRecord> BY_POSITION = Comparator.<StoredRecord, Long>comparing(
                    each -> position(each), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(StoredRecord::id);

    private final Supplier<List<StoredRecord>> source;
    private final Map<UUID, StoredRecord> stages = new HashMap<>();

    public StageBook(List<StoredRecord> pipelines, List<StoredRecord> stages) {
        this(() -> pipelines, stages);
    }

    StageBook(Supplier<List<StoredRecord>> source, List<StoredRecord> stages) {
        this.source = source;
        stages.forEach(stage -> this.stages.put(stage.id(), stage));
    }

    /** The pipelines in their order. */
    public List<StoredRecord> pipelines() {
        return source.get().stream().sorted(BY_POSITION).toList();
    }

    public Optional<StoredRecord> stage(@Nullable UUID id) {
        return Optional.ofNullable(id).map(stages::get);
    }

    /** The stages of a pipeline in their order. */
    public List<StoredRecord> stages(UUID pipeline) {
        return stages.values().stream()
                .filter(stage -> pipeline.equals(stage.get(Stage.PIPELINE)))
                .sorted(BY_POSITION)
                .toList();
    }

    /** The pipeline marked as default, else the first. */
    public Optional<StoredRecord> defaultPipeline() {
        List<StoredRecord> all = pipelines();
        return all.stream()
                .filter(each -> Boolean.TRUE.equals(each.get(Pipeline.DEFAULT)))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** Where a new opportunity starts: the first open stage of the pipeline, or of the default one. */
    public Optional<StoredRecord> start(@Nullable UUID pipeline) {
        return Optional.ofNullable(pipeline)
                .or(() -> defaultPipeline().map(StoredRecord::id))
                .flatMap(chosen -> stages(chosen).stream()
                        .filter(stage -> Stage.OPEN.equals(stage.get(Stage.KIND)))
                        .findFirst());
    }

    private static @Nullable Long position(StoredRecord each) {
        return (Long) each.values().get(Stage.POSITION.name());
    }
}
