package org.peyvand.locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever arrives from outside is read or refused, never a failure and never a long wait. */
class AnyInputTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final List<Consumer<String>> READERS = List.of(
            PersianText::clean,
            PersianText::searchText,
            PersianText::matchKey,
            PersianText::nameKey,
            PersianText::soundKey,
            KeyboardLayout::persian,
            KeyboardLayout::latin,
            NumberInput::parse,
            NumberInput::percent,
            DateInput::strict,
            RelativePeriod::parse,
            CalendarPeriod::parse,
            NationalIds::isNationalCode,
            NationalIds::isLegalNationalId,
            NationalIds::isEconomicCode,
            NationalIds::isPostalCode,
            NationalIds::isIban,
            NationalIds::isCard,
            PhoneNumbers.IRAN::parse,
            PhoneNumbers.IRAN::display,
            text -> DateInput.parse(text, TODAY),
            text -> MoneyInput.parse(text, "IRR", MoneyUnit.TOMAN),
            text -> MoneyInput.parse(text, "USD", MoneyUnit.RIAL));

    @Test
    void neverFails() {
        var random = new Random(1405);
        String alphabet = "0123456789۰۱۲۹٠٣+-−/.,،٬٫() %٪eExX#:\u200C\u200F\u0000\uD83D\uDE42abمیلیونآذرداخلی$﷼ریال";
        for (int i = 0; i < 4_000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(24); k > 0; k--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String typed = text.toString();
            for (Consumer<String> reader : READERS) {
                assertThatCode(() -> reader.accept(typed)).as("%s", typed).doesNotThrowAnyException();
            }
        }
    }

    @Test
    @Timeout(10)
    void neverWaitsLong() {
        for (String piece : List.of("a", "1", "1 ", "۱۲ آ", "1,", " ", "میلیون ", "(", "1/", "-", "و ", "x1 ")) {
            for (int length : new int[] {20, 50, 95, 4000}) {
                String typed = "1" + piece.repeat(length / piece.length()) + "!";
                long started = System.nanoTime();

                READERS.forEach(reader -> reader.accept(typed));

                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
            }
        }
    }
}
