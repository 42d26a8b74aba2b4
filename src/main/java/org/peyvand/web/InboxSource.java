package org.peyvand.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;

/** Extension point: puts what waits for the reader into the work inbox. Sources stand in the order of their beans. */
public interface InboxSource {

    /** The sections that have something in them, most urgent first. */
    List<Section> sections(Actor actor, Page page);

    /**
     * Things of one sort.
     *
     * @param tone {@code bad} for what is late, else empty
     * @param allHref the list of all of them when only the first stand here, or null
     */
    record Section(
            String title,
            String tone,
            List<Item> items,
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
     * @param laterHref posting there puts it off till tomorrow, or null
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
            @Nullable String laterHref) {}
}
