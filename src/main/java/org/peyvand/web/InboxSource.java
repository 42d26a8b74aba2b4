package org.peyvand.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;

/** Extension point: puts what waits for the reader into the work inbox. Sources stand in the order of their beans. */
public interface InboxSource {

    /** The sections that have something in them, most urgent first. */
    List<Section> sections(Actor actor, Page page);

    /** Why something waits; each is a tab of the inbox. The words are {@code inbox.tab.<key>}. */
    enum Reason {
        LATE,
        TODAY,
        SOON,
        INVITATION,
        MENTION,
        FRESH,
        CLOSING,
        QUIET;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Things of one sort.
     *
     * @param tone {@code bad} for what is late, else empty
     * @param more whether there are more than stand here
     * @param allHref the list of all of them, or null
     */
    record Section(
            Reason reason,
            String title,
            String tone,
            List<Item> items,
            boolean more,
            @Nullable String allHref) {}

    /**
     * One thing.
     *
     * @param id unique on the page
     * @param icon what sort of thing it is
     * @param under what it is about, possibly empty
     * @param underHref where that leads, or null
     * @param due when it is due in the reader's words, possibly empty
     * @param tone {@code bad} when late, {@code warn} when soon, else empty
     * @param doneHref posting there finishes it, or null when only opening it helps
     * @param acts what else can be done about it in place
     */
    record Item(
            String id,
            String icon,
            String title,
            String href,
            String under,
            @Nullable String underHref,
            String due,
            String tone,
            @Nullable String doneHref,
            List<Act> acts) {}

    /**
     * Something to do about an item without leaving the inbox.
     *
     * @param key on the keyboard, a Latin letter
     * @param dialog whether the address is asked for and shown in the dialog; else posting there takes the item away
     */
    record Act(String icon, String label, String href, String key, boolean dialog) {

        /** Hands the record over to a colleague. */
        public static Act refer(Page page, String type, Object id, String row) {
            return new Act(
                    "send", page.t("inbox.refer"), "/inbox/" + type + "/" + id + "/referral?row=" + row, "x", true);
        }
    }
}
