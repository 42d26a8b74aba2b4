package org.peyvand.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatTest {

    private static final String TEXT = "نام,شهر\nعلي,تهران\nمريم,\"اصفهان, مرکز\"\n".replace('ک', 'ك');

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256"})
    void tellsTheEncodingWithAndWithoutMark(String name) {
        Charset charset = Charset.forName(name);

        assertThat(CsvFormat.of(file(TEXT.getBytes(charset)), null, null).charset())
                .isEqualTo(charset);
        if (name.startsWith("UTF")) {
            assertThat(CsvFormat.of(file(("\uFEFF" + TEXT).getBytes(charset)), null, null)
                            .charset())
                    .isEqualTo(charset);
        }
    }

    @Test
    void readsUtf8ToTheEndBeforeBelievingIt() {
        byte[] ascii = "name,city\n".concat("Ali,Tehran\n".repeat(20_000)).getBytes(StandardCharsets.US_ASCII);
        byte[] late = new byte[ascii.length + 2];
        System.arraycopy(ascii, 0, late, 0, ascii.length);
        late[ascii.length] = (byte) 0xC7;
        late[ascii.length + 1] = '\n';

        assertThat(CsvFormat.of(file(ascii), null, null).charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(CsvFormat.of(file(late), null, null).charset()).isEqualTo(Encodings.WINDOWS_1256);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void tellsTheDelimiter(String delimiter) {
        String text = "a%1$sb%1$sc\n1%1$s\"x, y; z\"%1$s3\n4%1$s5%1$s6\n".formatted(delimiter);

        assertThat(CsvFormat.of(file(text.getBytes(StandardCharsets.UTF_8)), null, null)
                        .delimiter())
                .isEqualTo(delimiter.charAt(0));
    }

    @Test
    void namesColumnsOnceAndPassesOverEmptyLines() {
        String text = "\uFEFF\"name\",name,,x\n\n,,,\n1,2,3,4\n";

        try (TableRows rows =
                new CsvFormat(StandardCharsets.UTF_8, ',').rows(file(text.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(rows.header()).containsExactly("name", "name (2)", "column 3", "x");
            TableRow row = Objects.requireNonNull(rows.next());
            assertThat(row.number()).isEqualTo(1);
            assertThat(row.cells()).containsExactly("1", "2", "3", "4");
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void suggestsWhatDiffersByASpaceOrASlip() {
        var known = java.util.List.of("GTX Pro", "GTX Basic", "MG Special", "GTX Plus Pro");

        assertThat(NearValues.nearest("GTXPro", known)).isEqualTo("GTX Pro");
        assertThat(NearValues.nearest("mg specail", known)).isEqualTo("MG Special");
        assertThat(NearValues.nearest("Something else", known)).isNull();
    }

    private static Supplier<InputStream> file(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
