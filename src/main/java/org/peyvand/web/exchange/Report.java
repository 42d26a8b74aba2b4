package org.peyvand.web.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an import.
 *
 * @param headline what is to be said first
 * @param tone {@code good}, {@code bad} or {@code muted}
 * @param note what was left out, or null
 * @param failuresHref where the failed rows can be fetched, null when none failed
 * @param undoable whether it can be taken back, and {@code redoable} whether that can be taken back
 */
public record Report(
        String href,
        String title,
        String fileName,
        String headline,
        String detail,
        String tone,
        List<Part> parts,
        String rows,
        boolean addsUp,
        @Nullable String note,
        @Nullable String failuresHref,
        String listHref,
        String listLabel,
        boolean undoable,
        boolean redoable) {

    /**
     * A share of the rows.
     *
     * @param share in thousandths of the file
     * @param before the thousandths of the parts that stand before it
     */
    public record Part(String label, String count, String percent, String hue, int share, int before) {}
}
