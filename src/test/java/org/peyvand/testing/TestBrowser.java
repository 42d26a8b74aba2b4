package org.peyvand.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The system's Chromium, driven by Playwright, before a program; opened for each test class, since Playwright belongs to its
 * thread, and closed after it.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestBrowser browser = TestBrowser.before(PROGRAM);
 *
 * try (var visitor = browser.signedIn("fa")) { var page = visitor.newPage(); … }
 * }</pre>
 */
public final class TestBrowser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final double PATIENCE_MS = 20_000;
    private static final String UNSETTLED =
            "html.busy, .htmx-request, .htmx-swapping, .htmx-settling, body :not(:defined)";

    private final TestProgram program;
    private final Map<String, String> administrators = new HashMap<>();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;
    private @Nullable BrowserContext administrator;

    private TestBrowser(TestProgram program) {
        this.program = program;
    }

    public static TestBrowser before(TestProgram program) {
        return new TestBrowser(program);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var node = System.getenv()
                .getOrDefault("PLAYWRIGHT_NODEJS_PATH", program("node").orElse("node"));
        var begun = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", node)));
        var chromium = Stream.of(
                        Optional.ofNullable(System.getenv("PEYVAND_CHROMIUM")),
                        program("chromium"),
                        program("chromium-browser"),
                        program("google-chrome"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium; name one in PEYVAND_CHROMIUM"));
        playwright = begun;
        browser = begun.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        setDefaultAssertionTimeout(PATIENCE_MS);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (administrator != null) {
            List.copyOf(administrator.pages()).forEach(Page::close);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Objects.requireNonNull(browser).close();
        Objects.requireNonNull(playwright).close();
        // The class may be opened once more, to try again what failed.
        administrator = null;
    }

    /** A page of the administrator at a desk who reads Persian, the same one for all tests of a class; closed after each. */
    public Page page() {
        if (administrator == null) {
            administrator = signedIn("fa");
        }
        return administrator.newPage();
    }

    /** A visitor with cookies of their own, in Tehran, speaking a language such as {@code fa-IR}, before a screen in pixels. */
    public BrowserContext visitor(String language, int width, int height) {
        return context(new Browser.NewContextOptions().setLocale(language).setViewportSize(width, height));
    }

    /** The same visitor with an empty cache. */
    public BrowserContext again(BrowserContext visitor) {
        return context(new Browser.NewContextOptions()
                .setStorageState(visitor.storageState())
                .setLocale("fa-IR")
                .setViewportSize(1440, 900));
    }

    /** A visitor at a desk, reading {@code fa} or {@code en}. */
    public BrowserContext desk(String language) {
        return visitor(language.equals("fa") ? Seat.PERSIAN_DESK : Seat.ENGLISH_DESK);
    }

    /** A visitor with a telephone in hand, who touches. */
    public BrowserContext phone(String language) {
        return visitor(language.equals("fa") ? Seat.PERSIAN_PHONE : Seat.ENGLISH_PHONE);
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        var visitor = Objects.requireNonNull(browser, "asked before the tests of the class")
                .newContext(options.setTimezoneId("Asia/Tehran"));
        visitor.setDefaultTimeout(PATIENCE_MS);
        return visitor;
    }

    /** The administrator of the program, signed in at a desk, reading {@code fa} or {@code en}. */
    public BrowserContext signedIn(String language) {
        return signedIn(language, 1440, 900);
    }

    /** The administrator of the program before a screen in pixels, who signed in once for all tests of a class. */
    public BrowserContext signedIn(String language, int width, int height) {
        return context(new Browser.NewContextOptions()
                .setStorageState(administrators.computeIfAbsent(language, this::administrator))
                .setLocale(tag(language))
                .setViewportSize(width, height));
    }

    /** The administrator of the program in a seat, who signed in once for all tests of a class. */
    public BrowserContext signedIn(Seat seat) {
        return context(
                options(seat).setStorageState(administrators.computeIfAbsent(seat.language(), this::administrator)));
    }

    /** A visitor in a seat. */
    public BrowserContext visitor(Seat seat) {
        return context(options(seat));
    }

    private static Browser.NewContextOptions options(Seat seat) {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setLocale(tag(seat.language()));
        return seat.isPhone()
                ? options.setViewportSize(390, 844).setHasTouch(true).setIsMobile(true)
                : options.setViewportSize(1440, 900);
    }

    private String administrator(String language) {
        try (var visitor = signedIn(TestProgram.EMAIL, desk(language))) {
            return visitor.storageState();
        }
    }

    /** Signs a visitor in, in a session of their own, whose password is that of all tests. */
    public BrowserContext signedIn(String email, BrowserContext visitor) {
        var page = visitor.newPage();
        var persian = page.evaluate("navigator.language").toString().startsWith("fa");
        page.navigate(program.url() + "/login?lang=" + (persian ? "fa" : "en"));
        page.fill("#username", email);
        page.fill("#password", TestProgram.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.contains("/login"));
        page.close();
        return visitor;
    }

    /** Waits until a page stands as it will: all of it is loaded and alive, and no part of it is being fetched. */
    public static void settle(Page page) {
        page.waitForLoadState();
        assertThat(page.locator(UNSETTLED)).hasCount(0);
    }

    private static String tag(String language) {
        return language.equals("fa") ? "fa-IR" : "en-GB";
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
