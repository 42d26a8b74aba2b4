package org.peyvand.web.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** The command palette by keyboard alone. */
@Tag("browser")
class PaletteInBrowserTest {

    private static final TestProgram program = TestProgram.shared();
    private static final Api api = Api.of(program);

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(program);

    private Page page = browser.page();

    @Test
    void findsACallerByTheLastDigitsInPersianAndOpensThem() {
        var name = word();
        var digits = UUID.randomUUID().toString().replaceAll("\\D", "7").substring(0, 7);
        var id = make("contacts", "\"lastName\": \"%s\", \"mobile\": \"0912%s\"".formatted(name, digits));
        palette("/");

        page.keyboard().type(persian(digits.substring(2)));
        assertThat(options()).not().hasCount(0);
        assertThat(page.locator("#palette")).containsText(name);
        options().filter(new Locator.FilterOptions().setHasText(name)).click();

        page.waitForURL(program.url() + "/contacts/" + id);
    }

    @Test
    void opensWhatWasTypedInAHurryAndNotWhatStoodThere() {
        var name = word();
        var id = make("accounts", "\"name\": \"%s\"".formatted(name));
        palette("/");

        page.keyboard().insertText(name);
        page.keyboard().press("Enter");

        page.waitForURL(program.url() + "/accounts/" + id);
    }

    @Test
    void logsACallOnTheRecordOneLooksAt() {
        var name = word();
        var id = make("accounts", "\"name\": \"%s\"".formatted(name));
        palette("/accounts/" + id);

        choose("ثبت تماس");

        var form = page.locator("#dialog form");
        assertThat(form.locator("input[value='accounts/" + id + "']")).hasCount(1);
        form.locator("[name=subject]").fill("پیگیری");
        form.locator("[name=direction]").selectOption("outgoing");
        form.locator(".primary").click();
        assertThat(page.locator(".toast").first()).isVisible();
        var calls =
                api.get("/calls", "filter", "{\"field\":\"regarding\",\"op\":\"eq\",\"value\":\"%s\"}".formatted(id));
        assertThat(calls.expect(200).data()).hasSize(1);
    }

    @Test
    void beginsToHandOverTheRecordOneLooksAt() {
        var id = make("accounts", "\"name\": \"%s\"".formatted(word()));
        palette("/accounts/" + id);

        choose("واگذاری");

        assertThat(page.locator("#fact-owner form input[role=combobox]")).isFocused();
    }

    @Test
    void obeysInTheOtherLanguageAndOnTheOtherKeyboard() {
        palette("/accounts");
        choose("nhv;");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");

        page.keyboard().press("Control+k");
        choose("light th");
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        assertThat(page.locator("#palette")).not().isVisible();

        page.keyboard().press("Control+k");
        choose("theme of the device");
        assertThat(page.locator("html")).hasAttribute("data-theme", "system");
        TestBrowser.settle(page);
    }

    @Test
    void opensAFormForAnyTypeFromAnywhere() {
        palette("/");

        choose("New: comp");

        assertThat(page.locator("#dialog form")).hasAttribute("action", "/competitors");
    }

    @Test
    void tellsListenersWhatIsChosenAndShowsTheKeysOfThePage() {
        var id = make("accounts", "\"name\": \"%s\"".formatted(word()));
        palette("/accounts/" + id);
        assertThat(options().first()).hasAttribute("aria-selected", "true");

        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");

        var input = page.locator("#palette input");
        assertThat(input).isFocused();
        assertThat(input).hasAttribute("aria-activedescendant", options().nth(1).getAttribute("id"));
        assertThat(page.locator("#live")).containsText("نتیجه");
        assertThat(options()
                        .filter(new Locator.FilterOptions().setHasText("ویرایش همه"))
                        .locator("kbd"))
                .hasText("E");
    }

    @Test
    void sheetOfKeysTellsWhatThePageReallyBinds() {
        var id = make("accounts", "\"name\": \"%s\"".formatted(word()));
        page.navigate(program.url() + "/accounts/" + id);

        page.keyboard().press("?");

        var here = page.locator("#dialog [data-page-keys] dd");
        assertThat(here).not().hasCount(0);
        var bound = page.evaluate("[...new Set([...document.querySelectorAll('[data-key]')]"
                + ".filter(e => !e.closest('dialog')).map(e => e.dataset.key.toUpperCase()))].sort().join()");
        var told = here.allInnerTexts().stream().map(String::strip).sorted().toList();
        assertThat(String.join(",", told)).isEqualTo(bound);
        page.keyboard().press("Escape");
        assertThat(page.locator("#dialog")).not().isVisible();
    }

    @Test
    void offersNobodyWhatTheyMayNotDo() {
        var email = word("u") + "@pars.example";
        var role = api.post(
                        "/roles",
                        "{\"name\": \"%s\", \"types\": {\"accounts\": {\"read\": \"all\"}}}".formatted(word()))
                .expect(201)
                .id();
        api.post(
                        "/users",
                        "{\"name\": \"%s\", \"email\": \"%s\", \"password\": \"%s\", \"roles\": [\"%s\"]}"
                                .formatted(word(), email, TestProgram.PASSWORD, role))
                .expect(201);
        var id = make("accounts", "\"name\": \"%s\"".formatted(word()));
        try (var reader = browser.signedIn(email, browser.desk("fa"))) {
            page = reader.newPage();
            palette("/accounts/" + id);

            for (String words : List.of("", "ساختن", "واگذاری", "ویرایش", "حذف", "وظیفه", "ایمپورت", "نقش")) {
                page.keyboard().press("Control+a");
                page.keyboard().press("Backspace");
                page.keyboard().type(words);
                assertThat(page.locator("#palette-results"))
                        .not()
                        .containsText(Pattern.compile("ساختن|تغییر مسئول|ویرایش همه|بردن به سطل|وظیفه|از فایل|نقش"));
            }
            assertThat(page.locator("#palette-results")).not().hasText("");
        }
    }

    private void palette(String path) {
        page.navigate(program.url() + path);
        page.waitForLoadState();
        page.keyboard().press("Control+k");
        assertThat(options()).not().hasCount(0);
    }

    /** Types and takes the first answer to exactly that. */
    private void choose(String words) {
        page.keyboard().type(words);
        page.keyboard().press("Enter");
    }

    private Locator options() {
        return page.locator("#palette-results [role=option]");
    }

    private static String make(String type, String members) {
        return api.post("/" + type, "{" + members + "}").expect(201).id();
    }

    private static String word() {
        return word("ک");
    }

    private static String word(String beginning) {
        return beginning + Mark.fresh();
    }

    private static String persian(String digits) {
        return digits.chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + '۰')))
                .reduce("", String::concat);
    }
}
