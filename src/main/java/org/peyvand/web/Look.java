package org.peyvand.web;

import java.util.Map;
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

    private static final String LIGHT = "#f3f2ef";
    private static final String DARK = "#0b1012";

    public Look {
        theme = THEMES.contains(theme) ? theme : "system";
        density = DENSITIES.contains(density) ? density : "normal";
    }

    /** The colour of the frame around the page by media query, as the canvas of the style sheet. */
    public Map<String, String> colours() {
        return switch (theme) {
            case "light" -> Map.of("all", LIGHT);
            case "dark" -> Map.of("all", DARK);
            default -> Map.of("(prefers-color-scheme: light)", LIGHT, "(prefers-color-scheme: dark)", DARK);
        };
    }
}
