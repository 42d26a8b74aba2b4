package org.peyvand.record.overlay;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.peyvand.record.Model;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Column;
import org.peyvand.record.field.DateType;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.ReferenceType;

/** The columns, indexes and foreign keys of own fields. */
final class FieldColumns {

    /** Up to so many rows an index is built at once; it takes a few milliseconds and locks nobody out for long. */
    static final int AT_ONCE = 5_000;

    private final DSLContext sql;

    FieldColumns(DSLContext sql) {
        this.sql = sql;
    }

    boolean isSmall(RecordType type) {
        Integer rows = sql.resultQuery(
                        "select count(*)::int from (select 1 from {0} limit {1}) counted",
                        name(type.table()), DSL.inline(AT_ONCE + 1))
                .fetchOne(0, Integer.class);
        return Objects.requireNonNull(rows) <= AT_ONCE;
    }

    boolean exists(RecordType type, Field<?> field) {
        String[] names = field.columns().stream().map(Column::name).toArray(String[]::new);
        return Boolean.TRUE.equals(sql.resultQuery(
                        "select exists (select 1 from pg_attribute where attrelid = to_regclass({0}) and not attisdropped"
                                + " and attname = any({1}))",
                        val(type.table()), val(names))
                .fetchOne(0, Boolean.class));
    }

    /** Adds the columns, empty, which takes a moment whatever the size of the table. */
    void add(RecordType type, Field<?> field) {
        String columns = field.columns().stream()
                .map(column -> "add column " + quoted(column.name()) + " " + column.sqlType())
                .collect(Collectors.joining(", "));
        sql.execute("alter table " + quoted(type.table()) + " " + columns);
    }

    /** Whether the field needs an index or a foreign key; a day or a moment does, since calendars look for stretches of them. */
    static boolean isGuarded(Field<?> field, boolean unique) {
        return unique
                || field.type() instanceof ReferenceType
                || field.type() instanceof DateType
                || field.type() instanceof InstantType;
    }

    /** Whether an index stands under the name of the field's own. */
    boolean isIndexed(RecordType type, Field<?> field) {
        return Boolean.TRUE.equals(
                sql.resultQuery("select to_regclass({0}) is not null", val(quoted(indexName(type, field))))
                        .fetchOne(0, Boolean.class));
    }

    /** The foreign key of a reference, which holds for new values from now on and for old ones once validated. */
    void addForeignKey(Model model, RecordType type, Field<?> field, boolean validated) {
        if (field.type() instanceof ReferenceType reference) {
            sql.execute(
                    "alter table {0} add constraint {1} foreign key ({2}) references {3} (id)"
                            + (validated ? "" : " not valid"),
                    name(type.table()),
                    foreignKey(type, field),
                    firstColumn(field),
                    name(model.type(reference.target()).table()));
        }
    }

    /** The statement that builds the index. */
    String createIndex(RecordType type, Field<?> field, boolean unique, boolean concurrently) {
        return "create " + (unique ? "unique " : "") + "index " + (concurrently ? "concurrently " : "")
                + quoted(indexName(type, field)) + " on " + quoted(type.table()) + " (" + expression(field, unique)
                + ")" + (unique ? " where deleted_at is null" : "");
    }

    static String indexName(RecordType type, Field<?> field) {
        return shortened(type.table() + "_" + field.columns().getFirst().name() + "_own");
    }

    static Name foreignKey(RecordType type, Field<?> field) {
        return name(shortened(type.table() + "_" + field.columns().getFirst().name() + "_ref"));
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** As the unique fields of shipped types: words by their folded form, e-mail without case. */
    private static String expression(Field<?> field, boolean unique) {
        List<String> columns =
                field.columns().stream().map(column -> quoted(column.name())).toList();
        FieldType<?> type = field.type();
        if (unique && type instanceof EmailType) {
            return "lower(" + columns.getFirst() + ")";
        }
        boolean words = List.of("text", "longText").contains(type.key());
        return unique && words ? "search_text(" + columns.getFirst() + ")" : String.join(", ", columns);
    }

    private static Name firstColumn(Field<?> field) {
        return name(field.columns().getFirst().name());
    }

    /** PostgreSQL cuts names at 63 bytes; so they stay distinct. */
    private static String shortened(String identifier) {
        return identifier.length() <= 60
                ? identifier
                : identifier.substring(0, 50) + "_" + Integer.toHexString(identifier.hashCode());
    }
}
