package org.peyvand.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordRef;

/**
 * A notice as its reader may read it now.
 *
 * @param text in the reader's language; without the name of a record that they may not see any more
 * @param by who did it, as the reader may know them, or null
 * @param subject the record it is about, null when there is none or it is out of reach
 * @param subjectName what that record is called, or null
 * @param href where it leads, or null
 * @param readAt when it was read, or null
 */
public record Notice(
        UUID id,
        NoticeKind kind,
        Instant at,
        String text,
        @Nullable String by,
        @Nullable RecordRef subject,
        @Nullable String subjectName,
        @Nullable String href,
        @Nullable Instant readAt) {

    public boolean isUnread() {
        return readAt == null;
    }
}
