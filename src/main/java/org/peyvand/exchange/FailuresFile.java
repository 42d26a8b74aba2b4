package org.peyvand.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.peyvand.exchange.xlsx.XlsxCell;
import org.peyvand.exchange.xlsx.XlsxWriter;

/** Rows that could not be imported, as they stood in the file, written to be corrected and imported again. */
interface FailuresFile extends AutoCloseable {

    int WIDTH = 22;

    void write(List<String> cells);

    @Override
    void close() throws IOException;

    static FailuresFile of(ExportRequest.Format format, OutputStream out, boolean rightToLeft, List<String> header)
            throws IOException {
        return switch (format) {
            case CSV, VCARD -> csv(out, header);
            case XLSX -> xlsx(out, rightToLeft, header);
        };
    }

    private static FailuresFile csv(OutputStream out, List<String> header) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        CsvWriter writer = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        writer.writeRecord(header);
        return new FailuresFile() {
            @Override
            public void write(List<String> cells) {
                writer.writeRecord(cells);
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }

    private static FailuresFile xlsx(OutputStream out, boolean rightToLeft, List<String> header) throws IOException {
        XlsxWriter.Look look =
                new XlsxWriter.Look(header.getLast(), rightToLeft, Collections.nCopies(header.size(), WIDTH));
        XlsxWriter writer = new XlsxWriter(out, look, header);
        return new FailuresFile() {
            @Override
            public void write(List<String> cells) {
                try {
                    writer.write(
                            cells.stream().<XlsxCell>map(XlsxCell.Text::new).toList());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }
}
