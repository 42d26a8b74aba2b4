package org.peyvand.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The system's Chromium, driven by Playwright; one for each test class, since Playwright belongs to its thread.
 *
 * <pre>{@code
 * static final TestBrowser browser = TestBrowser.open();
 * try (var visitor = browser.visitor("fa-IR", 390, 844)) { var page = visitor.newPage(); … }
 * }</pre>
 */
public final class TestBrowser implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static TestBrowser open() {
        var node = System.getenv()
                .getOrDefault("PLAYWRIGHT_NODEJS_PATH", program("node").orElse("node"));
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", node)));
        var chromium = Stream.of(
                        Optional.ofNullable(System.getenv("PEYVAND_CHROMIUM")),
                        program("chromium"),
                        program("chromium-browser"),
                        program("google-chrome"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium; name one in PEYVAND_CHROMIUM"));
        return new TestBrowser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(chromium))
                                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"))));
    }

    /** A visitor with cookies of their own, in Tehran, speaking a language such as {@code fa-IR}, before a screen in pixels. */
    public BrowserContext visitor(String language, int width, int height) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Asia/Tehran")
                .setViewportSize(width, height));
    }

    /** The same visitor with an empty cache. */
    public BrowserContext again(BrowserContext visitor) {
        return browser.newContext(new Browser.NewContextOptions()
                .setStorageState(visitor.storageState())
                .setLocale("fa-IR")
                .setTimezoneId("Asia/Tehran")
                .setViewportSize(1440, 900));
    }

    /** A visitor at a desk, reading {@code fa} or {@code en}. */
    public BrowserContext desk(String language) {
        return visitor(tag(language), 1440, 900);
    }

    /** A visitor with a telephone in hand, who touches. */
    public BrowserContext phone(String language) {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale(tag(language))
                .setTimezoneId("Asia/Tehran")
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
    }

    /** A visitor who has signed in to the program as its administrator, reading {@code fa} or {@code en}. */
    public BrowserContext signedIn(TestProgram program, String language, int width, int height) {
        return signedIn(program, TestProgram.EMAIL, TestProgram.PASSWORD, visitor(tag(language), width, height));
    }

    /** Signs a visitor in. */
    public BrowserContext signedIn(TestProgram program, String email, String password, BrowserContext visitor) {
        var page = visitor.newPage();
        var persian = page.evaluate("navigator.language").toString().startsWith("fa");
        page.navigate(program.url() + "/login?lang=" + (persian ? "fa" : "en"));
        page.fill("#username", email);
        page.fill("#password", password);
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.contains("/login"));
        page.close();
        return visitor;
    }

    private static String tag(String language) {
        return language.equals("fa") ? "fa-IR" : "en-GB";
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<String> program(String name) {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
