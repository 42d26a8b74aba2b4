package org.peyvand.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.peyvand.exchange.xlsx.XlsxWorkbook;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;

/** How the rows of a file are written; told by what the file holds, never by what it is called. */
sealed interface TableFormat permits CsvFormat, TableFormat.Xlsx, TableFormat.Cards {

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

    /** Cards of people, one row each. */
    record Cards(Charset charset) implements TableFormat {

        private static final String BEGIN = "BEGIN:VCARD";

        @Override
        public TableRows rows(Supplier<InputStream> file) {
            return new TableRows(new CardLines(file, charset));
        }

        /** Whether a file begins so, after a mark of its encoding perhaps. */
        static boolean begins(byte[] beginning) {
            String text = new String(beginning, StandardCharsets.UTF_8).replace("\uFEFF", "");
            return text.stripLeading().regionMatches(true, 0, BEGIN, 0, BEGIN.length());
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
        if (Cards.begins(beginning)) {
            return new Cards(CsvFormat.of(file, options.encoding(), "comma").charset());
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
            return content.readNBytes(32);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
