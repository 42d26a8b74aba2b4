package org.peyvand.web.shell;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.peyvand.access.Requires;
import org.peyvand.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a telephone needs to put the program on its home screen. It works with a network only and promises nothing else. */
@Controller
@Requires(Requires.Permission.PUBLIC)
class ManifestFile {

    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json");
    private static final Duration A_DAY = Duration.ofDays(1);

    @GetMapping("/manifest.webmanifest")
    ResponseEntity<Map<String, Object>> manifest(Page page) {
        return ResponseEntity.ok()
                .contentType(MANIFEST)
                .cacheControl(CacheControl.maxAge(A_DAY).cachePrivate())
                .body(Map.ofEntries(
                        Map.entry("id", "/"),
                        Map.entry("name", page.t("web.product.long")),
                        Map.entry("short_name", page.t("web.product")),
                        Map.entry("lang", page.language()),
                        Map.entry("dir", page.direction()),
                        Map.entry("start_url", "/"),
                        Map.entry("scope", "/"),
                        Map.entry("display", "standalone"),
                        Map.entry("background_color", "#f3f2ef"),
                        Map.entry("theme_color", "#f3f2ef"),
                        Map.entry(
                                "icons",
                                List.of(
                                        icon(page, "icon-192", "192x192", "any"),
                                        icon(page, "icon-512", "512x512", "any"),
                                        icon(page, "icon-maskable-512", "512x512", "maskable")))));
    }

    private static Map<String, String> icon(Page page, String name, String sizes, String purpose) {
        return Map.of(
                "src",
                page.assets().url("icons/" + name + ".png"),
                "sizes",
                sizes,
                "type",
                MediaType.IMAGE_PNG_VALUE,
                "purpose",
                purpose);
    }
}
