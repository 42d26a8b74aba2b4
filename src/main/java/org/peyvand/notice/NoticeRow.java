package org.peyvand.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordRef;
import tools.jackson.databind.json.JsonMapper;

/** A row of the table notice, before anybody's rights are asked. */
record NoticeRow(
        UUID id,
        UUID reader,
        String kind,
        @Nullable UUID by,
        @Nullable RecordRef subject,
        @Nullable String path,
        List<Word> arguments,
        int count,
        Instant at,
        @Nullable Instant readAt) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static NoticeRow of(Record row) {
        UUID subject = row.get("subject_id", UUID.class);
        return new NoticeRow(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("user_id", UUID.class)),
                Objects.requireNonNull(row.get("kind", String.class)),
                row.get("by_user", UUID.class),
                subject == null
                        ? null
                        : new RecordRef(Objects.requireNonNull(row.get("subject_type", String.class)), subject),
                row.get("path", String.class),
                Word.read(JSON.readTree(Objects.requireNonNull(row.get("arguments", JSONB.class))
                        .data())),
                Objects.requireNonNull(row.get("count", Integer.class)),
                Objects.requireNonNull(instant(row, "told_at")),
                instant(row, "read_at"));
    }

    private static @Nullable Instant instant(Record row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
