package org.peyvand.record.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;

/**
 * What to read of one type. Immutable; the {@code with…} methods answer a changed copy.
 *
 * @param filter what records must match
 * @param text words to be found in the title, e-mail and phone fields, or null
 * @param sorts the order; empty means the type's default
 * @param limit how many records a page holds, 1 to 200
 * @param after the cursor of the page before, or null for the first
 * @param fields the fields to read, or null for all that the reader may see
 * @param deleted whether the recycle bin is read instead of the live records
 */
public record Query(
        RecordType type,
        Condition filter,
        @Nullable String text,
        List<Sort> sorts,
        int limit,
        @Nullable String after,
        @Nullable List<Field<?>> fields,
        boolean deleted) {

    public static final int LIMIT = 50;

    public static Query of(RecordType type) {
        return new Query(type, Condition.ALWAYS, null, List.of(), LIMIT, null, null, false);
    }

    public Query where(Condition condition) {
        return new Query(type, condition, text, sorts, limit, after, fields, deleted);
    }

    public Query matching(@Nullable String words) {
        return new Query(type, filter, words, sorts, limit, after, fields, deleted);
    }

    public Query sorted(List<Sort> order) {
        return new Query(type, filter, text, order, limit, after, fields, deleted);
    }

    public Query limited(int count) {
        return new Query(type, filter, text, sorts, count, after, fields, deleted);
    }

    public Query after(@Nullable String cursor) {
        return new Query(type, filter, text, sorts, limit, cursor, fields, deleted);
    }

    public Query reading(@Nullable List<Field<?>> chosen) {
        return new Query(type, filter, text, sorts, limit, after, chosen, deleted);
    }

    public Query inBin() {
        return new Query(type, filter, text, sorts, limit, after, fields, true);
    }
}
