package org.peyvand.web;

import org.jspecify.annotations.Nullable;

/**
 * One of several views of a page: a tab (a set of data) or a segment (a way to look).
 *
 * @param count already formatted
 */
public record Tab(
        String label,
        String href,
        boolean current,
        @Nullable String count,
        @Nullable String icon) {

    public static Tab of(String label, String href, boolean current) {
        return new Tab(label, href, current, null, null);
    }
}
