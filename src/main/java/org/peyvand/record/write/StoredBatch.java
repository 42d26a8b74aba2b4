package org.peyvand.record.write;

import java.util.List;
import java.util.UUID;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;

/**
 * What one batch changed.
 *
 * @param kind what sort of act it was
 * @param quiet whether nobody is to be told of it
 * @param changeSet the change set, which other batches may continue
 * @param changes what the log keeps, in the order of the batch
 */
public record StoredBatch(Actor actor, Batch.Kind kind, boolean quiet, UUID changeSet, List<Change> changes) {

    /** One record that changed. */
    public record Change(RecordType type, Pending write) {}

    static StoredBatch of(WriteRun run, UUID changeSet) {
        List<Change> changes = run.writes().stream()
                .filter(write -> write.effect() != null && write.effect().logged())
                .map(write -> new Change(write.type(), write))
                .toList();
        Batch batch = run.batch();
        return new StoredBatch(run.actor(), batch.kind(), batch.isQuiet(), changeSet, changes);
    }
}
