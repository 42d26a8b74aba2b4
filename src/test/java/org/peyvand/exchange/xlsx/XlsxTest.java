package org.peyvand.exchange.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyvand.record.Refusal;

class XlsxTest {

    private static final XlsxWriter.Look LOOK = new XlsxWriter.Look("اشخاص", true, List.of(20, 20, 20, 20, 20, 20, 20));

    @Test
    void readsBackWhatItWrites() throws IOException {
        String nasty = "=1+1 <&\"> _x0041_ \u0001 \uD83D\uDE00\nدو\tخط";
        List<XlsxCell> cells = List.of(
                new XlsxCell.Text(nasty),
                new XlsxCell.Number(new BigDecimal("0.1")),
                new XlsxCell.Percent(new BigDecimal("12.5")),
                new XlsxCell.Amount(new BigDecimal("1250000"), "IRR", 0),
                new XlsxCell.Day(LocalDate.of(2026, 11, 22)),
                new XlsxCell.Time(LocalDateTime.of(2026, 11, 22, 14, 30)),
                new XlsxCell.Truth(true));

        List<List<String>> rows = rows(written(List.of(cells), 100));

        assertThat(rows.get(1))
                .containsExactly(nasty, "0.1", "12.5%", "1250000 IRR", "2026-11-22", "2026-11-22 14:30", "true");
    }

    @Test
    void keepsAsTextWhatACellWouldChange() throws IOException {
        List<XlsxCell> cells = List.of(
                new XlsxCell.Number(new BigDecimal("1234567890123456.789")),
                new XlsxCell.Day(LocalDate.of(1899, 1, 1)),
                XlsxCell.EMPTY,
                new XlsxCell.Text("001"));

        assertThat(rows(written(List.of(cells), 100)).get(1))
                .containsExactly("1234567890123456.789", "1899-01-01", "", "001");
    }

    @Test
    void goesOnUponAnotherSheet() throws IOException {
        List<List<XlsxCell>> rows = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            rows.add(List.of(new XlsxCell.Number(BigDecimal.valueOf(i))));
        }

        try (var workbook = new XlsxWorkbook(new ByteArrayInputStream(written(rows, 11)))) {
            assertThat(workbook.sheets()).containsExactly("اشخاص", "اشخاص 2", "اشخاص 3");
            XlsxRows last = workbook.rows("اشخاص 3");
            assertThat(last.next()).startsWith("یک");
            assertThat(last.next()).containsExactly("20");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            45983      | yyyy\\-mm\\-dd             | 2025-11-22
            45983.5    | [$-fa-IR,96]yyyy/mm/dd hh:mm | 2025-11-22 12:00
            59         | d/m/yy                    | 1900-02-28
            61         | d/m/yy                    | 1900-03-01
            0.25       | 0.00%                     | 25%
            0.30000000000000004 | General          | 0.3
            9.12345678912E+9 | General             | 9123456789.12
            6037991234567890123 | 0                | 6037991234567890123
            1500       | #,##0\\ [$IRR]             | 1500 IRR
            12.5       | #,##0.00"USD"             | 12.5 USD
            12.5       | [Red]#,##0.00;"day"       | 12.5
            1E999999999 | General                  | 1E999999999
            -3         | yyyy                      | -3
            """)
    void tellsWhatANumberMeans(String stored, String format, String meant) {
        assertThat(NumberFormat.of(format).text(stored, false)).isEqualTo(meant);
    }

    @Test
    void readsSharedTextsInAnyOrder() throws IOException {
        int count = 5_000;
        StringBuilder strings = new StringBuilder("<sst>");
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        for (int i = 0; i < count; i++) {
            strings.append("<si><r><t>text </t></r><r><t>%d</t></r><rPh><t>x</t></rPh></si>".formatted(i));
            int other = i * 7919 % count;
            sheet.append("<row><c t=\"s\"><v>%d</v></c><c r=\"D1\" t=\"b\"><v>1</v></c></row>".formatted(other));
        }
        byte[] file = workbook(Map.of(
                "xl/sharedStrings.xml",
                strings + "</sst>",
                "xl/worksheets/sheet1.xml",
                sheet + "</sheetData></worksheet>"));

        List<List<String>> rows = rows(file);

        assertThat(rows).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(rows.get(i)).containsExactly("text " + i * 7919 % count, "", "", "true");
        }
    }

    @Test
    void refusesWhatBlowsUp() throws IOException {
        String bomb = "<worksheet><sheetData><row>" + " ".repeat(64 << 20) + "</row></sheetData></worksheet>";
        byte[] file = workbook(Map.of("xl/worksheets/sheet1.xml", bomb));

        assertThat(file.length).isLessThan(100_000);
        assertRefused(file, "xlsx-too-large");
    }

    @Test
    void refusesEntities() throws IOException {
        String doctype = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"bbbb\">]>";
        String sheet = "<worksheet><sheetData><row><c t=\"str\"><v>%s</v></c></row></sheetData></worksheet>";

        for (String entity : List.of("&a;", "&b;")) {
            byte[] file = workbook(Map.of("xl/worksheets/sheet1.xml", doctype + sheet.formatted(entity)));
            assertRefused(file, "unreadable-xlsx");
        }
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        assertRefused("PK\u0003\u0004 and nothing else".getBytes(StandardCharsets.UTF_8), "unreadable-xlsx");
        assertThat(XlsxWorkbook.begins("name,city".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    private static void assertRefused(byte[] file, String code) {
        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refusal -> assertThat(refusal.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code)));
    }

    private static byte[] written(List<List<XlsxCell>> rows, int rowsOnSheet) throws IOException {
        var out = new ByteArrayOutputStream();
        List<String> header = List.of("یک", "دو", "سه", "چهار", "پنج", "شش", "هفت");
        try (var writer = new XlsxWriter(out, LOOK, header, rowsOnSheet)) {
            for (List<XlsxCell> row : rows) {
                writer.write(row);
            }
        }
        return out.toByteArray();
    }

    private static List<List<String>> rows(byte[] file) {
        List<List<String>> rows = new ArrayList<>();
        try (var workbook = new XlsxWorkbook(new ByteArrayInputStream(file))) {
            XlsxRows reading = workbook.rows(null);
            for (String[] row = reading.next(); row != null; row = reading.next()) {
                rows.add(List.of(row));
            }
        }
        return rows;
    }

    /** A workbook of one sheet with these parts. */
    private static byte[] workbook(Map<String, String> given) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>(given);
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"One\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
