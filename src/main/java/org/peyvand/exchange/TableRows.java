package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;

/** The rows of a file, one at a time. Row 1 is the first after the header; lines without anything do not count. */
final class TableRows implements AutoCloseable {

    private static final int MOST_COLUMNS = 500;

    private final Lines lines;
    private final List<String> header;
    private long number;

    /** What a file holds line by line, whatever its format. */
    interface Lines extends AutoCloseable {

        /** The cells of the next line, or null at the end. */
        String @Nullable [] next();

        @Override
        void close();
    }

    /** @throws Refusal.Invalid when there is no header, or too long a one */
    TableRows(Lines lines) {
        this.lines = lines;
        try {
            this.header = named(filled());
        } catch (RuntimeException refused) {
            lines.close();
            throw refused;
        }
    }

    /** The names of the columns: never empty, never twice the same. */
    List<String> header() {
        return header;
    }

    /** The next row with something in it, or null at the end. */
    @Nullable
    TableRow next() {
        String[] cells = filled();
        return cells == null ? null : new TableRow(++number, cells);
    }

    void skip(long rows) {
        while (number < rows && next() != null) {
            continue;
        }
    }

    @Override
    public void close() {
        lines.close();
    }

    private String @Nullable [] filled() {
        String[] cells = lines.next();
        while (cells != null && isBlank(cells)) {
            cells = lines.next();
        }
        return cells;
    }

    private static boolean isBlank(String[] cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> named(String @Nullable [] first) {
        if (first == null) {
            throw new Refusal.Invalid(List.of(Problem.of("file", "empty-file")));
        }
        if (first.length > MOST_COLUMNS) {
            throw new Refusal.Invalid(List.of(Problem.of("file", "too-many-columns", Integer.toString(MOST_COLUMNS))));
        }
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String cell : first) {
            String words = cell.strip();
            String base = words.isEmpty() ? "column " + (names.size() + 1) : words;
            String name = base;
            for (int again = 2; !taken.add(name.toLowerCase(Locale.ROOT)); again++) {
                name = base + " (" + again + ")";
            }
            names.add(name);
        }
        return List.copyOf(names);
    }
}
