package org.peyvand.web.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing on a calendar, on one day of it.
 *
 * @param id unique on the page
 * @param kind the plural of its type, by which it is coloured
 * @param time when it begins, in the reader's words; empty for a whole day
 * @param day on which it stands
 * @param begin minutes since midnight, for the order and the place in a day
 * @param minutes how long it is
 * @param lane in which column of things at the same time it stands, from 0
 * @param lanes how many there are
 * @param moveHref patching there moves it, or null when it cannot be moved
 * @param ends whether its end can be moved
 * @param past whether it is over or done
 */
public record Event(
        String id,
        String href,
        String title,
        String kind,
        String icon,
        String time,
        LocalDate day,
        boolean allDay,
        int begin,
        int minutes,
        int lane,
        int lanes,
        @Nullable String moveHref,
        boolean ends,
        boolean past) {

    /** Whether it is one time of something that comes again, about which one is asked first. */
    public boolean isTime() {
        return href.startsWith("/calendar/");
    }

    Event inLane(int column, int columns) {
        return new Event(
                id, href, title, kind, icon, time, day, allDay, begin, minutes, column, columns, moveHref, ends, past);
    }

    /** Where it stands in its day, as {@code set-vars.js} reads it. */
    public String place() {
        return String.format(
                Locale.ROOT, "h: %.4f; len: %.4f; lane: %d; lanes: %d", begin / 60.0, minutes / 60.0, lane, lanes);
    }

    /** Where something stands in time before it is placed on days. */
    record Stretch(@Nullable Instant from, @Nullable Instant until) {}
}
