package org.peyvand.web;

import java.util.Set;

/**
 * How the reader likes the pages drawn.
 *
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param density {@code normal} or {@code compact}
 */
public record Look(String theme, String density) {

    static final Set<String> THEMES = Set.of("system", "light", "dark");
    static final Set<String> DENSITIES = Set.of("normal", "compact");

    public Look {
        theme = THEMES.contains(theme) ? theme : "system";
        density = DENSITIES.contains(density) ? density : "normal";
    }
}
