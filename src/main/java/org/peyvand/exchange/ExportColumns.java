package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
record ExportColumns(List<Field<?>> fields, List<Column> columns) {

    /** @param byId whether it holds the identifiers of the records that a reference points at, rather than their names */
    record Column(Field<?> field, boolean byId) {

        /** What stands in the column: text for a reference, otherwise the value of the field; null when there is nothing. */
        @Nullable
        Object value(StoredRecord record, Map<RecordRef, RecordName> names) {
            Object value = record.values().get(field.name());
            if (value == null || !(field.type() instanceof ReferenceType reference)) {
                return value;
            }
            RecordName name = names.get(new RecordRef(reference.target(), (UUID) value));
            if (name == null || name.hidden()) {
                return null;
            }
            return byId ? value.toString() : name.name();
        }
    }

    static ExportColumns of(List<Field<?>> fields, boolean safe) {
        List<Column> columns = new ArrayList<>();
        for (Field<?> field : fields) {
            columns.add(new Column(field, false));
            if (!safe && field.type() instanceof ReferenceType) {
                columns.add(new Column(field, true));
            }
        }
        return new ExportColumns(fields, columns);
    }

    List<String> header(Function<Field<?>, String> label) {
        return columns.stream()
                .map(column -> column.byId() ? column.field().name() + ".id" : label.apply(column.field()))
                .toList();
    }
}
