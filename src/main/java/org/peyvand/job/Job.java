package org.peyvand.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import tools.jackson.databind.JsonNode;

/**
 * One piece of background work as it stands.
 *
 * @param kind the {@link JobKind#key} that does it
 * @param label what it is called to people, possibly empty
 * @param payload what is to be done
 * @param state what the kind noted on its way, to go on from after a restart
 * @param result what came out, once done
 * @param done how much of {@code total} is done, in records or rows
 * @param total null as long as nobody knows
 * @param problem the code of the reason when it failed
 * @param changeSet the change set that collects what it writes, if any
 * @param run how many times it was started; a fencing token
 */
public record Job(
        UUID id,
        String kind,
        Status status,
        String label,
        JsonNode payload,
        @Nullable JsonNode state,
        @Nullable JsonNode result,
        long done,
        @Nullable Long total,
        @Nullable String problem,
        Actor actor,
        @Nullable UUID changeSet,
        int run,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Where a job is in its life; the API shows the key. */
    public enum Status {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        UNDONE;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Status of(String key) {
            return valueOf(key.toUpperCase(java.util.Locale.ROOT));
        }

        public boolean isOver() {
            return this != QUEUED && this != RUNNING;
        }
    }
}
