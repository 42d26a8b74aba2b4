package org.peyvand.record.write;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of a batch.
 *
 * @param changeSet the change set it left, null when nothing changed
 * @param outcomes one per write, in their order
 */
public record Written(@Nullable UUID changeSet, List<Outcome> outcomes) {

    /** The only outcome of a batch of one. */
    public Outcome single() {
        return outcomes.getFirst();
    }
}
