package org.peyvand.web.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A piece of background work on a page.
 *
 * @param state {@code running}, {@code done} or {@code failed}
 * @param percent of what is known to be there to do
 * @param pollHref asks for itself again, null when it is over
 */
public record Progress(
        String id,
        String title,
        String state,
        int percent,
        String detail,
        @Nullable String pollHref) {

    static int percent(long done, long total) {
        return total <= 0 ? 0 : (int) Math.min(100, done * 100 / total);
    }
}
