package org.peyvand.locale;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of the product in Persian and English: the files {@code messages/<module>_fa.properties} and {@code _en} of every
 * module, in one key space. A key lives in one file of each language.
 */
@Component
public final class Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private final Map<String, String> persian;
    private final Map<String, String> english;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    public Messages() {
        this(load("fa"), load("en"));
    }

    Messages(Map<String, String> persian, Map<String, String> english) {
        this.persian = persian;
        this.english = english;
    }

    /**
     * The text of the key with {@code {0}}, {@code {1}} … replaced by the arguments as they are; numbers and dates are formatted by
     * the caller's {@link Presentation}. A missing key is answered as {@code ⟦key⟧} and logged once.
     */
    public String text(Locale language, String key, Object... arguments) {
        String text = of(language).get(key);
        if (text == null) {
            if (reported.add(language.getLanguage() + " " + key)) {
                LOG.warn("No text for {} in {}", key, language);
            }
            return "⟦" + key + "⟧";
        }
        return Bundles.fill(text, arguments);
    }

    /** Whether the key has a text in the language. */
    public boolean has(Locale language, String key) {
        return of(language).containsKey(key);
    }

    public Set<String> keys(Locale language) {
        return of(language).keySet();
    }

    private Map<String, String> of(Locale language) {
        return Bundles.isPersian(language) ? persian : english;
    }

    private static Map<String, String> load(String language) {
        var texts = new HashMap<String, String>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language + ".properties")) {
                add(texts, file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading the messages in " + language, failure);
        }
        return Map.copyOf(texts);
    }

    private static void add(Map<String, String> texts, Resource file) throws IOException {
        try (InputStream stream = file.getInputStream()) {
            Bundles.read(stream).forEach((key, text) -> {
                String other = texts.putIfAbsent(key, text);
                if (other != null && !other.equals(text)) {
                    throw new IllegalStateException("Two texts for " + key + ", one in " + file.getFilename());
                }
            });
        }
    }
}
