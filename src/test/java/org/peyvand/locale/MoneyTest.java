package org.peyvand.locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Locale FA = Locale.of("fa");

    @Test
    void isEqualHoweverItWasWritten() {
        assertThat(usd("10.5")).isEqualTo(usd("10.50")).isEqualTo(usd("10.500"));
        assertThat(new Money(new BigDecimal("1.25E+6"), "IRR")).isEqualTo(Money.rials(1_250_000));
        assertThat(usd("10.5")).hasToString("10.50 USD");
    }

    @ParameterizedTest
    @CsvSource({
        "10.501, USD",
        "1.5, IRR",
        "1, XAU",
        "1, usd",
        "1, ''",
        "1e18, IRR",
        "1e400, USD",
        "1e-400, USD",
        "0.5, JPY"
    })
    void refusesWhatTheCurrencyCannotExpress(BigDecimal amount, String currency) {
        assertThat(Money.fits(amount, currency)).isFalse();
        assertThatThrownBy(() -> new Money(amount, currency)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNotLedAstrayByHugeExponents() {
        assertThat(Money.fits(new BigDecimal("1e999999999"), "USD")).isFalse();
        assertThat(Money.fits(new BigDecimal("0e999999999"), "USD")).isFalse();
        assertThat(Money.fits(new BigDecimal("1e-999999999"), "USD")).isFalse();
        assertThat(Money.fits(new BigDecimal("999999999999999999.99"), "USD")).isTrue();
    }

    @Test
    void addsOneCurrencyOnly() {
        assertThat(usd("10.5").plus(usd("0.25")).minus(usd("1"))).isEqualTo(usd("9.75"));
        assertThatThrownBy(() -> usd("1").plus(Money.rials(1))).isInstanceOf(IllegalStateException.class);
        assertThat(Money.rials(1000).times(new BigDecimal("0.1255"))).isEqualTo(Money.rials(126));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "۱۲٬۵۰۰٬۰۰۰|125000000",
                "۱۲٫۵ میلیون تومان|125000000",
                "۱۲/۵ میلیون|125000000",
                "12.5m|125000000",
                "500 هزار ریال|500000",
                "۲ میلیون و ۵۰۰ هزار تومان|25000000",
                "3 هزار میلیارد تومان|30000000000000",
                "1,250,000 rial|1250000",
                "1,250,000 IRR|1250000",
                "۱۰۰تومان|1000",
                "100 تومن|1000",
                "0|0",
                "-5|-50",
                "0.5|5",
                "2 million tomans|20000000"
            })
    void readsIranianMoney(String typed, long rials) {
        assertThat(MoneyInput.parse(typed, "IRR", MoneyUnit.TOMAN)).contains(Money.rials(rials));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "تومان",
                "abc",
                "1,25",
                "0.05",
                "۵ ریال تومان",
                "۵ هزار و ۲ میلیون",
                "10 USD",
                "5 سیب",
                "1e18",
                "1 2",
                "میلیون"
            })
    void readsNoMoneyIntoTheRest(String typed) {
        assertThat(MoneyInput.parse(typed, "IRR", MoneyUnit.TOMAN)).isEmpty();
    }

    @Test
    void readsOtherCurrencies() {
        assertThat(MoneyInput.parse("$10.50", "USD", MoneyUnit.TOMAN)).contains(usd("10.5"));
        assertThat(MoneyInput.parse("10.5 usd", "USD", MoneyUnit.TOMAN)).contains(usd("10.5"));
        assertThat(MoneyInput.parse("1.5k", "USD", MoneyUnit.TOMAN)).contains(usd("1500"));
        assertThat(MoneyInput.parse("10.505", "USD", MoneyUnit.TOMAN)).isEmpty();
        assertThat(MoneyInput.parse("10", "QQQ", MoneyUnit.TOMAN)).isEmpty();
    }

    @Test
    void saysAmountsInWords() {
        assertThat(MoneyWords.of(Money.rials(1_250_000), FA, MoneyUnit.RIAL))
                .isEqualTo("یک میلیون و دویست و پنجاه هزار ریال");
        assertThat(MoneyWords.of(Money.rials(1_250_000), FA, MoneyUnit.TOMAN)).isEqualTo("صد و بیست و پنج هزار تومان");
        assertThat(MoneyWords.of(Money.rials(10_005), FA, MoneyUnit.TOMAN)).isEqualTo("هزار تومان و پنج ریال");
        assertThat(MoneyWords.of(Money.rials(0), FA, MoneyUnit.TOMAN)).isEqualTo("صفر تومان");
        assertThat(MoneyWords.of(Money.rials(-11), FA, MoneyUnit.RIAL)).isEqualTo("منفی یازده ریال");
        assertThat(MoneyWords.of(Money.rials(1_001_042_000), Locale.ENGLISH, MoneyUnit.RIAL))
                .isEqualTo("one billion one million forty-two thousand rials");
        assertThat(MoneyWords.of(usd("10.50"), FA, MoneyUnit.TOMAN)).isEqualTo("ده و پنجاه صدم دلار آمریکا");
        assertThat(MoneyWords.of(usd("10.05"), Locale.ENGLISH, MoneyUnit.TOMAN))
                .isEqualTo("ten and five hundredths US Dollar");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1250|1250", "1,250|1250", "۱٬۲۵۰٬۰۰۰٫۵|1250000.5", "۱،۲۵۰|1250", "1.25|1.25", "۱۲٫۵|12.5", "12/5|12.5",
                ".5|0.5", "1.250.000|1250000", "1.250.000,75|1250000.75", "1 250 000|1250000", "-5|-5", "−۵|-5",
                        "5-|-5",
                "(1,250)|-1250", "+5|5", "1.2E+7|12000000", "0|0", "007|7", "1,250.50|1250.50"
            })
    void readsNumbers(String typed, BigDecimal number) {
        assertThat(NumberInput.parse(typed))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "1,25",
                "1,2500",
                "12,34,567",
                "1.2.3",
                "1..2",
                "abc",
                "1a",
                "--5",
                "1 25",
                "1,,000",
                "5.",
                "1e999"
            })
    void readsNoNumberIntoTheRest(String typed) {
        assertThat(NumberInput.parse(typed)).isEmpty();
    }

    @Test
    void readsPercents() {
        assertThat(NumberInput.percent("۲۵٪")).contains(new BigDecimal("25"));
        assertThat(NumberInput.percent("12.5 %")).contains(new BigDecimal("12.5"));
        assertThat(NumberInput.percent("30")).contains(new BigDecimal("30"));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
