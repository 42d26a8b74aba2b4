package org.peyvand.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands.
 *
 * @param status {@code queued}, {@code running}, {@code done}, {@code failed} or {@code undone}
 * @param rows how many the file has, 0 as long as nobody has counted; when done, the sum of the four that follow
 * @param skipped rows whose record is there already and that changed nothing
 * @param pictures rows whose pictures or sounds were left out, since no field takes them
 * @param problem the code of the reason when it failed
 * @param changeSet what collects its writes, null before the first
 */
public record Import(
        UUID id,
        String type,
        String fileName,
        String status,
        long rows,
        long created,
        long updated,
        long skipped,
        long failed,
        long pictures,
        @Nullable String problem,
        @Nullable UUID changeSet,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public long done() {
        return created + updated + skipped + failed;
    }
}
