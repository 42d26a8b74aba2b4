package org.peyvand.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Refusal;

/** The rows of a file, one at a time. Row 1 is the first after the header; lines without anything do not count. */
final class CsvRows implements AutoCloseable {

    private static final int LONGEST_FIELD = 8 * 1024 * 1024;
    private static final int MOST_COLUMNS = 500;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private long number;

    CsvRows(InputStream file, CsvFormat format) {
        Reader decoded = withoutMark(new InputStreamReader(file, format.charset()));
        this.reader = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .skipEmptyLines(true)
                .detectBomHeader(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(decoded);
        this.records = reader.iterator();
        CsvRecord first = read();
        if (first == null) {
            throw new Refusal.Invalid(List.of(org.peyvand.record.Problem.of("file", "empty-file")));
        }
        this.header = named(first.getFields());
    }

    /** The names of the columns: never empty, never twice the same. */
    List<String> header() {
        return header;
    }

    /** The next row with something in it, or null at the end. */
    @Nullable
    CsvRow next() {
        CsvRecord record = read();
        while (record != null && isBlank(record)) {
            record = read();
        }
        return record == null ? null : new CsvRow(++number, record.getFields().toArray(String[]::new));
    }

    void skip(long rows) {
        while (number < rows && next() != null) {
            continue;
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mark of the byte order would otherwise stand before the quote of the first name. */
    private static Reader withoutMark(Reader reader) {
        try {
            PushbackReader pushback = new PushbackReader(reader, 1);
            int first = pushback.read();
            if (first >= 0 && first != 0xFEFF) {
                pushback.unread(first);
            }
            return pushback;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable CsvRecord read() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw new Refusal.Invalid(
                    List.of(org.peyvand.record.Problem.of("file", "unreadable-csv", Long.toString(number + 1))));
        }
    }

    private static boolean isBlank(CsvRecord record) {
        for (int i = 0; i < record.getFieldCount(); i++) {
            if (!record.getField(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> named(List<String> first) {
        if (first.size() > MOST_COLUMNS) {
            throw new Refusal.Invalid(
                    List.of(org.peyvand.record.Problem.of("file", "too-many-columns", Integer.toString(MOST_COLUMNS))));
        }
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            String words = first.get(i).strip();
            String base = words.isEmpty() ? "column " + (i + 1) : words;
            String name = base;
            for (int again = 2; !taken.add(name.toLowerCase(Locale.ROOT)); again++) {
                name = base + " (" + again + ")";
            }
            names.add(name);
        }
        return List.copyOf(names);
    }
}
