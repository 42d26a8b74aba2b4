package org.peyvand.exchange.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Texts as spreadsheets write them: in runs of one look each, with {@code _x000D_} for what XML cannot hold. */
final class Texts {

    /** Three times what a spreadsheet puts into a cell. */
    static final int LONGEST = 100_000;

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Texts() {}

    /** The text of an element whose start was just read, without the readings of East Asian signs. */
    static String read(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean within = false;
        int readings = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                within = xml.getLocalName().equals("t");
                readings += xml.getLocalName().equals("rPh") ? 1 : 0;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                within = false;
                readings -= xml.getLocalName().equals("rPh") ? 1 : 0;
                if (xml.getLocalName().equals(element)) {
                    return unescaped(text.toString());
                }
            } else if (within && readings == 0) {
                append(xml, event, text);
            }
        }
        throw Unreadable.broken();
    }

    /** Adds the characters of the current event, if it has any. */
    static void append(XMLStreamReader xml, int event, StringBuilder text) {
        if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA || event == XMLStreamReader.SPACE) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            if (text.length() > LONGEST) {
                throw Unreadable.tooLarge();
            }
        }
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 16))));
    }

    /** The same text for a cell: what reads like an escape and what XML cannot hold are escaped. */
    static String escaped(String text) {
        String literal = text.contains("_x") ? ESCAPED.matcher(text).replaceAll("_x005F_x$1_") : text;
        StringBuilder escaped = null;
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            boolean awkward = c < 0x20 && c != '\t' && c != '\n' || c == 0xFFFE || c == 0xFFFF;
            if (awkward && escaped == null) {
                escaped = new StringBuilder(literal.substring(0, i));
            }
            if (escaped != null) {
                escaped.append(awkward ? "_x%04X_".formatted((int) c) : c);
            }
        }
        return escaped == null ? literal : escaped.toString();
    }
}
