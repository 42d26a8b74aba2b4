package org.peyvand.web.calendar;

import java.util.List;
import org.peyvand.web.Tab;

/**
 * What stands above a calendar of several types to choose from.
 *
 * @param tabs the reader's own and that of the reader's team
 * @param whose as the address says it, possibly empty
 * @param user the identifier of a colleague whose calendar it is, possibly empty
 * @param userName what that colleague is called, possibly empty
 */
public record CalendarFilter(List<Tab> tabs, String whose, String user, String userName, List<Kind> kinds) {

    /** Whether it keeps something out that the reader's own calendar holds. */
    public boolean isNarrow() {
        return !user.isEmpty() || kinds.stream().anyMatch(kind -> !kind.shown());
    }

    /** A type that may stand on it. */
    public record Kind(String plural, String label, String icon, boolean shown) {}
}
