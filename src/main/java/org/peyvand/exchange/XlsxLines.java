package org.peyvand.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.peyvand.exchange.xlsx.XlsxRows;
import org.peyvand.exchange.xlsx.XlsxWorkbook;

/** The rows of one sheet of a workbook. */
final class XlsxLines implements TableRows.Lines {

    private final XlsxWorkbook workbook;
    private final XlsxRows rows;

    XlsxLines(Supplier<InputStream> file, @Nullable String sheet) {
        this.workbook = open(file);
        try {
            this.rows = workbook.rows(sheet);
        } catch (RuntimeException refused) {
            workbook.close();
            throw refused;
        }
    }

    static XlsxWorkbook open(Supplier<InputStream> file) {
        try (InputStream content = file.get()) {
            return new XlsxWorkbook(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String @Nullable [] next() {
        return rows.next();
    }

    @Override
    public void close() {
        workbook.close();
    }
}
