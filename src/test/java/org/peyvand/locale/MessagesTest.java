package org.peyvand.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessagesTest {

    private static final Locale FA = Locale.of("fa");

    /** Names and abbreviations that Persian writes in Latin letters; everything else in a Persian text is a forgotten word. */
    private static final Set<String> LATIN_IN_PERSIAN = Set.of(
            "API",
            "CSV",
            "Excel",
            "XLSX",
            "URL",
            "ID",
            "UTF",
            "JSON",
            "REST",
            "OpenAPI",
            "HTTP",
            "HTTPS",
            "IP",
            "PDF",
            "PNG",
            "SQL",
            "QR",
            "TOTP",
            "SMS",
            "SMTP",
            "UUID",
            "Peyvand",
            "Ctrl",
            "Shift",
            "Alt",
            "Enter",
            "Esc",
            "Tab",
            "Webhook",
            "RFM",
            "Bearer",
            "ISO",
            "MB",
            "KB",
            "GB",
            "CRM",
            "USD",
            "IRR",
            "Windows",
            "ZIP",
            "SSO",
            "OIDC",
            "LDAP",
            "CSP",
            "Authorization",
            "English",
            "IoT");

    /** Refusals of programs quote the words of the interface. */
    private static final String QUOTING_THE_INTERFACE = "problem.role-unknown-";

    /** Words of the API that its own sentences must name as they are sent. */
    private static final Set<String> WORDS_OF_THE_API = Set.of(
            "If",
            "Retry",
            "After",
            "Match",
            "Idempotency",
            "Key",
            "create",
            "update",
            "upsert",
            "delete",
            "count",
            "sum",
            "avg",
            "min",
            "max",
            "application",
            "json",
            "ids",
            "filter",
            "set",
            "true");

    private static final Pattern NAMED_PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]+}");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z][A-Za-z]+");

    private final Messages messages = new Messages();

    @Test
    void fillsInTheArguments() {
        Messages some = new Messages(Map.of("greeting", "سلام {0}، {1}! {x} {9}"), Map.of());

        assertThat(some.text(FA, "greeting", "علی", "خوش آمدید")).isEqualTo("سلام علی، خوش آمدید! {x} {9}");
        assertThat(some.text(FA, "greeting")).isEqualTo("سلام {0}، {1}! {x} {9}");
        assertThat(some.text(FA, "absent", 1)).isEqualTo("⟦absent⟧");
        assertThat(some.text(Locale.ENGLISH, "greeting")).isEqualTo("⟦greeting⟧");
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(messages.keys(FA)).containsExactlyInAnyOrderElementsOf(messages.keys(Locale.ENGLISH));
        assertThat(keys(bundles("fa"))).isEqualTo(keys(bundles("en")));
    }

    @Test
    void noTextIsEmptyAndBothTakeTheSameArguments() {
        for (String key : messages.keys(FA)) {
            String persian = messages.text(FA, key);
            String english = messages.text(Locale.ENGLISH, key);

            assertThat(persian).as(key).isNotBlank();
            assertThat(english).as(key).isNotBlank();
            assertThat(placeholders(persian)).as(key).isEqualTo(placeholders(english));
        }
    }

    @Test
    void persianTextsArePersian() {
        var foreign = new TreeMap<String, String>();
        for (String key : messages.keys(FA)) {
            String text = messages.text(FA, key);
            var words = NAMED_PLACEHOLDER.matcher(text).replaceAll("");
            LATIN_WORD.matcher(words).results().map(match -> match.group()).forEach(word -> {
                if (!LATIN_IN_PERSIAN.contains(word)
                        && !WORDS_OF_THE_API.contains(word)
                        && !key.startsWith(QUOTING_THE_INTERFACE)) {
                    foreign.put(key, word);
                }
            });
            assertThat(PersianText.clean(text))
                    .as("%s in Persian code points", key)
                    .isEqualTo(text);
        }

        assertThat(foreign).isEmpty();
    }

    private static Map<String, Set<String>> keys(Map<String, Map<String, String>> bundles) {
        var keys = new TreeMap<String, Set<String>>();
        bundles.forEach((module, texts) -> keys.put(module, new TreeSet<>(texts.keySet())));
        return keys;
    }

    private static Set<String> placeholders(String text) {
        return new TreeSet<>(
                PLACEHOLDER.matcher(text).results().map(match -> match.group()).toList());
    }

    private static Map<String, Map<String, String>> bundles(String language) {
        var bundles = new TreeMap<String, Map<String, String>>();
        String suffix = "_" + language + ".properties";
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + suffix);
            for (Resource file : Arrays.asList(files)) {
                try (InputStream stream = file.getInputStream()) {
                    String name = String.valueOf(file.getFilename());
                    bundles.put(name.substring(0, name.length() - suffix.length()), Bundles.read(stream));
                }
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return bundles;
    }
}
