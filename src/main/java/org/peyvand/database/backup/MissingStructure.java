package org.peyvand.database.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.database.backup.Structure.Named;
import org.peyvand.database.backup.Structure.Table;

/**
 * The statements that turn the structure made by the migrations into the one of a backup: own types and fields of an
 * administrator, partitions that came with time. Foreign keys are added after the rows, by {@link RestoringBackup}.
 */
record MissingStructure(Structure present, Structure wanted) {

    List<String> statements() {
        var statements = new ArrayList<String>();
        addSequences(statements);
        for (var table : wanted.tables()) {
            var existing = present.tablesByName().get(table.name());
            if (existing == null) {
                statements.add(create(table));
            } else if (table.parent() == null) {
                addColumns(statements, table, existing);
            }
            addRest(statements, table, existing);
        }
        return statements;
    }

    private void addSequences(List<String> statements) {
        var known = names(present.sequences(), Structure.Sequence::name);
        var owned = wanted.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.definition().contains("AS IDENTITY"))
                .findAny()
                .isPresent();
        for (var sequence : wanted.sequences()) {
            if (!known.contains(sequence.name()) && !(owned && isIdentity(sequence.name()))) {
                statements.add("CREATE SEQUENCE " + Statements.quoted(sequence.name()) + " " + sequence.definition());
            }
        }
    }

    /** The database makes the sequence of an identity column itself, under this name. */
    private boolean isIdentity(String sequence) {
        return wanted.tables().stream()
                .anyMatch(table -> table.columns().stream()
                        .filter(column -> column.definition().contains("AS IDENTITY"))
                        .anyMatch(column -> sequence.equals(table.name() + "_" + column.name() + "_seq")));
    }

    private static String create(Table table) {
        var name = Statements.quoted(table.name());
        var key = table.partitionedBy() == null ? "" : " PARTITION BY " + table.partitionedBy();
        if (table.parent() != null) {
            return "CREATE TABLE " + name + " PARTITION OF " + Statements.quoted(table.parent()) + " " + table.bound()
                    + key;
        }
        return table.columns().stream()
                .map(column -> Statements.quoted(column.name()) + " " + column.definition())
                .collect(Collectors.joining(", ", "CREATE TABLE " + name + " (", ")" + key));
    }

    private static void addColumns(List<String> statements, Table table, Table existing) {
        var known = names(existing.columns(), Structure.Column::name);
        for (var column : table.columns()) {
            if (!known.contains(column.name())) {
                statements.add("ALTER TABLE " + Statements.quoted(table.name()) + " ADD COLUMN "
                        + Statements.quoted(column.name()) + " " + column.definition());
            }
        }
    }

    private static void addRest(List<String> statements, Table table, @Nullable Table existing) {
        var constraints = existing == null ? Set.<String>of() : names(existing.constraints(), Named::name);
        for (var constraint : table.constraints()) {
            if (!constraints.contains(constraint.name())) {
                statements.add("ALTER TABLE " + Statements.quoted(table.name()) + " ADD CONSTRAINT "
                        + Statements.quoted(constraint.name()) + " " + constraint.definition());
            }
        }
        addAll(statements, table.indexes(), existing == null ? List.of() : existing.indexes());
        addAll(statements, table.triggers(), existing == null ? List.of() : existing.triggers());
    }

    private static void addAll(List<String> statements, List<Named> wanted, List<Named> present) {
        var known = names(present, Named::name);
        wanted.stream()
                .filter(one -> !known.contains(one.name()))
                .map(Named::definition)
                .forEach(statements::add);
    }

    private static <T> Set<String> names(List<T> things, Function<T, String> name) {
        return things.stream().map(name).collect(Collectors.toSet());
    }
}
