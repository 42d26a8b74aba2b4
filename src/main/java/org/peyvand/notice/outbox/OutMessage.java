package org.peyvand.notice.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.peyvand.notice.Way;

/**
 * A message as it stands in the queue.
 *
 * @param state {@code queued}, {@code sending}, {@code sent}, {@code failed}, {@code uncertain} when a node died at it and it is
 *     not repeated, or {@code dropped} when there was no reason to send it any more
 * @param sentTo the address it went to, or null
 * @param error why it did not go the last time, or null
 * @param reference by which the other side knows it, or null
 * @param text what it says, where that may be shown
 */
public record OutMessage(
        UUID id,
        Way way,
        String purpose,
        String state,
        int attempts,
        @Nullable String sentTo,
        @Nullable Reason error,
        @Nullable String reference,
        @Nullable Integer parts,
        @Nullable String text,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant finishedAt) {

    static OutMessage of(Record row, @Nullable String text) {
        String state = Objects.requireNonNull(row.get("state", String.class));
        String address = row.get("address", String.class);
        String sentTo = row.get("sent_to", String.class);
        String error = row.get("last_error", String.class);
        return new OutMessage(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Way.of(Objects.requireNonNull(row.get("channel", String.class))).orElseThrow(),
                Objects.requireNonNull(row.get("purpose", String.class)),
                state,
                Objects.requireNonNull(row.get("attempts", Integer.class)),
                sentTo == null ? address : sentTo,
                error == null ? null : Reason.read(error),
                row.get("reference", String.class),
                row.get("parts", Integer.class),
                text,
                Objects.requireNonNull(instant(row, "created_at")),
                state.equals("queued") ? instant(row, "due_at") : null,
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(Record row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
