package org.peyvand.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.peyvand.exchange.xlsx.XlsxWorkbook;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;

/** How the rows of a file are written; told by what the file holds, never by what it is called. */
sealed interface TableFormat permits CsvFormat, TableFormat.Xlsx {

    TableRows rows(Supplier<InputStream> file);

    /**
     * A workbook.
     *
     * @param sheet the name of the sheet that counts
     * @param sheets the names of all that one sees
     */
    record Xlsx(@Nullable String sheet, List<String> sheets) implements TableFormat {

        @Override
        public TableRows rows(Supplier<InputStream> file) {
            return new TableRows(new XlsxLines(file, sheet));
        }
    }

    /** What the file's author said, and for the rest what the file looks like. */
    static TableFormat of(Supplier<InputStream> file, ImportOptions options) {
        byte[] beginning = beginning(file);
        if (XlsxWorkbook.begins(beginning)) {
            return workbook(file, options.sheet());
        }
        if (XlsxWorkbook.beginsOld(beginning)) {
            throw new Refusal.Invalid(List.of(Problem.of("file", "old-workbook")));
        }
        return CsvFormat.of(file, options.encoding(), options.delimiter());
    }

    private static Xlsx workbook(Supplier<InputStream> file, @Nullable String asked) {
        try (XlsxWorkbook workbook = XlsxLines.open(file)) {
            List<String> sheets = workbook.sheets();
            return new Xlsx(asked != null || sheets.isEmpty() ? asked : sheets.getFirst(), sheets);
        }
    }

    private static byte[] beginning(Supplier<InputStream> file) {
        try (InputStream content = file.get()) {
            return content.readNBytes(8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
