package org.peyvand.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.database.StartRefused;
import org.peyvand.setting.Settings.Demo;
import org.peyvand.setting.Settings.MailServer;
import org.springframework.mock.env.MockEnvironment;

class SettingsTest {

    private static Settings read(Map<String, String> values) {
        var environment = new MockEnvironment();
        values.forEach(environment::setProperty);
        var reader = new SettingsReader(environment);
        reader.callLimit();
        reader.retention();
        return reader.read();
    }

    @Test
    void defaultsSuitAnIranianOffice() {
        var settings = read(Map.of());

        assertThat(settings.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(settings.locale()).isEqualTo(Locale.of("fa"));
        assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Asia/Tehran"));
        assertThat(settings.currency().getCurrencyCode()).isEqualTo("IRR");
        assertThat(settings.demo()).isEqualTo(Demo.NONE);
        assertThat(settings.administrator()).isEmpty();
        assertThat(settings.mail()).isEmpty();
    }

    @Test
    void takeEmptyForAbsent() {
        assertThat(read(Map.of("PEYVAND_PORT", "", "PEYVAND_DEMO", " ")).demo()).isEqualTo(Demo.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example.ir, 587, OFFERED, , ",
        "smtp://crm%40example.ir:p%3Aw@mail.example.ir:2525, 2525, OFFERED, crm@example.ir, p:w",
        "smtp://a%3Ab:50%25%2F%40+x@mail.example.ir, 587, OFFERED, a:b, 50%/@+x",
        "smtp://crm@mail.example.ir/?starttls=required, 587, REQUIRED, crm, ",
        "smtp://crm:pw@mail.example.ir:25?starttls=required, 25, REQUIRED, crm, pw",
        "smtps://crm:%D8%B1%D9%85%D8%B2@mail.example.ir, 465, FIRST_BYTE, crm, \u0631\u0645\u0632",
        "smtps://mail.example.ir:587, 587, FIRST_BYTE, , ",
    })
    void readTheMailServer(
            String url, int port, MailServer.Encryption encryption, @Nullable String user, @Nullable String password) {
        var mail = read(Map.of("PEYVAND_SMTP_URL", url)).mail().orElseThrow();

        assertThat(mail.host()).isEqualTo("mail.example.ir");
        assertThat(mail.port()).isEqualTo(port);
        assertThat(mail.encryption()).isEqualTo(encryption);
        assertThat(mail.user()).isEqualTo(Optional.ofNullable(user));
        assertThat(mail.password()).isEqualTo(Optional.ofNullable(password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.ir",
                "http://mail.example.ir",
                "smtp://crm:hush@mail.example.ir?starttls=maybe",
                "smtp://crm:hush@mail.example.ir?tls=required",
                "smtp://crm:hush@mail.example.ir/inbox",
                "smtp://crm:hush@mail.example.ir:99999",
                "smtp://crm:hush%@mail.example.ir",
                "smtp://crm:hush@",
            })
    void refuseAMailServerOfAnotherFormAndDoNotRepeatItsPassword(String url) {
        assertThatThrownBy(() -> read(Map.of("PEYVAND_SMTP_URL", url)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("PEYVAND_SMTP_URL")
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @CsvSource({
        "PEYVAND_PORT, eighty",
        "PEYVAND_PORT, 70000",
        "PEYVAND_ADDRESS, not an address",
        "PEYVAND_BASE_URL, crm.example.ir",
        "PEYVAND_ADMIN_EMAIL, nobody",
        "PEYVAND_ADMIN_PASSWORD, secret-enough",
        "PEYVAND_ADMIN_TOKEN, 0123456789012345678901234567890123456789",
        "PEYVAND_LOCALE, de",
        "PEYVAND_TIME_ZONE, Tehran",
        "PEYVAND_CURRENCY, TOMAN",
        "PEYVAND_DEMO, huge",
        "PEYVAND_SMTP_URL, mail.example.ir",
        "PEYVAND_API_CALLS_PER_MINUTE, many",
        "PEYVAND_KEEP_NOTICES_DAYS, a year",
        "PEYVAND_KEEP_MESSAGES_DAYS, -1",
    })
    void nameTheWrongOneInOneSentence(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(name)
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({"PEYVAND_ADMIN_PASSWORD, short", "PEYVAND_ADMIN_TOKEN, short"})
    void doNotRepeatASecret(String name, String value) {
        assertThatThrownBy(() -> read(Map.of("PEYVAND_ADMIN_EMAIL", "admin@example.ir", name, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(name)
                .hasMessageNotContaining(value);
    }
}
