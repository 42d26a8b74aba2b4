package org.peyvand.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyvand.database.StartRefused;
import org.peyvand.setting.Settings.Demo;
import org.springframework.mock.env.MockEnvironment;

class SettingsTest {

    private static Settings read(Map<String, String> values) {
        var environment = new MockEnvironment();
        values.forEach(environment::setProperty);
        var reader = new SettingsReader(environment);
        reader.callLimit();
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

    @Test
    void readTheMailServer() {
        var mail = read(Map.of("PEYVAND_SMTP_URL", "smtp://crm%40example.ir:p%3Aw@mail.example.ir:2525"))
                .mail()
                .orElseThrow();

        assertThat(mail.host()).isEqualTo("mail.example.ir");
        assertThat(mail.port()).isEqualTo(2525);
        assertThat(mail.user()).contains("crm@example.ir");
        assertThat(mail.password()).contains("p:w");
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
