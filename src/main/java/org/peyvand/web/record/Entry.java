package org.peyvand.web.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.value.Shown;

/**
 * One item of a timeline.
 *
 * @param day the heading above it when it is the first of its day, else null
 * @param time of that day
 * @param who did it, possibly empty
 * @param did what, in words that follow the name
 * @param href of the record it is, or null for a change
 * @param title of that record, when it says more than the words
 * @param words written with it
 * @param tags how it stands
 * @param lines what changed, field by field
 * @param changeSet that can be taken back, or null
 */
public record Entry(
        Instant at,
        @Nullable String day,
        String time,
        String icon,
        String tone,
        boolean thin,
        String who,
        String did,
        @Nullable String href,
        String title,
        String words,
        List<Shown> tags,
        List<Line> lines,
        @Nullable UUID changeSet) {

    /** A field before and after. */
    public record Line(String label, Shown before, Shown after) {}

    Entry under(@Nullable String heading) {
        return new Entry(at, heading, time, icon, tone, thin, who, did, href, title, words, tags, lines, changeSet);
    }
}
