package org.peyvand.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Refusal;

/**
 * How a file of separated values is written.
 *
 * @param delimiter between two values
 */
record CsvFormat(Charset charset, char delimiter) implements TableFormat {

    private static final Map<String, Character> NAMED =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "\\t", '\t', "pipe", '|');

    @Override
    public TableRows rows(Supplier<InputStream> file) {
        return new TableRows(new CsvLines(file.get(), this));
    }

    /** What the file's author said, and for the rest what the file looks like. */
    static CsvFormat of(Supplier<InputStream> file, @Nullable String encoding, @Nullable String delimiter) {
        try {
            Charset charset = encoding == null ? Encodings.detect(file) : named(encoding);
            return new CsvFormat(charset, delimiter == null ? Delimiters.detect(file, charset) : delimiter(delimiter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Charset named(String encoding) {
        try {
            return Charset.forName(encoding.strip());
        } catch (IllegalArgumentException unknown) {
            throw new Refusal.Malformed("unknown-encoding", encoding);
        }
    }

    private static char delimiter(String named) {
        Character known = NAMED.get(named.toLowerCase(java.util.Locale.ROOT));
        if (known != null) {
            return known;
        }
        if (named.length() != 1 || "\"\r\n".contains(named)) {
            throw new Refusal.Malformed("unknown-delimiter", named);
        }
        return named.charAt(0);
    }
}
