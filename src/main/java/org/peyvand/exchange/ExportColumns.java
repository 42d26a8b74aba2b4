package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordRef;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.RecordName;

/**
 * The columns of an export. A reference takes two where the file is to be imported again: two records may have one name, and
 * another installation knows no identifier.
 */
record ExportColumns(List<Field<?>> fields, List<Column> columns, UnaryOperator<String> made) {

    private record Column(Field<?> field, boolean byId) {}

    static ExportColumns of(List<Field<?>> fields, boolean safe) {
        List<Column> columns = new ArrayList<>();
        for (Field<?> field : fields) {
            columns.add(new Column(field, false));
            if (!safe && field.type() instanceof ReferenceType) {
                columns.add(new Column(field, true));
            }
        }
        return new ExportColumns(fields, columns, safe ? SafeCells::safe : UnaryOperator.identity());
    }

    List<String> header(Function<Field<?>, String> label) {
        return columns.stream()
                .map(column -> column.byId() ? column.field().name() + ".id" : made.apply(label.apply(column.field())))
                .toList();
    }

    List<String> cells(StoredRecord record, Map<RecordRef, RecordName> names) {
        List<String> cells = new ArrayList<>(columns.size());
        for (Column column : columns) {
            Object value = record.values().get(column.field().name());
            cells.add(value == null ? "" : made.apply(cell(column, value, names)));
        }
        return cells;
    }

    private static String cell(Column column, Object value, Map<RecordRef, RecordName> names) {
        if (column.field().type() instanceof ReferenceType reference) {
            @Nullable RecordName name = names.get(new RecordRef(reference.target(), (UUID) value));
            if (name == null || name.hidden()) {
                return "";
            }
            return column.byId() ? value.toString() : String.valueOf(name.name());
        }
        return text(column.field(), value);
    }

    @SuppressWarnings("unchecked")
    private static <T> String text(Field<T> field, Object value) {
        return field.type().toText((T) value);
    }
}
