package org.peyvand.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.peyvand.record.RecordRef;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.RecordName;

/** Separated values in UTF-8; for spreadsheets with a mark, by which they know it, and with nothing that runs. */
final class CsvExport implements ExportFile {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ExportColumns columns;
    private final ExportWords words;
    private final UnaryOperator<String> made;
    private final CsvWriter writer;

    CsvExport(OutputStream out, ExportColumns columns, ExportWords words, boolean safe) throws IOException {
        this.columns = columns;
        this.words = words;
        this.made = safe ? SafeCells::safe : UnaryOperator.identity();
        if (safe) {
            out.write(MARK);
        }
        this.writer = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        writer.writeRecord(columns.header(words::header).stream().map(made).toList());
    }

    @Override
    public void write(StoredRecord record, Map<RecordRef, RecordName> names) {
        List<String> cells = new ArrayList<>(columns.columns().size());
        for (ExportColumns.Column column : columns.columns()) {
            Object value = column.value(record, names);
            cells.add(value == null ? "" : made.apply(text(column.field(), value)));
        }
        writer.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    @SuppressWarnings("unchecked")
    private <T> String text(Field<T> field, Object value) {
        if (value instanceof String text && field.type() instanceof org.peyvand.record.field.ReferenceType) {
            return text;
        }
        String said = words.of(field, value);
        return said == null ? field.type().toText((T) value) : said;
    }
}
