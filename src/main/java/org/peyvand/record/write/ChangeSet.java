package org.peyvand.record.write;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act and who is answerable for it.
 *
 * @param by the user on whose behalf it happened, if any
 * @param byName the name of that user or of the program's part
 * @param actor the kind of door, an {@link org.peyvand.record.Actor.Kind#key}
 * @param kind the sort of act, a {@link Batch.Kind#key}
 * @param label what it is called in the history, possibly empty
 * @param records how many records it changed
 * @param undoes the change set it took back, if it was an undo
 * @param undoneBy the change set that took it back, if any
 */
public record ChangeSet(
        UUID id,
        Instant at,
        @Nullable UUID by,
        String byName,
        String actor,
        String kind,
        String label,
        long records,
        @Nullable UUID undoes,
        @Nullable UUID undoneBy) {}
