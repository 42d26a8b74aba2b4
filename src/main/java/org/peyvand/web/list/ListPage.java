package org.peyvand.web.list;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.value.Shown;

/**
 * The table of a list as its template draws it.
 *
 * @param plural the type, as in addresses
 * @param heads of the columns, the first being the title's
 * @param nextHref of the rows that follow, or null
 * @param countHref answers how many there are and what they sum up to
 * @param kept what any form beside it must send along
 * @param owned whether its records belong to somebody
 * @param editable whether the reader may change many of them at once
 * @param exportable whether the reader may take its records away as a file
 * @param exportHref asks how the list as it stands is to be taken away; null when it cannot be
 */
public record ListPage(
        String plural,
        String title,
        String one,
        List<Head> heads,
        List<Row> rows,
        @Nullable String nextHref,
        String countHref,
        @Nullable String newHref,
        @Nullable String words,
        List<Hidden> kept,
        boolean owned,
        boolean editable,
        boolean exportable,
        @Nullable String exportHref) {

    /**
     * A column's head.
     *
     * @param href sorts by it, or back; null when it cannot be sorted by
     * @param field its name
     * @param order {@code ascending}, {@code descending} or null
     */
    public record Head(
            String field,
            String label,
            @Nullable String href,
            @Nullable String order,
            boolean numeric) {}

    /**
     * A condition that reads as part of a sentence.
     *
     * @param tone of a tag, else empty
     * @param removeHref leads to what is left without it; null where it cannot be taken away
     */
    public record Chip(
            String field,
            @Nullable String operator,
            String value,
            String tone,
            @Nullable String removeHref) {}

    /**
     * A record.
     *
     * @param editable whether its title can be changed in the list
     * @param under what stands below its title, possibly empty
     * @param face whose letter stands beside it
     * @param cells one per column but the title's
     */
    public record Row(
            String id, String href, String title, String under, String face, boolean editable, List<Cell> cells) {}

    /**
     * A value under a head.
     *
     * @param field its name
     * @param editable whether it can be changed in the list
     * @param corner where a narrow screen puts it: a class of the style sheet
     */
    public record Cell(String field, String label, Shown shown, boolean numeric, String corner, boolean editable) {}

    /** A hidden field of a form. */
    public record Hidden(String name, String value) {}
}
