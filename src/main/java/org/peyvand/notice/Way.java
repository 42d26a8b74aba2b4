package org.peyvand.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a notice reaches somebody. */
public enum Way {
    PAGE,
    EMAIL,
    SMS;

    /** As the API and the database write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Way> of(String key) {
        return Arrays.stream(values()).filter(way -> way.key().equals(key)).findFirst();
    }
}
