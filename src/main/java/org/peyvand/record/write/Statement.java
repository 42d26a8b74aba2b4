package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the insertions and updates of a batch as parts of one SQL statement, so that a batch of any size costs one round
 * trip and foreign keys are checked when all of it stands. Rows travel as arrays of text, one per column, and are cast by the
 * database; so the SQL text depends on the columns only, never on the number of rows.
 */
final class Statement {

    private final StringBuilder parts = new StringBuilder();
    private final List<Object> binds = new ArrayList<>();
    private int count;

    /**
     * Adds a part.
     *
     * @param sql without its rows, for which it names the table {@code u} with the columns {@code c0}, {@code c1} …
     * @param before binds of the part that stand before the rows
     */
    <T> void add(String sql, List<T> rows, List<Function<T, @Nullable String>> columns, Object... before) {
        binds.addAll(List.of(before));
        StringBuilder unnest = new StringBuilder("unnest(");
        StringBuilder names = new StringBuilder("u(");
        for (int i = 0; i < columns.size(); i++) {
            unnest.append(i == 0 ? "" : ", ").append("?::text[]");
            names.append(i == 0 ? "c" : ", c").append(i);
            @Nullable String[] cells = new @Nullable String[rows.size()];
            for (int row = 0; row < cells.length; row++) {
                cells[row] = columns.get(i).apply(rows.get(row));
            }
            binds.add(cells);
        }
        part(sql.replace("@rows", unnest.append(") ").append(names).append(")").toString()));
    }

    void add(String sql, Object... values) {
        binds.addAll(List.of(values));
        part(sql);
    }

    private void part(String sql) {
        parts.append(count == 0 ? "with " : ", ")
                .append("w")
                .append(count++)
                .append(" as (")
                .append(sql)
                .append(")");
    }

    String sql(String last) {
        return parts + " " + last;
    }

    Object[] binds(Object... last) {
        List<Object> all = new ArrayList<>(binds);
        all.addAll(List.of(last));
        return all.toArray();
    }
}
