package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.peyvand.database.StartRefused;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Column;
import org.peyvand.record.field.Field;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Compares the effective types with the tables at start, so that a difference is a sentence and not a broken page. */
@Component
final class TableCheck implements SmartInitializingSingleton {

    private static final String COLUMNS = "select c.relname, a.attname, format_type(a.atttypid, null) as type"
            + " from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
            + " where c.relkind in ('r', 'p') and pg_table_is_visible(c.oid) and c.relname = any({0})";

    private final DSLContext sql;
    private final Models models;

    TableCheck(DSLContext sql, Models models) {
        this.sql = sql;
        this.models = models;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> differences = differences();
        if (!differences.isEmpty()) {
            throw new StartRefused("The database does not fit this program: "
                    + String.join("; ", differences.subList(0, Math.min(differences.size(), 5)))
                    + "; was it filled by another version?");
        }
    }

    List<String> differences() {
        Map<String, Map<String, String>> tables = tables();
        List<String> differences = new ArrayList<>();
        for (RecordType type : models.current().types()) {
            Map<String, String> columns = tables.get(type.table());
            if (columns == null) {
                differences.add("table " + type.table() + " is missing");
            } else {
                type.fields().forEach(field -> compare(type, field, columns, differences));
            }
        }
        return differences;
    }

    private Map<String, Map<String, String>> tables() {
        String[] names =
                models.current().types().stream().map(RecordType::table).toArray(String[]::new);
        Map<String, Map<String, String>> tables = new HashMap<>();
        sql.resultQuery(COLUMNS, org.jooq.impl.DSL.val(names))
                .fetch()
                .forEach(row -> tables.computeIfAbsent(String.valueOf(row.get(0)), none -> new HashMap<>())
                        .put(String.valueOf(row.get(1)), String.valueOf(row.get(2))));
        return tables;
    }

    private static void compare(
            RecordType type, Field<?> field, Map<String, String> columns, List<String> differences) {
        for (Column column : field.columns()) {
            String actual = columns.get(column.name());
            if (actual == null) {
                differences.add("column " + type.table() + "." + column.name() + " is missing");
            } else if (!fits(column.sqlType(), actual)) {
                differences.add("column " + type.table() + "." + column.name() + " is " + actual + " instead of "
                        + column.sqlType());
            }
        }
    }

    private static boolean fits(String wanted, String actual) {
        return switch (wanted) {
            case "timestamptz" -> actual.equals("timestamp with time zone");
            case "bigint" -> actual.equals("bigint") || actual.equals("integer") || actual.equals("smallint");
            default -> actual.equals(wanted);
        };
    }
}
