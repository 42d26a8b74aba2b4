package org.peyvand.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Tells what stands between two values: what occurs, outside quotes, equally often in every line, and most often. */
final class Delimiters {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int SAMPLE = 32 * 1024;
    private static final int LINES = 20;

    private Delimiters() {}

    static char detect(Supplier<InputStream> file, Charset charset) throws IOException {
        char[] sample = new char[SAMPLE];
        int length = 0;
        try (Reader reader = new InputStreamReader(file.get(), charset)) {
            for (int read = 0; read >= 0 && length < SAMPLE; read = reader.read(sample, length, SAMPLE - length)) {
                length += read;
            }
        }
        String text = new String(sample, 0, Math.max(0, length));
        char best = ',';
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(text, candidate);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    private static double score(String text, char candidate) {
        List<Integer> counts = counts(text, candidate);
        if (counts.isEmpty() || counts.getFirst() == 0) {
            return 0;
        }
        int expected = counts.getFirst();
        long same = counts.stream().filter(count -> count == expected).count();
        return (double) same / counts.size() * 10 + Math.min(expected, 9);
    }

    /** How often the candidate occurs in each of the first lines. */
    private static List<Integer> counts(String text, char candidate) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int count = 0;
        int inLine = 0;
        for (int i = 0; i < text.length() && counts.size() < LINES; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' && !quoted) {
                if (inLine > 1) {
                    counts.add(count);
                }
                count = 0;
                inLine = 0;
            } else if (c == candidate && !quoted) {
                count++;
            }
            inLine++;
        }
        if (counts.isEmpty() && inLine > 0) {
            counts.add(count);
        }
        return counts;
    }
}
