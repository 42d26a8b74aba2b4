package org.peyvand.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyvand.locale.PersianText;

/** Files as spreadsheets and old programs write them: the same table in every encoding, with every delimiter and line end. */
class GoldenFilesTest {

    private static final List<List<String>> TABLE = List.of(
            List.of("نام", "شهر", "توضیح"),
            List.of("علی کریمی", "کرج", "مشتری قدیمی"),
            List.of("می‌نا یوسفی", "یزد", "دو, سه; چهار | پنج"),
            List.of("کیان پارسا", "کاشان", "خط یک\nخط دو \"نقل\""));

    @ParameterizedTest
    @MethodSource("files")
    void isReadAsItWasWritten(Golden golden) {
        TableFormat told = TableFormat.of(golden::open, ImportOptions.read(null));

        assertThat(told).isInstanceOfSatisfying(CsvFormat.class, format -> {
            assertThat(format.charset().name()).isEqualTo(golden.encoding());
            assertThat(format.delimiter()).isEqualTo(golden.character());
        });
        List<List<String>> read = rows(told, golden);
        assertThat(read).hasSize(golden.rows() + 1).isEqualTo(golden.table());
    }

    @ParameterizedTest
    @MethodSource("files")
    void findsTheSameWordsWhateverLettersTheProgramHad(Golden golden) {
        List<List<String>> read = rows(TableFormat.of(golden::open, ImportOptions.read(null)), golden);

        for (int row = 1; row < TABLE.size(); row++) {
            assertThat(PersianText.matchKey(read.get(row).getFirst()))
                    .isEqualTo(PersianText.matchKey(TABLE.get(row).getFirst()));
            assertThat(PersianText.searchText(read.get(row).get(1)))
                    .isEqualTo(PersianText.searchText(TABLE.get(row).get(1)));
        }
    }

    @Test
    void everyEncodingMeetsEveryDelimiterOrTheOneItsProgramsWrite() {
        assertThat(files().map(each -> each.encoding() + " " + each.delimiter()))
                .contains(
                        "UTF-8 comma",
                        "UTF-8 semicolon",
                        "UTF-8 tab",
                        "UTF-8 pipe",
                        "UTF-16LE tab",
                        "UTF-16BE tab",
                        "windows-1256 comma",
                        "windows-1256 semicolon",
                        "windows-1256 tab",
                        "windows-1256 pipe");
    }

    /** Line ends within a cell are as the file has them. */
    private static List<List<String>> rows(TableFormat format, Golden golden) {
        List<List<String>> read = new ArrayList<>();
        try (TableRows rows = format.rows(golden::open)) {
            read.add(List.copyOf(rows.header()));
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                read.add(Stream.of(row.cells())
                        .map(cell -> cell.replaceAll("\r\n?", "\n"))
                        .toList());
            }
        }
        return read;
    }

    static Stream<Golden> files() {
        try (InputStream index = resource("index.tsv")) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("\t"))
                            .map(cells ->
                                    new Golden(cells[0], cells[1], cells[2], Integer.parseInt(cells[3]), cells[4]))
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(GoldenFilesTest.class.getResourceAsStream("golden/" + name), name);
    }

    /**
     * A file and what it is.
     *
     * @param rows below the header
     * @param letters {@code persian}, {@code arabic} for ي and ك, {@code arabic-yeh} for ي and ک
     */
    record Golden(String name, String encoding, String delimiter, int rows, String letters) {

        InputStream open() {
            return resource(name);
        }

        char character() {
            return switch (delimiter) {
                case "comma" -> ',';
                case "semicolon" -> ';';
                case "tab" -> '\t';
                case "pipe" -> '|';
                default -> throw new IllegalStateException(delimiter);
            };
        }

        List<List<String>> table() {
            return TABLE.stream()
                    .map(row -> row.stream().map(this::written).toList())
                    .toList();
        }

        private String written(String cell) {
            String arabic = letters.startsWith("arabic") ? cell.replace('ی', 'ي') : cell;
            return letters.equals("arabic") ? arabic.replace('ک', 'ك') : arabic;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
