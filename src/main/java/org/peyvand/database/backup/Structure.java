package org.peyvand.database.backup;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables and sequences of a database, as far as a migration or an administrator may have made them. */
record Structure(List<Table> tables, List<Sequence> sequences) {

    Map<String, Table> tablesByName() {
        return tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
    }

    /** Partitioned tables hold nothing themselves. */
    List<Table> tablesWithRows() {
        return tables.stream().filter(table -> table.partitionedBy() == null).toList();
    }

    /**
     * A table with what belongs to it.
     *
     * @param partitionedBy the key of a partitioned table
     * @param parent the table of which this is a partition
     * @param bound which part of the parent's rows it holds
     */
    record Table(
            String name,
            @Nullable String partitionedBy,
            @Nullable String parent,
            @Nullable String bound,
            List<Column> columns,
            List<Named> constraints,
            List<Named> foreignKeys,
            List<Named> indexes,
            List<Named> triggers) {

        List<String> storedColumns() {
            return columns.stream()
                    .filter(column -> !column.generated())
                    .map(Column::name)
                    .toList();
        }
    }

    /**
     * A column.
     *
     * @param definition what follows the name in {@code ADD COLUMN}
     * @param generated computed by the database, so never copied
     */
    record Column(String name, String definition, boolean generated) {}

    /** A constraint, index or trigger with its definition as PostgreSQL writes it. */
    record Named(String name, String definition) {}

    /**
     * A sequence with its state.
     *
     * @param last null when it was never used
     */
    record Sequence(
            String name, String definition, @Nullable Long last) {}
}
