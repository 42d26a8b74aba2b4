package org.peyvand.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.record.field.Address;
import org.peyvand.record.field.ContactPoint;

class SignatureTest {

    @Test
    void readsAPersianSignature() {
        Card card = Cards.read("""
                با احترام
                مهندس علی‌رضا کریمی
                مدیر فروش
                شرکت پخش البرز (سهامی خاص)
                موبایل: ۰۹۱۲ ۳۴۵ ۶۷۸۹
                تلفن: ۰۲۱-۸۸۷۷۶۶۵۵ داخلی ۱۲
                فکس: ۰۲۱-۸۸۷۷۶۶۵۶
                ایمیل: karimi@alborz.example.ir
                وب‌سایت: www.alborz.ir
                نشانی: تهران، خیابان ولیعصر، پلاک ۱۲، واحد ۳ کد پستی: ۱۹۳۹۶-۳۴۵۶۷
                """);

        assertThat(card.name()).isEqualTo("مهندس علی‌رضا کریمی");
        assertThat(card.jobTitle()).isEqualTo("مدیر فروش");
        assertThat(card.company()).isEqualTo("شرکت پخش البرز (سهامی خاص)");
        assertThat(card.phones())
                .extracting(ContactPoint::value, ContactPoint::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("+989123456789", "mobile"),
                        org.assertj.core.groups.Tuple.tuple("+982188776655", "work"),
                        org.assertj.core.groups.Tuple.tuple("+982188776656", "fax"));
        assertThat(card.emails()).extracting(ContactPoint::value).containsExactly("karimi@alborz.example.ir");
        assertThat(card.website()).isEqualTo("www.alborz.ir");
        Address address = Objects.requireNonNull(card.address());
        assertThat(address.city()).isEqualTo("تهران");
        assertThat(address.street()).isEqualTo("خیابان ولیعصر، پلاک ۱۲، واحد ۳");
        assertThat(address.postalCode()).isEqualTo("1939634567");
    }

    @Test
    void readsAnEnglishSignature() {
        Card card = Cards.read("""
                Best regards,
                Sara Smith
                Senior Sales Manager | Northwind Trading Ltd
                M: +44 7911 123456
                T: +44 20 7946 0958
                sara.smith@northwind.example.com • https://northwind.com/contact
                12 High Street, London
                """);

        assertThat(card.name()).isEqualTo("Sara Smith");
        assertThat(card.jobTitle()).isEqualTo("Senior Sales Manager");
        assertThat(card.company()).isEqualTo("Northwind Trading Ltd");
        assertThat(card.phones()).extracting(ContactPoint::type).containsExactly("mobile", "work");
        assertThat(card.emails()).extracting(ContactPoint::value).containsExactly("sara.smith@northwind.example.com");
        assertThat(card.website()).isEqualTo("https://northwind.com/contact");
        assertThat(card.address()).isNotNull();
        assertThat(Objects.requireNonNull(card.address()).street()).isEqualTo("12 High Street, London");
    }

    @Test
    void readsALineOfASpreadsheet() {
        Card card = Cards.read("سارا احمدی\tکارشناس خرید\tصنایع غذایی مهر\t09121112233\tsara@mehr.ir\t0084575948");

        assertThat(card.name()).isEqualTo("سارا احمدی");
        assertThat(card.jobTitle()).isEqualTo("کارشناس خرید");
        assertThat(card.company()).isEqualTo("صنایع غذایی مهر");
        assertThat(card.phones()).extracting(ContactPoint::value).containsExactly("+989121112233");
        assertThat(card.nationalId()).isEqualTo("0084575948");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            همراه ۰۹۳۵۱۲۳۴۵۶۷            | +989351234567 | mobile
            تلفن۰۲۱۸۸۷۷۶۶۵۵             | +982188776655 | work
            Mobile+989121112233         | +989121112233 | mobile
            تلفن ثابت: 88776655         | +982188776655 | work
            Tel. 021 8877 6655          | +982188776655 | work
            نمابر ۰۲۶-۳۲۲۰۰۱۱۱          | +982632200111 | fax
            منزل: ۰۳۱۳۶۶۱۲۳۴۵           | +983136612345 | home
            (021) 88776655 ext 14       | +982188776655 | work
            021-88776655ext.23          | +982188776655 | work
            02188776655x12              | +982188776655 | work
            ۰۲۱۸۸۷۷۶۶۵۵Ext ۱۲           | +982188776655 | work
            +98 912 111 2233            | +989121112233 | mobile
            """)
    void tellsKindsOfNumbers(String line, String number, String kind) {
        Card card = Cards.read(line);

        assertThat(card.phones())
                .extracting(ContactPoint::value, ContactPoint::type)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(number, kind));
        assertThat(card.name()).isNull();
        assertThat(card.company()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"شرکت پخش a0112002", "IR120190000000104030057009", "Model 88776655X", "Model 88776655x12a"})
    void takesNoDigitsInsideAWordForANumber(String line) {
        assertThat(Cards.read(line).phones()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            کد ملی: ۰۰۸۴۵۷۵۹۴۸        | 0084575948
            شناسه ملی: 10380284790     | 10380284790
            National ID: 0499370899    | 0499370899
            0790419904                 | 0790419904
            """)
    void takesIdentifiersWhoseCheckDigitIsRight(String line, String id) {
        assertThat(Cards.read(line).nationalId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"کد ملی: 0084575949", "1111111111", "شناسه ملی: 10380285692", "کد ملی:"})
    void inventsNoIdentifier(String line) {
        assertThat(Cards.read(line).nationalId()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            مدیر فروش شرکت پارس            | مدیر فروش          | شرکت پارس
            مدیرعامل، گروه صنعتی آریا       | مدیرعامل           | گروه صنعتی آریا
            سمت: مشاور ارشد                | مشاور ارشد         |
            Title: Head of Purchasing      | Head of Purchasing |
            شرکت: نوین گستر                |                    | نوین گستر
            """)
    void tellsJobsFromFirms(String line, String job, String firm) {
        Card card = Cards.read(line);

        assertThat(card.jobTitle()).isEqualTo(job);
        assertThat(card.company()).isEqualTo(firm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "سلام", "۱۲", "Best regards,", "---"})
    void findsNothingWhereNothingIs(String text) {
        assertThat(Cards.read(text).isEmpty()).isTrue();
    }

    @Test
    void endsOnLongAndHostileText() {
        assertThat(Cards.read("0".repeat(100_000)).name()).isNull();
        assertThat(Cards.read("a@".repeat(50_000)).emails()).isEmpty();
        assertThat(Cards.read("نام: ".repeat(20_000)).phones()).isEqualTo(List.of());
    }
}
