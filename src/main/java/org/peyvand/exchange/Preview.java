package org.peyvand.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do, and everything that stands in its way.
 *
 * @param encoding null for a workbook, as is the delimiter
 * @param sheets the sheets of a workbook, none for separated values
 * @param sheet the one of them that is read
 * @param rows how many the file has
 * @param wouldFail rows that have at least one problem that is known before writing
 * @param columns the columns of the file and where they go
 * @param sample the first rows as they would be written
 * @param problems every problem of the whole file, by kind, the most frequent first
 */
public record Preview(
        String type,
        @Nullable String encoding,
        @Nullable String delimiter,
        List<String> sheets,
        @Nullable String sheet,
        long rows,
        long wouldFail,
        List<Column> columns,
        List<Row> sample,
        List<Kind> problems) {

    /**
     * A column.
     *
     * @param field where it goes: a field, {@code account.id}, or null when it is left out
     * @param newField whether that field is yet to be made
     * @param example its first value
     */
    public record Column(
            String name, @Nullable String field, @Nullable String fieldType, boolean newField, String example) {}

    /**
     * A row.
     *
     * @param number from 1, without the header
     * @param values by field, as text that the field reads back
     */
    public record Row(long number, Map<String, String> values, List<Issue> problems) {}

    /** One problem of one row. */
    public record Issue(String field, String code, List<String> arguments) {}

    /**
     * A kind of problem.
     *
     * @param count in how many rows it occurs
     * @param rows the numbers of the first rows
     * @param values the values concerned, the most frequent first, where the problem is about a value
     */
    public record Kind(
            String field, String code, List<String> arguments, long count, List<Long> rows, List<Value> values) {}

    /**
     * A value that means nothing.
     *
     * @param suggestion a known value that is nearly the same, or null
     */
    public record Value(String value, long count, @Nullable String suggestion) {}
}
