package org.peyvand.web;

import org.jspecify.annotations.Nullable;

/**
 * A place one can go to from anywhere: an entry of the side bar.
 *
 * @param position within its section
 * @param icon a name of {@code icons.txt}
 * @param label in the reader's language
 * @param newHref where a new record of it is made, for the menu "new"
 * @param newLabel what that menu says
 * @param count what waits there, already formatted
 * @param key presses the way to a new record, from anywhere
 * @param onBar whether the phone's bottom bar may show it
 */
public record Place(
        Section section,
        int position,
        String icon,
        String label,
        String href,
        @Nullable String newHref,
        @Nullable String newLabel,
        @Nullable String count,
        @Nullable String key,
        boolean onBar) {

    /** A plain place. */
    public static Place of(Section section, int position, String icon, String label, String href) {
        return new Place(section, position, icon, label, href, null, null, null, null, false);
    }

    /** The same place with a way to make a new record of it. */
    public Place creating(String newHref, String newLabel) {
        return new Place(section, position, icon, label, href, newHref, newLabel, count, key, onBar);
    }

    /** The same place with what waits there. */
    public Place counting(@Nullable String count) {
        return new Place(section, position, icon, label, href, newHref, newLabel, count, key, onBar);
    }

    /** The same place, shown on the phone's bottom bar when there is room. */
    public Place atHand() {
        return new Place(section, position, icon, label, href, newHref, newLabel, count, key, true);
    }

    /** The same place, whose way to a new record is pressed by a key, a Latin letter. */
    public Place onKey(String letter) {
        return new Place(section, position, icon, label, href, newHref, newLabel, count, letter, onBar);
    }
}
