package org.peyvand.record.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;

/** One attempt to write a batch: the batch seen against one model at one instant. */
final class WriteRun {

    private final Actor actor;
    private final Batch batch;
    private final Model model;
    private final Instant at;
    private final List<PendingWrite> writes;
    private final List<FollowUp> followUps = new ArrayList<>();
    private boolean modelSeen;

    WriteRun(Actor actor, Batch batch, Model model, Instant at) {
        this.actor = actor;
        this.batch = batch;
        this.model = model;
        this.at = at;
        this.writes = new ArrayList<>(batch.writes().size());
        Set<UUID> seen = new HashSet<>();
        for (Write write : batch.writes()) {
            PendingWrite pending = PendingWrite.of(
                    writes.size(), write, model.effective(write.type()), batch.kind() == Batch.Kind.UNDO);
            if (!seen.add(pending.id())) {
                pending.refuse(Problem.of("", "twice-in-batch"));
            }
            writes.add(pending);
        }
    }

    Actor actor() {
        return actor;
    }

    Batch batch() {
        return batch;
    }

    Model model() {
        return model;
    }

    Instant at() {
        return at;
    }

    List<PendingWrite> writes() {
        return writes;
    }

    /**
     * What follows from a write.
     *
     * @param byItself whether the module that owns the type does it, whatever the actor's roles allow
     */
    record FollowUp(Pending cause, Write write, boolean byItself) {}

    void then(FollowUp followUp) {
        followUps.add(followUp);
    }

    /** What is to be made or changed once the batch is stored, without what follows from refused writes. */
    List<Write> followUps(boolean byItself) {
        return followUps.stream()
                .filter(each -> each.byItself() == byItself)
                .filter(each -> !(each.cause() instanceof PendingWrite cause && cause.refused()))
                .map(FollowUp::write)
                .toList();
    }

    /** The writes whose values are judged, be something wrong with them or not. */
    List<PendingWrite> alive() {
        return writes.stream().filter(PendingWrite::alive).toList();
    }

    /** The writes that are neither refused nor settled. */
    List<PendingWrite> open() {
        return writes.stream().filter(PendingWrite::open).toList();
    }

    /** The writes of each type that satisfy the condition, types and writes in the order of the batch. */
    Map<RecordType, List<PendingWrite>> byType(Predicate<PendingWrite> condition) {
        Map<RecordType, List<PendingWrite>> byType = new LinkedHashMap<>();
        for (PendingWrite write : writes) {
            if (condition.test(write)) {
                byType.computeIfAbsent(write.type(), none -> new ArrayList<>()).add(write);
            }
        }
        return byType;
    }

    /** Whether any draft of a type names the field, which then has to be loaded. */
    boolean names(RecordType type, Field<?> field) {
        return writes.stream().anyMatch(write -> write.type() == type && write.names(field));
    }

    /** Compares the version of the overlay that the transaction sees with the model's. */
    void sawModel(@Nullable Long version) {
        modelSeen = true;
        if (version != null && version != model.version()) {
            throw new ModelMoved();
        }
    }

    boolean modelSeen() {
        return modelSeen;
    }

    /** The overlay is newer than the model in hand: the attempt starts again with another. */
    static final class ModelMoved extends RuntimeException {
        ModelMoved() {
            super("the model moved", null, false, false);
        }
    }
}
