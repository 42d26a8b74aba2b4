package org.peyvand.activity.worktime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A working calendar as the administrator edits it. */
public record Site(
        String id,
        String name,
        boolean main,
        @Nullable String team,
        List<Hours> week,
        String timeZone,
        String quietDays) {

    /** The hours of one weekday; blank is a day off. */
    public record Hours(String field, String label, String text) {}
}
