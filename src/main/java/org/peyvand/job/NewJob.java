package org.peyvand.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Work to be put into the queue.
 *
 * @param kind a {@link JobKind#key}
 * @param label what it is called to people, possibly empty
 * @param total how much there is to do, or null when that is not known yet
 * @param changeSet the change set that will collect what it writes, or null
 */
public record NewJob(
        String kind,
        String label,
        JsonNode payload,
        @Nullable Long total,
        @Nullable UUID changeSet) {

    public static NewJob of(String kind, JsonNode payload) {
        return new NewJob(kind, "", payload, null, null);
    }

    public NewJob labelled(String words) {
        return new NewJob(kind, words, payload, total, changeSet);
    }

    public NewJob of(long amount) {
        return new NewJob(kind, label, payload, amount, changeSet);
    }

    public NewJob collectedIn(UUID set) {
        return new NewJob(kind, label, payload, total, set);
    }
}
