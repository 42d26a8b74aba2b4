package org.peyvand.exchange.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Refusal;

/**
 * A workbook to be read. It takes memory for a block of texts and a row, never for the whole, and refuses what no honest
 * workbook holds.
 */
public final class XlsxWorkbook implements AutoCloseable {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int MOST_FORMATS = 100_000;

    private final Parts parts;
    private final SharedStrings strings;
    private final List<Sheet> sheets;
    private final List<NumberFormat> formats;
    private boolean since1904;

    private record Sheet(String name, String part, boolean visible) {}

    /** @throws Refusal.Invalid when it cannot be read */
    public XlsxWorkbook(InputStream file) {
        try {
            parts = new Parts(file);
        } catch (IOException e) {
            throw Unreadable.broken();
        }
        try {
            sheets = readSheets();
            formats = parts.has("xl/styles.xml") ? readFormats() : List.of();
            strings = new SharedStrings(parts.has("xl/sharedStrings.xml") ? parts.read("xl/sharedStrings.xml") : null);
        } catch (IOException | XMLStreamException e) {
            closeParts();
            throw Unreadable.broken();
        } catch (Refusal refusal) {
            closeParts();
            throw refusal;
        }
    }

    /** Whether a file that begins so is a zip, and as a table therefore a workbook. */
    public static boolean begins(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** Whether a file that begins so is a workbook of before 2007, or one behind a password. */
    public static boolean beginsOld(byte[] bytes) {
        return bytes.length >= 4
                && (bytes[0] & 0xff) == 0xD0
                && (bytes[1] & 0xff) == 0xCF
                && bytes[2] == 0x11
                && (bytes[3] & 0xff) == 0xE0;
    }

    /** The names of the sheets one sees, in their order. */
    public List<String> sheets() {
        return sheets.stream().filter(Sheet::visible).map(Sheet::name).toList();
    }

    /**
     * The rows of a sheet; those of one sheet at a time.
     *
     * @param name null for the first that one sees
     */
    public XlsxRows rows(@Nullable String name) {
        Sheet sheet = sheets.stream()
                .filter(each -> name == null ? each.visible() : each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Unreadable.noSheet(name == null ? "" : name));
        try {
            return new XlsxRows(parts.read(sheet.part()), strings, formats, since1904);
        } catch (IOException | XMLStreamException e) {
            throw Unreadable.broken();
        }
    }

    @Override
    public void close() {
        try {
            strings.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closeParts();
        }
    }

    private void closeParts() {
        try {
            parts.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Sheet> readSheets() throws IOException, XMLStreamException {
        Map<String, String> targets = readTargets();
        List<Sheet> found = new ArrayList<>();
        XMLStreamReader xml = parts.read(WORKBOOK);
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                String since = xml.getAttributeValue(null, "date1904");
                since1904 = "1".equals(since) || "true".equals(since);
            } else if (xml.getLocalName().equals("sheet")) {
                String part = targets.get(relation(xml));
                String name = xml.getAttributeValue(null, "name");
                if (part != null && name != null && parts.has(part)) {
                    found.add(new Sheet(name, part, xml.getAttributeValue(null, "state") == null));
                }
            }
        }
        return found;
    }

    /** The attribute stands in one of two name spaces, by the strictness of the writer. */
    private static @Nullable String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private Map<String, String> readTargets() throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        XMLStreamReader xml = parts.read("xl/_rels/workbook.xml.rels");
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                String id = xml.getAttributeValue(null, "Id");
                String target = xml.getAttributeValue(null, "Target");
                if (id != null && target != null) {
                    targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return targets;
    }

    /** The format of each style that cells name by number. */
    private List<NumberFormat> readFormats() throws IOException, XMLStreamException {
        Map<String, NumberFormat> own = new HashMap<>();
        List<NumberFormat> styles = new ArrayList<>();
        XMLStreamReader xml = parts.read("xl/styles.xml");
        boolean cells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
                cells = false;
            } else if (event == XMLStreamReader.START_ELEMENT) {
                String id = xml.getAttributeValue(null, "numFmtId");
                String code = xml.getAttributeValue(null, "formatCode");
                switch (xml.getLocalName()) {
                    case "cellXfs" -> cells = true;
                    case "numFmt" -> own.put(String.valueOf(id), NumberFormat.of(String.valueOf(code)));
                    case "xf" -> {
                        if (cells && styles.size() < MOST_FORMATS) {
                            styles.add(own.getOrDefault(String.valueOf(id), known(id)));
                        }
                    }
                    default -> {}
                }
            }
        }
        return styles;
    }

    private static NumberFormat known(@Nullable String id) {
        return id != null && id.matches("\\d{1,4}") ? NumberFormat.known(Integer.parseInt(id)) : NumberFormat.PLAIN;
    }
}
