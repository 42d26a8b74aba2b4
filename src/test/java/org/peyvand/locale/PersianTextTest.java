package org.peyvand.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PersianTextTest {

    @ParameterizedTest
    @MethodSource("org.peyvand.locale.TextVectors#all")
    void foldsForSearch(TextVectors.Vector vector) {
        assertThat(PersianText.searchText(vector.text())).isEqualTo(vector.searchText());
        assertThat(PersianText.matchKey(vector.text())).isEqualTo(vector.matchKey());
    }

    @Test
    void cleansWithoutChangingTheWords() {
        assertThat(PersianText.clean("علي كريمى")).isEqualTo("علی کریمی");
        assertThat(PersianText.clean("  می\u200C\u200Cخواهم\u200C ")).isEqualTo("می\u200Cخواهم");
        assertThat(PersianText.clean("می\u200C خواهم")).isEqualTo("می خواهم");
        assertThat(PersianText.clean("می \u200Cخواهم")).isEqualTo("می خواهم");
        assertThat(PersianText.clean("می\u00ACخواهم و a\u00ACb")).isEqualTo("می\u200Cخواهم و a\u00ACb");
        assertThat(PersianText.clean("می\u200Bخواهم a\u200Bb")).isEqualTo("می\u200Cخواهم ab");
        assertThat(PersianText.clean("\u202Bسلام\u200F\u202C")).isEqualTo("سلام");
        assertThat(PersianText.clean("٠٩١٢ 09 ۰۹")).isEqualTo("۰۹۱۲ 09 ۰۹");
        assertThat(PersianText.clean("e\u0301")).isEqualTo("é");
        assertThat(PersianText.clean("a\u0000b\tc\nd")).isEqualTo("ab\tc\nd");
        assertThat(PersianText.clean("a\uD800b 🙂")).isEqualTo("a\uFFFDb 🙂");
        assertThat(PersianText.clean("مؤسسه آیینه‌ها")).isEqualTo("مؤسسه آیینه‌ها");
        assertThat(PersianText.clean(" \u00A0 ")).isEmpty();
    }

    @Test
    void answersACleanTextItself() {
        String text = "شرکت بازرگانی پارس می\u200Cخواهد ۱۲ عدد (A-12)";

        assertThat(PersianText.clean(text)).isSameAs(text);
    }

    @Test
    void cleaningTwiceIsCleaningOnce() {
        var random = new Random(1405);
        String alphabet = "ابيكى\u200C\u200C\u200B\u00AC\u200F  \u0653\u0654\u064B\u0651٣3a\n\uD83D\uDE42\u0000e\u0301";
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(10); k >= 0; k--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String once = PersianText.clean(text.toString());

            assertThat(PersianText.clean(once)).isEqualTo(once);
            assertThat(PersianText.searchText(PersianText.searchText(once))).isEqualTo(PersianText.searchText(once));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "شرکت پارس (سهامی خاص), پارس",
        "پارس, پارس",
        "مهندس علی‌رضا کریمی, علیرضاکریمی",
        "شرکت, شرکت",
        "Pars Trading Co., parstrading",
        "دکتر سید آرمان, ارمان"
    })
    void dropsTitlesAndLegalForms(String name, String key) {
        assertThat(PersianText.nameKey(name)).isEqualTo(key);
    }

    @Test
    void hearsSpellingsOfOneSoundAlike() {
        assertThat(PersianText.soundKey("صادق غفاری")).isEqualTo(PersianText.soundKey("سادغ قفاری"));
        assertThat(PersianText.soundKey("رضا")).isNotEqualTo(PersianText.soundKey("رها"));
    }

    @Test
    void undoesTheWrongKeyboardLayout() {
        assertThat(KeyboardLayout.persian("sghl")).isEqualTo("سلام");
        assertThat(KeyboardLayout.persian("ugd")).isEqualTo("علی");
        assertThat(KeyboardLayout.persianReadings("mvnhoj")).containsExactly("پرداخت", "ئرداخت");
        assertThat(KeyboardLayout.persianReadings("\\vnhoj")).contains("پرداخت");
        assertThat(KeyboardLayout.latin("شمه")).isEqualTo("ali");
        assertThat(KeyboardLayout.latin("سلام ۱۲")).isEqualTo("sghl 12");
        assertThat(KeyboardLayout.latin(KeyboardLayout.persian("reza.karimi"))).isEqualTo("reza.karimi");
    }

    @Test
    void tellsHowFastItFolds() {
        String plain = "شرکت بازرگانی پارس تهران";
        String arabic = "علي\u200Cرضا كريمي ۱۹۹";
        for (int round = 0; round < 3; round++) {
            long started = System.nanoTime();
            int length = 0;
            for (int i = 0; i < 200_000; i++) {
                length += PersianText.clean(arabic).length()
                        + PersianText.clean(plain).length()
                        + PersianText.searchText(plain).length()
                        + PersianText.matchKey(arabic).length();
            }
            long each = (System.nanoTime() - started) / 800_000;
            System.out.println("folding in Java: " + each + " ns a text");
            assertThat(length).isPositive();
        }
    }

    @Test
    void readsAHalfSpaceAsASpaceAndAsNothing() {
        assertThat(PersianText.searchForms("علی\u200Cرضا")).containsExactly("علی رضا", "علیرضا");
        assertThat(PersianText.searchForms("علی رضا")).containsExactly("علی رضا");
    }
}
