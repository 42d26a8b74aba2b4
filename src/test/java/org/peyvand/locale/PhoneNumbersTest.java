package org.peyvand.locale;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09123456789",
                "9123456789",
                "+989123456789",
                "989123456789",
                "00989123456789",
                "۰۹۱۲۳۴۵۶۷۸۹",
                "٠٩١٢٣٤٥٦٧٨٩",
                "0912 345 6789",
                "0912-345-6789",
                "+98 (912) 345-6789",
                "(0912) 345.6789",
                " 09123456789 ",
                "\u202A+989123456789\u202C"
            })
    void readsTheFormsOfAMobileNumber(String raw) {
        assertThat(PhoneNumbers.IRAN.parse(raw)).contains(new PhoneNumber("+989123456789", null, true));
    }

    @ParameterizedTest
    @CsvSource({
        "021-88776655, +982188776655,", "02188776655, +982188776655,", "88776655, +982188776655,",
        "8877-6655, +982188776655,", "۰۲۱۸۸۷۷۶۶۵۵ داخلی ۱۲, +982188776655, 12", "88776655 ext. 104, +982188776655, 104",
        "021 8877 6655 #3, +982188776655, 3", "(021) 88776655 (داخلي 12), +982188776655, 12",
                "+982188776655x9, +982188776655, 9",
        "03132223344, +983132223344,", "+1 650-253-0000, +16502530000,", "+44 20 7946 0958, +442079460958,"
    })
    void readsOtherNumbers(String raw, String e164, String extension) {
        PhoneNumber number = PhoneNumbers.IRAN.parse(raw).orElseThrow();

        assertThat(number.e164()).isEqualTo(e164);
        assertThat(number.extension()).isEqualTo(extension);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123",
                "8877",
                "abc",
                "09411234567",
                "0912345678",
                "091234567890",
                "تماس بگیرید",
                "+",
                "1-800-FLOWERS",
                "00000000000",
                "ext 12"
            })
    void readsNoNumberIntoTheRest(String raw) {
        assertThat(PhoneNumbers.IRAN.parse(raw)).isEmpty();
    }

    @Test
    void theShortWayAgreesWithTheLibrary() throws Exception {
        var library = PhoneNumberUtil.getInstance();
        var random = new Random(1405);
        for (int i = 0; i < 20_000; i++) {
            String raw = "09%09d".formatted(random.nextInt(1_000_000_000));

            var number = library.parse(raw, "IR");
            boolean mobile = library.getNumberType(number) == PhoneNumberType.MOBILE;

            assertThat(PhoneNumbers.IRAN.parse(raw).filter(PhoneNumber::mobile).isPresent())
                    .as(raw)
                    .isEqualTo(mobile);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+989123456789, 0912 345 6789",
        "+982188776655, 021 8877 6655",
        "+442079460958, +44 20 7946 0958",
        "nonsense, nonsense"
    })
    void showsNumbersAsPeopleReadThem(String e164, String shown) {
        assertThat(PhoneNumbers.IRAN.display(e164)).isEqualTo(shown);
    }

    @Test
    void tellsHowFastItReads() {
        for (int round = 0; round < 2; round++) {
            long started = System.nanoTime();
            int read = 0;
            for (int i = 0; i < 100_000; i++) {
                read += PhoneNumbers.IRAN.parse("0912 345 " + (1000 + i % 9000)).isPresent() ? 1 : 0;
            }
            System.out.println("mobile number: " + (System.nanoTime() - started) / 100_000 + " ns");
            assertThat(read).isEqualTo(100_000);
        }
    }
}
