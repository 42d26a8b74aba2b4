package org.peyvand.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Axe;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** A list, a board, a calendar and a record on paper, as somebody gets them who reads a dark screen. */
@Tag("browser")
class PrintedPagesTest {

    private static final TestProgram program = TestProgram.shared();
    private static final Api api = Api.of(program);

    /** What can be written on between the margins, in pixels. */
    private static final int UPRIGHT = 687;

    private static final int ACROSS = 1046;

    private static final String SHOWN = "e.checkVisibility({ visibilityProperty: true, opacityProperty: true })"
            + " && !e.closest('.vh') && e.getBoundingClientRect().width > 0";

    /** The stages of a record are pressed on the screen and read on paper. */
    private static final String OF_THE_SCREEN =
            "() => [...document.querySelectorAll('button, input, select, textarea, dialog,"
                    + " .btn, .side, .top, .tabbar, .toasts, .bulk, .composer, .find, .pager a, [popover]')]"
                    + ".filter(e => " + SHOWN + " && !e.matches('.path button')).map(e => e.outerHTML.slice(0, 120))";

    private static final String CUT = "() => [...document.querySelectorAll('body, main, main *')].filter(e => " + SHOWN
            + ").filter(e => { const style = getComputedStyle(e), box = e.getBoundingClientRect();"
            + " const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';"
            + " return (clips && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))"
            + " || box.left < -1 || box.right > innerWidth + 1; })"
            + ".map(e => e.outerHTML.slice(0, 120))";

    private static final String STUCK = "() => [...document.querySelectorAll('body *')].filter(e => " + SHOWN
            + " && ['sticky', 'fixed'].includes(getComputedStyle(e).position)).map(e => e.outerHTML.slice(0, 120))";

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(program);

    private final String mark = "p" + Mark.fresh();

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void listIsATableWithEveryColumnAndItsHeadingsOnEachSheet(String language) {
        for (int i = 10; i < 50; i++) {
            make(
                    "accounts",
                    "\"name\": \"%s %d\", \"phone\": \"0218800%d00\", \"revenue\": {\"amount\": 1234567, \"currency\": \"IRR\"}"
                            .formatted(mark, i, i));
        }
        try (BrowserContext visitor = reader(language)) {
            Page page = open(visitor, "/accounts?view=table&sort=name&q=" + mark, ACROSS);
            List<?> onScreen = texts(page, "tbody [data-row] td:not(.sel)");
            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

            isWholeAndBlackOnWhite(page);
            assertThat(texts(page, "tbody [data-row] td:not(.sel)"))
                    .isEqualTo(onScreen)
                    .hasSizeGreaterThan(40);
            assertThat(style(page, ".grid thead", "display")).isEqualTo("table-header-group");
            assertThat(style(page, ".grid tfoot", "display")).isEqualTo("table-row-group");
            assertThat(
                            page.evaluate(
                                    "() => { const e = document.querySelectorAll('.grid th:not(.sel)');"
                                            + " return Math.sign(e[0].getBoundingClientRect().left - e[1].getBoundingClientRect().left) }"))
                    .isEqualTo(language.equals("fa") ? 1 : -1);
            String paper = printed(page);
            assertThat(sheets(paper)).isGreaterThan(1);
            assertThat(paper).containsPattern("MediaBox \\[0 0 84\\d(\\.\\d+)? 59\\d");
        }
    }

    /** The box that was typed into stays on the screen; what it left out would be missed on paper without a reason. */
    @ParameterizedTest
    @CsvSource({"fa, table, جستجو", "en, table, Search", "fa, board, جستجو", "en, board, Search", "fa, calendar, جستجو"
    })
    void whatAListWasSearchedForStandsBesideItsConditions(String language, String way, String said) {
        make("opportunities", "\"name\": \"%s deal\", \"closeDate\": \"2027-05-01\"".formatted(mark));
        String condition = "{\"field\":\"name\",\"op\":\"contains\",\"value\":\"deal\"}";
        String list = "/opportunities?view=" + way + "&q=" + mark;
        try (BrowserContext visitor = reader(language)) {
            Page page = open(visitor, list, ACROSS);
            assertThat(page.locator(".filter .chip:visible").count()).isZero();
            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(texts(page, ".filter .chip:visible")).isEqualTo(List.of(said + " " + mark));

            page = open(visitor, list + "&filter=" + URLEncoder.encode(condition, StandardCharsets.UTF_8), ACROSS);
            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.locator(".filter .chip:visible").count()).isEqualTo(2);
            assertThat(texts(page, ".filter .chip:visible").getLast())
                    .asString()
                    .contains("deal");
            isWholeAndBlackOnWhite(page);
        }
    }

    /** Paper shows what has been loaded, and says so when that is not all. */
    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void listThatGoesOnSaysSo(String language) {
        for (int i = 0; i < 60; i++) {
            make("tags", "\"name\": \"%s %d\"".formatted(mark, i));
        }
        try (BrowserContext visitor = reader(language)) {
            Page page = open(visitor, "/tags?view=table&q=" + mark, ACROSS);
            assertThat(page.locator(".pager").count()).isEqualTo(1);

            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.evaluate("getComputedStyle(document.querySelector('.pager td'), '::after').content"))
                    .asString()
                    .contains(language.equals("fa") ? "چاپ" : "print");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void boardHasAllColumnsSideBySide(String language) {
        make("opportunities", "\"name\": \"%s deal\", \"closeDate\": \"2027-05-01\"".formatted(mark));
        try (BrowserContext visitor = reader(language)) {
            Page page = open(visitor, "/opportunities?view=board&q=" + mark, ACROSS);
            int columns = page.locator(".board .col").count();
            List<?> onScreen = texts(page, ".deal");
            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

            isWholeAndBlackOnWhite(page);
            assertThat(columns).isGreaterThan(3);
            assertThat(page.locator(".board .col h2:visible").count()).isEqualTo(columns);
            assertThat(texts(page, ".deal")).isEqualTo(onScreen).hasSize(1);
            assertThat(printed(page)).containsPattern("MediaBox \\[0 0 84\\d(\\.\\d+)? 59\\d");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void recordShowsClosedSectionsToo(String language) {
        String id = make("opportunities", "\"name\": \"%s deal\", \"closeDate\": \"2027-05-01\"".formatted(mark));
        api.post("/notes", """
                {"body": "%s said", "regarding": {"type": "opportunities", "id": "%s"}}""".formatted(mark, id)).expect(201);
        try (BrowserContext visitor = reader(language)) {
            Page page = open(visitor, "/opportunities/" + id, UPRIGHT);
            page.locator("#record-timeline .ev").first().waitFor();
            page.locator("#record-related .rel").first().waitFor();
            TestBrowser.settle(page);
            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

            isWholeAndBlackOnWhite(page);
            assertThat(page.evaluate("() => [...document.querySelectorAll('.fs > .facts dd')].filter(e => !(" + SHOWN
                            + ")).map(e => e.outerHTML)"))
                    .isEqualTo(List.of());
            assertThat(page.locator(".fs:not([open]) dd:visible").count()).isPositive();
            assertThat(page.locator("#record-timeline").innerText()).contains(mark + " said");
            assertThat(page.locator(".path li:visible").count()).isGreaterThan(3);
            assertThat(page.locator("main").innerText()).contains(language.equals("fa") ? "۱۴۰۶" : "2027");
            assertThat(printed(page)).containsPattern("MediaBox \\[0 0 59\\d(\\.\\d+)? 84\\d");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void monthIsAGridOfWeeks(String language) {
        make("tasks", "\"subject\": \"%s task\", \"dueAt\": \"2029-05-02T08:00:00Z\"".formatted(mark));
        try (BrowserContext visitor = reader(language)) {
            Page page = open(visitor, "/calendar?span=month&on=2029-05-02", ACROSS);
            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

            isWholeAndBlackOnWhite(page);
            assertThat(style(page, ".calmonth", "display")).isEqualTo("grid");
            assertThat(page.locator(".calmonth .calday:visible").count()).isGreaterThanOrEqualTo(28);
            assertThat(page.locator(".calmonth").innerText()).contains(mark);
        }
    }

    private static void isWholeAndBlackOnWhite(Page page) {
        assertThat(page.evaluate(OF_THE_SCREEN)).as("of the screen").isEqualTo(List.of());
        assertThat(page.evaluate(CUT)).as("cut").isEqualTo(List.of());
        assertThat(page.evaluate(STUCK)).as("stuck").isEqualTo(List.of());
        assertThat(style(page, "html", "backgroundColor")).isEqualTo("rgb(255, 255, 255)");
        assertThat(style(page, "main h1", "color")).isEqualTo("rgb(0, 0, 0)");
        assertThat(Axe.contrast(page)).isEmpty();
    }

    private static BrowserContext reader(String language) {
        return browser.signedIn(language);
    }

    private static Page open(BrowserContext visitor, String path, int width) {
        Page page = visitor.newPage();
        page.setViewportSize(width, 900);
        page.navigate(program.url() + path);
        page.evaluate("document.documentElement.dataset.theme = 'dark'");
        TestBrowser.settle(page);
        return page;
    }

    private static List<?> texts(Page page, String selector) {
        return page.locator(selector).allInnerTexts().stream()
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .toList();
    }

    private static String style(Page page, String selector, String property) {
        return (String) page.evaluate(
                "([selector, property]) => getComputedStyle(document.querySelector(selector))[property]",
                List.of(selector, property));
    }

    /** The file that comes out, whose sheets are described in plain letters. */
    private static String printed(Page page) {
        return new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
    }

    private static long sheets(String paper) {
        return Pattern.compile("/Type /Page\\b").matcher(paper).results().count();
    }

    private static String make(String type, String fields) {
        return api.post("/" + type, "{" + fields + "}").expect(201).id();
    }
}
