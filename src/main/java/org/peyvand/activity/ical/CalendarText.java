package org.peyvand.activity.ical;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes the lines of RFC 5545: folded at 75 octets, ended by CR LF, texts escaped, times in UTC. */
final class CalendarText {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    CalendarText begin(String component) {
        return line("BEGIN:" + component);
    }

    CalendarText end(String component) {
        return line("END:" + component);
    }

    /** A property whose value needs no escaping. */
    CalendarText put(String name, String value) {
        return line(name + ":" + value);
    }

    CalendarText at(String name, Instant moment) {
        return put(name, UTC.format(moment));
    }

    /** A property with a text; a blank one is left out. */
    CalendarText text(String name, String value) {
        return value.isBlank() ? this : put(name, escaped(value));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.strip().codePoints().forEach(letter -> {
            switch (letter) {
                case '\\' -> escaped.append("\\\\");
                case ';' -> escaped.append("\\;");
                case ',' -> escaped.append("\\,");
                case '\n' -> escaped.append("\\n");
                case '\r' -> {}
                default -> {
                    if (letter >= ' ' || letter == '\t') {
                        escaped.appendCodePoint(letter);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** No letter is cut in two: a line is folded between code points. */
    private CalendarText line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int letter = line.codePointAt(i);
            String whole = Character.toString(letter);
            int length = whole.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(whole);
            octets += length;
            i += whole.length();
        }
        out.append("\r\n");
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
