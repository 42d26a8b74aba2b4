package org.peyvand.web.record;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Axe;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** A colleague is mentioned in a note by the keyboard alone, and hears of it. */
@Tag("browser")
class MentioningTest {

    private static final TestProgram PROGRAM = TestProgram.shared();

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(PROGRAM);

    private final String mark = Mark.fresh();
    private final Api api = Api.of(PROGRAM);

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void isChosenByKeyboardAndTold(String language) {
        String first = colleague("نگار " + mark + " الف");
        String second = colleague("نگار " + mark + " ب");
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = noteOn(visitor);
            Locator box = page.locator("#composer textarea");
            Locator list = page.getByRole(com.microsoft.playwright.options.AriaRole.LISTBOX);

            box.pressSequentially("سلام @نگار " + mark);
            assertThat(list.locator("[role=option]")).hasCount(2);
            assertThat(list).hasAttribute("aria-label", Pattern.compile(".+"));
            assertThat(option(list, 0)).hasAttribute("aria-selected", "true");
            assertActive(box, option(list, 0));
            assertClean(page);
            box.press("ArrowDown");
            assertThat(option(list, 1)).hasAttribute("aria-selected", "true");
            assertThat(option(list, 0)).hasAttribute("aria-selected", "false");
            assertActive(box, option(list, 1));
            String chosen = option(list, 1).getAttribute("data-value");
            box.press("Enter");

            assertThat(list).hasCount(0);
            assertThat(box).hasValue(Pattern.compile("سلام @\\[نگار " + mark + " .+\\]\\(users/" + chosen + "\\) "));
            assertThat(box).isFocused();
            Assertions.assertThat(box.getAttribute("aria-activedescendant")).isNull();
            box.pressSequentially("ببین");
            page.locator("#composer .primary").click();
            assertThat(page.locator("#record-timeline, .timeline").first()).containsText("@نگار " + mark);
            Assertions.assertThat(chosen).isIn(first, second);
            Assertions.assertThat(told(chosen)).isEqualTo(1);
            Assertions.assertThat(told(chosen.equals(first) ? second : first)).isZero();
        }
    }

    @Test
    void escapeClosesTheListAndKeepsTheTextAndTabChooses() {
        colleague("نگار " + mark + " پ");
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = noteOn(visitor);
            Locator box = page.locator("#composer textarea");
            Locator list = page.getByRole(com.microsoft.playwright.options.AriaRole.LISTBOX);

            box.pressSequentially("@نگار " + mark);
            assertThat(list.locator("[role=option]")).hasCount(1);
            box.press("Escape");
            assertThat(list).hasCount(0);
            assertThat(box).hasValue("@نگار " + mark);
            assertThat(box).isFocused();

            box.press("Backspace");
            assertThat(list.locator("[role=option]")).hasCount(1);
            box.press("Tab");
            assertThat(box).hasValue(Pattern.compile("^@\\[نگار .*\\]\\(users/[0-9a-f-]+\\) $"));

            box.fill("negar@example.ir");
            box.pressSequentially("x");
            assertThat(list).hasCount(0);
        }
    }

    private Page noteOn(BrowserContext visitor) {
        String account = api.post("/accounts", "{\"name\": \"شرکت %s\"}".formatted(UUID.randomUUID()))
                .expect(201)
                .id();
        Page page = visitor.newPage();
        page.navigate(PROGRAM.url() + "/accounts/" + account);
        page.locator("#way-notes").click();
        TestBrowser.settle(page);
        // Its behaviour comes by a file of its own.
        page.locator("#composer textarea[aria-controls]").waitFor();
        return page;
    }

    private static Locator option(Locator list, int index) {
        return list.locator("[role=option]").nth(index);
    }

    private static void assertActive(Locator box, Locator option) {
        assertThat(box).hasAttribute("aria-activedescendant", String.valueOf(option.getAttribute("id")));
    }

    private long told(String user) {
        return PROGRAM.database()
                .sql()
                .fetchSingle("select count(*) from notice where kind = 'mentioned' and user_id = ?::uuid", user)
                .get(0, Long.class);
    }

    private String colleague(String name) {
        return api.post("/users", """
                        {"name": "%s", "email": "%s@example.ir", "roles": ["sales manager"], "password": "%s"}
                        """.formatted(name, UUID.randomUUID(), TestProgram.PASSWORD))
                .expect(201)
                .id();
    }

    private static void assertClean(Page page) {
        Assertions.assertThat(Axe.breaches(page)).isEmpty();
    }
}
