package org.peyvand.record.write;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Refusal;

/**
 * What became of one write.
 *
 * @param id the record, null when a create was refused
 * @param version the version that now stands, 0 when refused
 * @param result what happened
 * @param refusal why not, when {@link Result#REFUSED}
 */
public record Outcome(
        @Nullable UUID id,
        int version,
        Result result,
        @Nullable Refusal refusal) {

    /** What may happen to a write. */
    public enum Result {
        CREATED,
        UPDATED,
        UNCHANGED,
        DELETED,
        RESTORED,
        REFUSED
    }
}
