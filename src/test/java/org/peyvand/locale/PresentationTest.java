package org.peyvand.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentationTest {

    private static final Presentation PERSIAN = Presentation.persian();
    private static final Presentation ENGLISH = Presentation.english();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");

    @Test
    void showsDates() {
        assertThat(PERSIAN.date(TODAY)).isEqualTo("۱ آذر ۱۴۰۵");
        assertThat(PERSIAN.shortDate(TODAY)).isEqualTo("۱۴۰۵/۰۹/۰۱");
        assertThat(PERSIAN.weekdayDate(TODAY)).isEqualTo("یکشنبه ۱ آذر ۱۴۰۵");
        assertThat(PERSIAN.month(TODAY)).isEqualTo("آذر ۱۴۰۵");
        assertThat(PERSIAN.dateInput(TODAY)).isEqualTo("۱۴۰۵/۰۹/۰۱");
        assertThat(ENGLISH.date(TODAY)).isEqualTo("22 Nov 2026");
        assertThat(ENGLISH.shortDate(TODAY)).isEqualTo("2026-11-22");
        assertThat(ENGLISH.weekdayDate(TODAY)).isEqualTo("Sunday, 22 Nov 2026");
        assertThat(PERSIAN.shortDate(LocalDate.of(1700, 1, 1))).isEqualTo("۱۷۰۰-۰۱-۰۱");
    }

    @Test
    void showsInstantsInTheReadersZone() {
        assertThat(PERSIAN.instant(NOW)).isEqualTo("۱ آذر ۱۴۰۵، ۱۴:۳۰");
        assertThat(ENGLISH.withZone(ZoneId.of("UTC")).instant(NOW)).isEqualTo("22 Nov 2026, 11:00");
        assertThat(PERSIAN.dateOf(Instant.parse("2026-11-22T20:30:00Z"))).isEqualTo(TODAY.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "-40, ۲۱ مهر ۱۴۰۵",
        "-3, ۳ روز پیش",
        "-2, پریروز",
        "-1, دیروز",
        "0, امروز",
        "1, فردا",
        "2, پس‌فردا",
        "12, ۱۲ روز دیگر"
    })
    void namesDaysNearToday(int days, String name) {
        assertThat(PERSIAN.relativeDay(TODAY.plusDays(days), TODAY)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"-10, همین حالا", "-300, ۵ دقیقه پیش", "-7200, ۲ ساعت پیش", "600, ۱۰ دقیقه دیگر", "-86400, دیروز"})
    void namesMomentsNearNow(int seconds, String name) {
        assertThat(PERSIAN.relativeTime(NOW.plusSeconds(seconds), NOW)).isEqualTo(name);
    }

    @Test
    void showsNumbers() {
        assertThat(PERSIAN.number(new BigDecimal("1234567.50"))).isEqualTo("۱٬۲۳۴٬۵۶۷٫۵");
        assertThat(PERSIAN.number(-1234)).isEqualTo("−۱٬۲۳۴");
        assertThat(ENGLISH.number(new BigDecimal("1E+6"))).isEqualTo("1,000,000");
        assertThat(ENGLISH.number(new BigDecimal("0.000"))).isEqualTo("0");
        assertThat(PERSIAN.percent(new BigDecimal("25"))).isEqualTo("۲۵٪");
        assertThat(ENGLISH.percent(new BigDecimal("12.50"))).isEqualTo("12.5%");
        assertThat(PERSIAN.phone("+989123456789")).isEqualTo("۰۹۱۲ ۳۴۵ ۶۷۸۹");
    }

    @Test
    void showsMoneyInTheReadersUnit() {
        assertThat(PERSIAN.money(Money.rials(1_250_000))).isEqualTo("۱۲۵٬۰۰۰ تومان");
        assertThat(PERSIAN.money(Money.rials(1_250_005))).isEqualTo("۱۲۵٬۰۰۰٫۵ تومان");
        assertThat(ENGLISH.money(Money.rials(1_250_000))).isEqualTo("1,250,000 IRR");
        assertThat(ENGLISH.money(new Money(new BigDecimal("10.5"), "USD"))).isEqualTo("10.50 USD");
        assertThat(PERSIAN.money(new Money(new BigDecimal("1010.5"), "USD"))).isEqualTo("۱٬۰۱۰٫۵۰ دلار آمریکا");
        assertThat(PERSIAN.moneyInput(Money.rials(-1_250_000))).isEqualTo("-۱۲۵٬۰۰۰");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "125000000|۱۲٫۵ میلیون تومان|125M IRR", "50000|۵٬۰۰۰ تومان|50K IRR", "99999|۹٬۹۹۹٫۹ تومان|100K IRR",
                "9999600000|۱ میلیارد تومان|10B IRR", "25000000000000|۲٫۵ هزار میلیارد تومان|25T IRR",
                        "0|۰ تومان|0 IRR",
                "-125000000|−۱۲٫۵ میلیون تومان|−125M IRR"
            })
    void shortensMoney(long rials, String persian, String english) {
        assertThat(PERSIAN.compactMoney(Money.rials(rials))).isEqualTo(persian);
        assertThat(ENGLISH.compactMoney(Money.rials(rials))).isEqualTo(english);
    }

    @Test
    void showsDurations() {
        assertThat(PERSIAN.duration(Duration.ofMinutes(135))).isEqualTo("۲ ساعت و ۱۵ دقیقه");
        assertThat(PERSIAN.duration(Duration.ofHours(49))).isEqualTo("۲ روز و ۱ ساعت");
        assertThat(ENGLISH.duration(Duration.ofSeconds(45))).isEqualTo("45 s");
        assertThat(ENGLISH.duration(Duration.ofDays(3))).isEqualTo("3 d");
    }

    @Test
    void readsBackTheMoneyItPutsIntoFields() {
        for (Presentation reader : new Presentation[] {PERSIAN, ENGLISH}) {
            for (long rials : new long[] {0, 5, 10, 1_250_005, -1_250_000, 999_999_999_999L}) {
                Money money = Money.rials(rials);

                assertThat(MoneyInput.parse(reader.moneyInput(money), "IRR", reader.moneyUnit()))
                        .contains(money);
            }
        }
    }

    @Test
    void writesNoDirectionMarks() {
        String everything = PERSIAN.instant(NOW)
                + PERSIAN.money(Money.rials(-5))
                + PERSIAN.percent(BigDecimal.TEN)
                + PERSIAN.moneyInWords(Money.rials(123))
                + PERSIAN.compactMoney(Money.rials(123_000_000));

        assertThat(everything).doesNotContainPattern("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u061C]");
    }
}
