package org.peyvand.setting;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.peyvand.database.StartRefused;
import org.peyvand.setting.Settings.Demo;
import org.peyvand.setting.Settings.FirstAdministrator;
import org.peyvand.setting.Settings.MailServer;
import org.springframework.core.env.PropertyResolver;

/**
 * Reads the {@code PEYVAND_} settings, from the environment or a file under the same names, and refuses a wrong one by
 * name.
 */
record SettingsReader(PropertyResolver properties) {

    private static final int SHORTEST_PASSWORD = 8;
    private static final int SHORTEST_TOKEN = 32;

    Settings read() {
        return new Settings(baseUrl(), administrator(), locale(), timeZone(), currency(), demo(), mail());
    }

    int port() {
        return text("PEYVAND_PORT").map(value -> number("PEYVAND_PORT", value)).orElse(8080);
    }

    CallLimit callLimit() {
        var calls = text("PEYVAND_API_CALLS_PER_MINUTE").orElse("60000");
        refuseIf(
                !calls.matches("\\d{1,9}"),
                "PEYVAND_API_CALLS_PER_MINUTE must be a whole number, 0 for no limit, not \"" + calls + "\".");
        return new CallLimit(Integer.parseInt(calls));
    }

    Retention retention() {
        return new Retention(days("PEYVAND_KEEP_NOTICES_DAYS", 365), days("PEYVAND_KEEP_MESSAGES_DAYS", 180));
    }

    private int days(String name, int usual) {
        var days = text(name).orElse(Integer.toString(usual));
        refuseIf(
                !days.matches("\\d{1,5}"),
                name + " must be a whole number of days, 0 to keep all for ever, not \"" + days + "\".");
        return Integer.parseInt(days);
    }

    private String address() {
        var address = text("PEYVAND_ADDRESS").orElse("127.0.0.1");
        try {
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new StartRefused("PEYVAND_ADDRESS must be an address of this machine, not \"" + address + "\".", e);
        }
    }

    private URI baseUrl() {
        var address = address();
        var local = "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port();
        var url = text("PEYVAND_BASE_URL").orElse(local).replaceAll("/+$", "");
        try {
            var uri = new URI(url);
            var isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // refused below, like any other text that is no web address
        }
        throw new StartRefused("PEYVAND_BASE_URL must look like https://crm.example.ir, not \"" + url + "\".");
    }

    private Optional<FirstAdministrator> administrator() {
        var email = text("PEYVAND_ADMIN_EMAIL");
        var password = text("PEYVAND_ADMIN_PASSWORD");
        var token = text("PEYVAND_ADMIN_TOKEN");
        if (email.isEmpty()) {
            refuseIf(password.isPresent(), "PEYVAND_ADMIN_PASSWORD is set without PEYVAND_ADMIN_EMAIL.");
            refuseIf(token.isPresent(), "PEYVAND_ADMIN_TOKEN is set without PEYVAND_ADMIN_EMAIL.");
            return Optional.empty();
        }
        refuseIf(
                !email.get().matches("[^@\\s]+@[^@\\s]+"),
                "PEYVAND_ADMIN_EMAIL must be an e-mail address, not \"" + email.get() + "\".");
        refuseIf(
                password.filter(value -> value.length() < SHORTEST_PASSWORD).isPresent(),
                "PEYVAND_ADMIN_PASSWORD must have " + SHORTEST_PASSWORD + " characters or more.");
        refuseIf(
                token.filter(value -> !value.matches("[!-~]{" + SHORTEST_TOKEN + ",}"))
                        .isPresent(),
                "PEYVAND_ADMIN_TOKEN must have " + SHORTEST_TOKEN
                        + " characters or more, Latin letters, digits and signs without spaces.");
        return Optional.of(new FirstAdministrator(email.get(), password, token));
    }

    private Locale locale() {
        var language = text("PEYVAND_LOCALE").orElse("fa");
        refuseIf(!language.matches("fa|en"), "PEYVAND_LOCALE must be fa or en, not \"" + language + "\".");
        return Locale.of(language);
    }

    private ZoneId timeZone() {
        var zone = text("PEYVAND_TIME_ZONE").orElse("Asia/Tehran");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new StartRefused(
                    "PEYVAND_TIME_ZONE must be a time zone such as Asia/Tehran, not \"" + zone + "\".", e);
        }
    }

    private Currency currency() {
        var code = text("PEYVAND_CURRENCY").orElse("IRR");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "PEYVAND_CURRENCY must be a currency code of three letters such as IRR, not \"" + code + "\".", e);
        }
    }

    private Demo demo() {
        var demo = text("PEYVAND_DEMO").orElse("none");
        return switch (demo) {
            case "none" -> Demo.NONE;
            case "small" -> Demo.SMALL;
            case "large" -> Demo.LARGE;
            default -> throw new StartRefused("PEYVAND_DEMO must be none, small or large, not \"" + demo + "\".");
        };
    }

    private Optional<MailServer> mail() {
        Optional<String> from = text("PEYVAND_MAIL_FROM");
        refuseIf(
                from.filter(address -> !address.matches("[^@\\s]+@[^@\\s]+")).isPresent(),
                "PEYVAND_MAIL_FROM must be an e-mail address, not \"" + from.orElse("") + "\".");
        return text("PEYVAND_SMTP_URL")
                .map(url -> MailAddress.read(url, from, baseUrl().getHost()));
    }

    private static int number(String name, String value) {
        try {
            var number = Integer.parseInt(value);
            if (number >= 0 && number <= 65535) {
                return number;
            }
        } catch (NumberFormatException _) {
            // refused below, like a number out of range
        }
        throw new StartRefused(name + " must be a port number from 0 to 65535, not \"" + value + "\".");
    }

    private static void refuseIf(boolean wrong, String sentence) {
        if (wrong) {
            throw new StartRefused(sentence);
        }
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(properties.getProperty(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
