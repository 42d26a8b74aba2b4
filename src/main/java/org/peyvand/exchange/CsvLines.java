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
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;

/**
 * The lines of separated values. Bytes that mean nothing in the encoding are refused: read as question marks they would be
 * written as such.
 */
final class CsvLines implements TableRows.Lines {

    private static final int LONGEST_FIELD = 8 * 1024 * 1024;

    private final CsvFormat format;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private long read;

    CsvLines(InputStream file, CsvFormat format) {
        this.format = format;
        this.reader = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .skipEmptyLines(true)
                .detectBomHeader(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(decoded(file));
        this.records = reader.iterator();
    }

    @Override
    public String @Nullable [] next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            String[] cells = records.next().getFields().toArray(String[]::new);
            read++;
            return cells;
        } catch (CsvParseException e) {
            // The first line is the header.
            throw e.getCause() instanceof CharacterCodingException
                    ? undecodable()
                    : refusal("unreadable-csv", Long.toString(Math.max(1, read)));
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? undecodable() : e;
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
    private Reader decoded(InputStream file) {
        Reader strict = new InputStreamReader(
                file,
                format.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        try {
            PushbackReader pushback = new PushbackReader(strict, 1);
            int first = pushback.read();
            if (first >= 0 && first != 0xFEFF) {
                pushback.unread(first);
            }
            return pushback;
        } catch (CharacterCodingException e) {
            throw undecodable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Refusal undecodable() {
        return refusal("undecodable", format.charset().displayName(), Long.toString(Math.max(1, read)));
    }

    private static Refusal refusal(String code, String... arguments) {
        return new Refusal.Invalid(List.of(Problem.of("file", code, arguments)));
    }
}
