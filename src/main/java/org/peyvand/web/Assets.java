package org.peyvand.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of the built assets with the fingerprint of their content, so that browsers may keep them for ever. */
@Component
public class Assets {

    /** Where the assets live below the root. */
    public static final String PATH = "/assets/";

    private final ResourceUrlProvider urls;
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final List<String> preloads = readPreloads();

    public Assets(ResourceUrlProvider urls) {
        this.urls = urls;
    }

    /** The address of an asset such as {@code app.css}; without fingerprint when there is no such file. */
    public String url(String name) {
        String found = known.get(name);
        if (found != null) {
            return found;
        }
        String url = urls.getForLookupPath(PATH + name);
        if (url == null) {
            return PATH + name;
        }
        known.put(name, url);
        return url;
    }

    /** The parts of the script that every page needs at once. */
    public List<String> scripts() {
        return preloads.stream().filter(file -> file.endsWith(".js")).toList();
    }

    /** The fonts, under the names by which the style sheet asks for them. */
    public List<String> fonts() {
        return preloads.stream().filter(file -> file.endsWith(".woff2")).toList();
    }

    private static List<String> readPreloads() {
        var file = new ClassPathResource("static/preload.txt");
        if (!file.exists()) {
            return List.of();
        }
        try {
            return file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(PATH::concat)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Reading " + file, failure);
        }
    }
}
