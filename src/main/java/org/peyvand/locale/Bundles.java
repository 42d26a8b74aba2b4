package org.peyvand.locale;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The two languages of the product and the reading of message files, for {@link Messages} and for this module's own words. */
final class Bundles {

    static final Locale PERSIAN = Locale.of("fa");
    static final Locale ENGLISH = Locale.ENGLISH;

    private static final Map<String, String> OWN_PERSIAN = own("fa");
    private static final Map<String, String> OWN_ENGLISH = own("en");

    private Bundles() {}

    static boolean isPersian(Locale language) {
        return language.getLanguage().equals("fa");
    }

    /** A text of the locale module itself; a missing one is a bug. */
    static String ownText(Locale language, String key, Object... arguments) {
        String text = (isPersian(language) ? OWN_PERSIAN : OWN_ENGLISH).get(key);
        if (text == null) {
            throw new IllegalStateException("No text of the locale module for " + key);
        }
        return fill(text, arguments);
    }

    static boolean hasOwnText(String key) {
        return OWN_PERSIAN.containsKey(key);
    }

    /** Replaces {@code {0}}, {@code {1}} … by the arguments as they are; braces without a known number stay. */
    static String fill(String text, Object... arguments) {
        if (arguments.length == 0 || text.indexOf('{') < 0) {
            return text;
        }
        var filled = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            filled.append(text, from, open);
            int index = open + 2 < text.length() && text.charAt(open + 2) == '}' ? text.charAt(open + 1) - '0' : -1;
            if (index >= 0 && index < arguments.length) {
                filled.append(arguments[index]);
                from = open + 3;
            } else {
                filled.append('{');
                from = open + 1;
            }
        }
        return filled.append(text, from, text.length()).toString();
    }

    static Map<String, String> read(InputStream stream) throws IOException {
        var properties = new Properties();
        properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }

    private static Map<String, String> own(String language) {
        String path = "/messages/locale_" + language + ".properties";
        try (InputStream stream = Bundles.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("Missing " + path);
            }
            return read(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading " + path, failure);
        }
    }
}
