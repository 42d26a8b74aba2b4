package org.peyvand.record.query;

import java.util.List;
import java.util.Objects;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of an ordered list. Empty values come last in both directions, which no plain index does; so a list by an
 * indexed column that may be empty is read in two steps, each of which is a range of that index.
 *
 * @param after where the page before ended, or null at the beginning of the stretch
 */
record Step(Kind kind, @Nullable Cursor after) {

    enum Kind {
        /** All rows, in whatever order. */
        WHOLE,
        /** All rows that some words find, in whatever order. */
        FOUND,
        /** All rows in an order that an index has as it is. */
        NATURAL,
        /** The rows with a value. */
        FILLED,
        /** The rows without one. */
        EMPTY
    }

    /** The steps that lead from a cursor to the end. */
    static List<Step> of(Ordering ordering, boolean indexed, @Nullable Cursor after) {
        if (!indexed || !ordering.isSimple()) {
            return List.of(new Step(Kind.WHOLE, after));
        }
        OrderKey key = ordering.keys().getFirst();
        if (!key.nullable() || (after == null && !key.descending())) {
            return List.of(new Step(Kind.NATURAL, after));
        }
        return after != null && after.values().getFirst() == null
                ? List.of(new Step(Kind.EMPTY, after))
                : List.of(new Step(Kind.FILLED, after), new Step(Kind.EMPTY, null));
    }

    org.jooq.Condition condition(Ordering ordering) {
        return switch (kind) {
            case WHOLE, FOUND -> after == null ? DSL.trueCondition() : ordering.beyond(after);
            case NATURAL -> after == null ? DSL.trueCondition() : ordering.range(after);
            case FILLED -> {
                org.jooq.Condition filled = ordering.keys().getFirst().column().isNotNull();
                yield after == null ? filled : filled.and(ordering.range(Objects.requireNonNull(after)));
            }
            case EMPTY -> {
                org.jooq.Condition empty = ordering.keys().getFirst().column().isNull();
                yield after == null ? empty : empty.and(ordering.idBeyond(after));
            }
        };
    }

    List<SortField<?>> order(Ordering ordering) {
        return switch (kind) {
            case WHOLE -> ordering.nullsLast();
            case FOUND -> ordering.fenced();
            case NATURAL, FILLED, EMPTY -> ordering.natural();
        };
    }
}
