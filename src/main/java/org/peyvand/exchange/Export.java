package org.peyvand.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export as it stands.
 *
 * @param status {@code queued}, {@code running}, {@code done} or {@code failed}
 * @param rows how many records are written
 * @param problem the code of the reason when it failed
 * @param fileName what the file is called once it is done
 */
public record Export(
        UUID id,
        String type,
        String status,
        long rows,
        @Nullable String problem,
        String fileName,
        String mediaType,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
