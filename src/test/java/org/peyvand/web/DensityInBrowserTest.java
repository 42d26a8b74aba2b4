package org.peyvand.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** How close rows stand: as each reader chose it, wherever they sign in, and never too close for a finger. */
@Tag("browser")
class DensityInBrowserTest {

    private static final int ROOMY = 52;
    private static final int COMPACT = 40;
    private static final int FINGER = 44;

    private static final TestProgram program = TestProgram.shared();
    private static final Api api = Api.of(program);

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(program);

    private final String mark = "d" + Mark.fresh();
    private final String email = mark + "@pars.example";
    private String account = "";
    private String user = "";

    @BeforeEach
    void someRowsAndAReader() {
        account = api.post("/accounts", "{\"name\": \"%s one\", \"industry\": \"food\"}".formatted(mark))
                .expect(201)
                .id();
        api.post("/accounts", "{\"name\": \"%s two\"}".formatted(mark)).expect(201);
        String role = api.post("/roles", """
                        {"name": "%s", "types": {"*": {"read": "all", "create": "all", "update": "all"}}}""".formatted(mark)).expect(201).id();
        user = person(email, role);
        person("other" + email, role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void staysWithTheReaderOverSigningOutAndOnOtherDevices(String language) {
        try (BrowserContext visitor = browser.signedIn(email, browser.desk(language))) {
            Page page = rows(visitor);
            Assertions.assertThat(height(page)).isBetween(ROOMY, ROOMY + 1);

            choose(page, "compact");
            Assertions.assertThat(height(page)).isBetween(COMPACT, COMPACT + 1);
            Assertions.assertThat(api.get("/users/" + user).text("density")).isEqualTo("compact");

            page.locator("#user-menu form[action='/logout'] button").click();
            assertThat(page.locator("#username")).isVisible();
            browser.signedIn("other" + email, visitor);
            Assertions.assertThat(height(rows(visitor))).isBetween(ROOMY, ROOMY + 1);
        }
        try (BrowserContext elsewhere = browser.signedIn(email, browser.desk(language))) {
            Page page = rows(elsewhere);
            Assertions.assertThat(height(page)).isBetween(COMPACT, COMPACT + 1);

            page.navigate(program.url() + "/settings");
            assertThat(page.locator("#density")).hasValue("compact");
            page.locator("#density").selectOption("normal");
            page.locator("form[action='/settings'] .primary").click();
            assertThat(page.locator("html")).hasAttribute("data-density", "normal");
            Assertions.assertThat(height(rows(elsewhere))).isBetween(ROOMY, ROOMY + 1);
        }
    }

    /** A page that has been open for long knows nothing of what was chosen elsewhere meanwhile. */
    @Test
    void choosingAThemeLeavesTheDensityAlone() {
        try (BrowserContext visitor = browser.signedIn(email, browser.desk("en"))) {
            Page old = rows(visitor);
            api.patch("/users/" + user, "{\"density\": \"compact\"}").expect(200);

            choose(old, "theme", "dark");

            Assertions.assertThat(api.get("/users/" + user).text("theme")).isEqualTo("dark");
            Assertions.assertThat(api.get("/users/" + user).text("density")).isEqualTo("compact");
        }
    }

    @Test
    void viewThatSaysHowCloseItsRowsStandGoesBeforeTheReader() {
        try (BrowserContext visitor = browser.signedIn(email, browser.desk("fa"))) {
            Page page = rows(visitor);

            page.navigate(program.url() + "/accounts?view=" + view("compact"));
            Assertions.assertThat(height(page)).isBetween(COMPACT, COMPACT + 1);

            page.navigate(program.url() + "/accounts?view=" + view("normal"));
            choose(page, "compact");
            Assertions.assertThat(height(page)).isBetween(ROOMY, ROOMY + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void leavesRoomForAFingerHoweverCloseRowsStand(String language) {
        api.patch("/users/" + user, "{\"density\": \"compact\"}").expect(200);
        try (BrowserContext visitor = browser.signedIn(email, browser.phone(language))) {
            visitor.addInitScript(checks());
            Page page = rows(visitor);
            assertThat(page.locator("html")).hasAttribute("data-density", "compact");
            Assertions.assertThat(height(page)).isGreaterThanOrEqualTo(FINGER);
            tooSmall(page);
            for (String path : List.of("/opportunities?view=board", "/accounts/" + account, "/", "/calendar")) {
                page.navigate(program.url() + path);
                TestBrowser.settle(page);
                tooSmall(page);
            }
            page.locator(".tabbar [popovertarget=side]").click();
            page.locator(".who").click();
            assertThat(page.locator("#user-menu label").first()).isVisible();
            for (Locator choice : page.locator("#user-menu label").all()) {
                Assertions.assertThat(choice.boundingBox().height).isGreaterThanOrEqualTo(FINGER - 0.5);
            }
        }
    }

    private static void tooSmall(Page page) {
        Assertions.assertThat(page.evaluate("checks.targets()")).as(page.url()).isEqualTo(List.of());
    }

    private void choose(Page page, String density) {
        choose(page, "density", density);
    }

    private static void choose(Page page, String what, String value) {
        Response kept = page.waitForResponse("**/settings/look", () -> {
            page.locator("[popovertarget=user-menu]").first().click();
            page.locator("#user-menu label:has([name=" + what + "][value=" + value + "])")
                    .click();
        });
        Assertions.assertThat(kept.status()).isEqualTo(204);
        assertThat(page.locator("html")).hasAttribute("data-" + what, value);
    }

    private Page rows(BrowserContext visitor) {
        Page page = visitor.newPage();
        page.navigate(program.url() + "/accounts?view=table&q=" + mark);
        TestBrowser.settle(page);
        return page;
    }

    /** Of the lowest row, rounded to whole pixels. */
    private static int height(Page page) {
        assertThat(page.locator("tbody [data-row]").first()).isVisible();
        return ((Number) page.evaluate("Math.round(Math.min(...[...document.querySelectorAll('tbody [data-row]')]"
                        + ".map(row => row.getBoundingClientRect().height)))"))
                .intValue();
    }

    private String view(String density) {
        return api.post("/views", """
                        {"name": "%s", "type": "accounts", "density": "%s", "scope": "everyone",
                         "filter": {"field": "name", "op": "startsWith", "value": "%s"}}""".formatted(density + mark, density, mark))
                .expect(201)
                .id();
    }

    private static String person(String email, String role) {
        return api.post("/users", """
                        {"name": "%1$s", "email": "%1$s", "password": "%2$s", "roles": ["%3$s"]}""".formatted(email, TestProgram.PASSWORD, role))
                .expect(201)
                .id();
    }

    private static String checks() {
        try (var stream = DensityInBrowserTest.class.getResourceAsStream("/pages/checks.js")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
