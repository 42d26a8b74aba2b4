package org.peyvand.web.list;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Axe;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** What people do with lists and the board, done in a browser. */
@Tag("browser")
class ListsInBrowserTest {

    private static final TestProgram program = TestProgram.shared();
    private static final Api api = Api.of(program);

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(program);

    private final Page page = browser.page();

    @Test
    void narrowsAListByAConditionAndReadsOnAtItsEnd() {
        var word = word();
        for (int i = 0; i < 60; i++) {
            make("accounts", "\"name\": \"%s %s\"".formatted(word, i));
        }
        go("/accounts");

        page.click(".addchip");
        page.fill("#condition [type=text]", word);
        page.click("#condition [type=submit]");

        assertThat(page.locator(".chip")).hasCount(1);
        assertThat(page.locator("#totals")).containsText("۶۰");
        var rows = page.locator("tbody [data-row]");
        for (int shown = rows.count(); shown < 60; shown = rows.count()) {
            rows.last().scrollIntoViewIfNeeded();
            assertThat(rows).not().hasCount(shown);
        }
        assertThat(rows).hasCount(60);
    }

    @Test
    void asksWhyADealIsLostMovesItAndTakesItBack() {
        var card = dealOnBoard();
        var first = column(card);
        assertThat(card).containsText("گام بعدی ندارد");

        card.focus();
        page.keyboard().press("m");
        page.locator(".pop:popover-open [role=menuitem], .pop:popover-open button")
                .last()
                .click();
        var panel = page.locator("#move-panel");
        assertThat(panel.locator("[role=alert], .err")).isVisible();
        panel.locator("input:not([type=hidden])").first().fill("قیمت");
        panel.locator("[type=submit]").click();

        assertThat(panel).hasCount(0);
        assertThat(page.locator("[data-column]").last().locator("[data-card]")).hasCount(1);
        assertThat(card).not().containsText("گام بعدی ندارد");
        undo();
        assertThat(column(card)).isEqualTo(first);
    }

    @Test
    void countsAndAddsUpAnewWhenACardMovesByKeyboard() {
        var word = word();
        var first = make("opportunities", dealOf(word));
        make("opportunities", dealOf(word));
        go("/opportunities?view=board&q=" + word);
        var columns = page.locator("[data-column]");
        assertThat(columns.nth(0).locator("header .count")).hasText("۲");
        var before = columns.nth(0).locator("header p").textContent();

        page.locator("#card-" + first).focus();
        page.keyboard().press("Control+ArrowLeft");

        assertThat(columns.nth(0).locator("header .count")).hasText("۱");
        assertThat(columns.nth(1).locator("header .count")).hasText("۱");
        assertThat(columns.nth(1).locator("header p")).not().isEmpty();
        assertThat(columns.nth(0).locator("header p")).not().hasText(before);
        assertThat(page.locator("[aria-live]").filter(new Locator.FilterOptions().setHasText(word)))
                .not()
                .hasCount(0);
    }

    @Test
    void dragsACardUnderAFingerThatHeldIt() {
        var card = dealOnBoard();
        var from = card.boundingBox();
        var next = page.locator("[data-column]").nth(1).boundingBox();
        var fingers = page.context().newCDPSession(page);

        touch(fingers, "touchStart", from.x + 30, from.y + 20);
        assertThat(page.locator(".dragging")).hasCount(1);
        touch(fingers, "touchMove", next.x + next.width / 2, from.y + 40);
        touch(fingers, "touchMove", next.x + next.width / 2, from.y + 60);
        touch(fingers, "touchEnd", -1, -1);

        assertThat(page.locator("[data-column]").nth(1).locator("[data-card]")).hasCount(1);
        assertThat(page.locator("[data-column]").nth(1).locator("header .count"))
                .hasText("۱");
    }

    @Test
    void ticksAPageThenAllThatMatchDeletesThemAndBringsThemBack() {
        var word = word();
        for (int i = 0; i < 60; i++) {
            make("accounts", "\"name\": \"%s %s\"".formatted(word, i));
        }
        go("/accounts?filter=" + filter(word));
        assertThat(page.locator("input[name=expected]")).hasValue("60");

        page.locator("[data-select-all]").check();
        assertThat(page.locator("[data-count]")).not().hasText("۶۰");
        page.locator("[data-select-rest]").click();
        assertThat(page.locator("[data-count]")).hasText("۶۰");
        page.locator("[formaction$='/selection/deletion']").click();

        page.waitForURL(Pattern.compile("/jobs/[0-9a-f-]{36}$"));
        var undo = page.locator("#work form[action$='/undo'] button");
        assertThat(undo).isVisible();
        assertThat(count(word)).isZero();
        undo.click();
        page.waitForURL(Pattern.compile("/accounts"));
        assertThat(count(word)).isEqualTo(60);
    }

    @Test
    void changesNothingWhenTheListHoldsAnotherNumberByThen() {
        var word = word();
        make("accounts", "\"name\": \"%s\"".formatted(word));
        go("/accounts?filter=" + filter(word));
        assertThat(page.locator("input[name=expected]")).hasValue("1");
        make("accounts", "\"name\": \"%s\"".formatted(word));

        page.locator("[data-select-all]").check();
        page.locator("[data-select-rest]").click();
        page.locator("[formaction$='/selection/deletion']").click();

        assertThat(page.locator("#toasts")).containsText("۲");
        assertThat(count(word)).isEqualTo(2);
    }

    private static String filter(String word) {
        return URLEncoder.encode(
                "{\"field\": \"name\", \"op\": \"startsWith\", \"value\": \"%s\"}".formatted(word),
                StandardCharsets.UTF_8);
    }

    private static int count(String word) {
        return api.get(
                        "/accounts/count",
                        "filter",
                        "{\"field\": \"name\", \"op\": \"startsWith\", \"value\": \"%s\"}".formatted(word))
                .get("count")
                .intValue();
    }

    private static String dealOf(String word) {
        return "\"name\": \"%s\", \"amount\": {\"amount\": 1000000, \"currency\": \"IRR\"}".formatted(word);
    }

    private static void touch(CDPSession fingers, String kind, double x, double y) {
        JsonArray points = new JsonArray();
        if (x >= 0) {
            JsonObject point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", kind);
        event.add("touchPoints", points);
        fingers.send("Input.dispatchTouchEvent", event);
    }

    @ParameterizedTest
    @CsvSource({"fa, LIGHT", "fa, DARK", "en, LIGHT", "en, DARK"})
    void leavesNobodyOut(String language, ColorScheme scheme) {
        dealOnBoard();
        make("tasks", "\"subject\": \"%s\", \"dueAt\": \"%s\"".formatted(word(), Instant.now()));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));

        for (String path : new String[] {"/opportunities", "/opportunities?view=board", "/"}) {
            go(path + (path.contains("?") ? "&" : "?") + "lang=" + language);

            var violations = Axe.breaches(page);

            assertThat(violations).describedAs(path).isEmpty();
        }
        go("/?lang=fa");
    }

    /** A new deal on a board where nothing else stands. */
    private Locator dealOnBoard() {
        var word = word();
        var id = make("opportunities", "\"name\": \"%s\"".formatted(word));
        go("/opportunities?view=board&q=" + word);
        var card = page.locator("#card-" + id);
        assertThat(card).isVisible();
        return card;
    }

    private static String column(Locator card) {
        return (String) card.evaluate("card => card.closest('[data-column]').dataset.column");
    }

    private void go(String path) {
        page.navigate(program.url() + path);
    }

    private void undo() {
        page.locator("#toasts form button").last().click();
        assertThat(page.locator("#toasts")).containsText(Pattern.compile("برگردانده"));
    }

    private static String make(String type, String members) {
        return api.post("/" + type, "{" + members + "}").expect(201).id();
    }

    /** A word that no other record holds. */
    private static String word() {
        return "ک" + Mark.fresh();
    }
}
