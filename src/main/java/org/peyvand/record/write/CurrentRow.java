package org.peyvand.record.write;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands, locked, with what the actor may do with it.
 *
 * @param values by field name; tags and external keys only when the batch is about them
 */
record CurrentRow(
        int version,
        @Nullable OffsetDateTime deletedAt,
        boolean readable,
        boolean updatable,
        boolean deletable,
        Map<String, @Nullable Object> values) {

    boolean deleted() {
        return deletedAt != null;
    }
}
