package org.peyvand.notice;

import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;

/** How many notices somebody has not read, in figures and in words. */
public final class UnreadCount {

    private UnreadCount() {}

    /** What stands on the bell: empty for none, {@code 99+} for many. */
    public static String badge(int unread, Presentation presentation) {
        if (unread == 0) {
            return "";
        }
        return unread < NoticeRows.MOST_COUNTED
                ? presentation.number(unread)
                : presentation.number(NoticeRows.MOST_COUNTED - 1L) + "+";
    }

    /** What the bell is called to those who listen. */
    public static String label(int unread, Presentation presentation, Messages messages) {
        String key = unread == 0 ? "notice.title" : unread == 1 ? "notice.unread.one" : "notice.unread";
        return messages.text(presentation.language(), key, badge(unread, presentation));
    }
}
