package org.peyvand.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A short sentence about what just happened, shown for a while at the foot of the page; kept in the session over a redirect.
 *
 * @param tone {@code good} or {@code bad}
 * @param undoUrl takes it back when posted to
 * @param href leads to what it is about
 */
public record Note(
        String text,
        String tone,
        @Nullable String undoUrl,
        @Nullable String href) implements Serializable {

    /** The flash attribute a redirecting controller leaves it under. */
    public static final String ATTRIBUTE = "note";

    public static Note good(String text) {
        return new Note(text, "good", null, null);
    }

    public static Note bad(String text) {
        return new Note(text, "bad", null, null);
    }

    public Note undoable(String url) {
        return new Note(text, tone, url, href);
    }

    public Note leading(String url) {
        return new Note(text, tone, undoUrl, url);
    }
}
