package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;
import org.peyvand.record.sql.RecordTable;

/** Reads all column fields of a type from a row that was selected with {@link #columns}. */
final class RowReader {

    private final List<Field<?>> fields;
    private final List<org.jooq.Field<?>> columns = new ArrayList<>();

    RowReader(RecordTable table) {
        fields = table.type().fields().stream()
                .filter(field -> !field.columns().isEmpty())
                .toList();
        fields.forEach(field -> columns.addAll(table.columns(field)));
    }

    List<? extends SelectFieldOrAsterisk> columns() {
        return columns;
    }

    /** The values by field name; the row begins with {@link #columns}. */
    Map<String, @Nullable Object> values(Record row) {
        Map<String, @Nullable Object> values = HashMap.newHashMap(fields.size() + 2);
        int column = 0;
        for (Field<?> field : fields) {
            int width = field.columns().size();
            List<@Nullable Object> cells = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
                cells.add(row.get(column++));
            }
            values.put(field.name(), FieldValues.orNull(field.type().fromCells(cells)));
        }
        return values;
    }

    /** Where the columns that were selected after these begin. */
    int width() {
        return columns.size();
    }
}
