package org.peyvand.web.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.value.Shown;

/**
 * The records of one relation.
 *
 * @param newHref where another one is made, or null when the reader may not
 */
public record Related(
        String label,
        String icon,
        String count,
        List<Item> items,
        String allHref,
        @Nullable String newHref,
        String newLabel) {

    /**
     * One of them.
     *
     * @param removeHref posting there takes it away; null where it is no mere part of this record or the reader may not
     */
    public record Item(
            String name,
            List<Shown> details,
            String href,
            @Nullable String removeHref,
            @Nullable Shown stage,
            @Nullable Shown amount) {}
}
