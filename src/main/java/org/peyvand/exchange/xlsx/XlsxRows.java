package org.peyvand.exchange.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one at a time, each cell as the text a person would type for it. */
public final class XlsxRows {

    /** Columns beyond are not looked at; nobody maps so many. */
    private static final int MOST_COLUMNS = 502;

    private final XMLStreamReader xml;
    private final SharedStrings strings;
    private final List<NumberFormat> formats;
    private final boolean since1904;

    XlsxRows(XMLStreamReader xml, SharedStrings strings, List<NumberFormat> formats, boolean since1904) {
        this.xml = xml;
        this.strings = strings;
        this.formats = formats;
        this.since1904 = since1904;
    }

    /** The cells of the next row from the first column on, empty ones as empty text; null at the end. */
    public String @Nullable [] next() {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row")) {
                    return row();
                }
                if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("sheetData")) {
                    return null;
                }
            }
            return null;
        } catch (XMLStreamException | IOException e) {
            throw Unreadable.broken();
        }
    }

    private String[] row() throws XMLStreamException, IOException {
        List<String> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"), cells.size());
                String text = cell();
                if (column < MOST_COLUMNS && !text.isEmpty()) {
                    while (cells.size() < column) {
                        cells.add("");
                    }
                    if (cells.size() == column) {
                        cells.add(text);
                    }
                } else if (column == cells.size() && column < MOST_COLUMNS) {
                    cells.add("");
                }
            }
        }
        return cells.toArray(String[]::new);
    }

    /** From {@code BC12} to 54; cells without an address follow each other. */
    private static int column(@Nullable String address, int next) {
        if (address == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < address.length() && column <= MOST_COLUMNS; i++) {
            char c = address.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column == 0 ? next : column - 1;
    }

    private String cell() throws XMLStreamException, IOException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        StringBuilder value = new StringBuilder();
        String inline = "";
        boolean within = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                within = xml.getLocalName().equals("v");
                if (xml.getLocalName().equals("is")) {
                    inline = Texts.read(xml, "is");
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                within = false;
                if (xml.getLocalName().equals("c")) {
                    break;
                }
            } else if (within) {
                Texts.append(xml, event, value);
            }
        }
        return text(type == null ? "n" : type, style, value.toString(), inline);
    }

    private String text(String type, @Nullable String style, String value, String inline)
            throws IOException, XMLStreamException {
        return switch (type) {
            case "inlineStr" -> inline;
            case "s" -> value.isEmpty() ? "" : strings.get(index(value));
            case "b" -> value.equals("1") ? "true" : "false";
            case "n" -> value.isEmpty() ? "" : format(style).text(value, since1904);
            case "str" -> Texts.unescaped(value);
            default -> value;
        };
    }

    private NumberFormat format(@Nullable String style) {
        if (style == null || style.length() > 6) {
            return NumberFormat.PLAIN;
        }
        int index = index(style);
        return index < formats.size() ? formats.get(index) : NumberFormat.PLAIN;
    }

    private static int index(String number) {
        try {
            int index = Integer.parseInt(number.strip());
            if (index >= 0) {
                return index;
            }
        } catch (NumberFormatException noNumber) {
            throw Unreadable.broken();
        }
        throw Unreadable.broken();
    }
}
