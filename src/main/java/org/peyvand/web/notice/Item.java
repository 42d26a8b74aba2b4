package org.peyvand.web.notice;

import org.jspecify.annotations.Nullable;
import org.peyvand.notice.Notice;

/**
 * A line of the list of notices.
 *
 * @param when in the reader's words
 */
public record Item(Notice notice, String when) {

    /** A link that marks it as read on the way, or null when it leads nowhere. */
    public @Nullable String href() {
        return notice.href() == null ? null : "/notices/" + notice.id();
    }
}
