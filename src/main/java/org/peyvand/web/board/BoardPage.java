package org.peyvand.web.board;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.Tab;
import org.peyvand.web.value.Shown;

/**
 * A board as its template draws it.
 *
 * @param lines which of several ways records go (pipelines), empty when there is but one
 */
public record BoardPage(String title, List<Tab> lines, List<Column> columns) {

    /** The heads of all columns, which are read again when a card went from one to another. */
    public String heads() {
        return columns.stream().map(column -> "#" + column.headId()).collect(Collectors.joining(","));
    }

    /**
     * One stage.
     *
     * @param percent the chance of success that the stage means, -1 when it says nothing of it
     * @param kind {@code won}, {@code lost} or empty
     * @param tone of the tag that an option is shown as; null for a stage, which has a ring
     * @param sums per currency
     * @param share of the whole board's records, for the bar
     * @param moreHref the list of all of them, when the column shows only the first
     */
    public record Column(
            String id,
            String name,
            int percent,
            String kind,
            @Nullable String tone,
            String count,
            List<String> sums,
            int share,
            List<Card> cards,
            @Nullable String moreHref) {

        public String headId() {
            return "head-" + id;
        }
    }

    /**
     * One record.
     *
     * @param facts what stands in the middle
     * @param tone {@code bad} when late, {@code warn} when soon, else empty
     * @param next the next step, empty when there is none; null where records have no such thing
     */
    public record Card(
            String id,
            String href,
            String moveHref,
            int version,
            String title,
            String under,
            String amount,
            String date,
            String tone,
            @Nullable String next,
            String owner,
            List<Shown> tags) {}
}
