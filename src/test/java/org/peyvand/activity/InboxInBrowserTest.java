package org.peyvand.activity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Axe;
import org.peyvand.testing.Seat;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** The day's work by keyboard: emptying the inbox, logging a call, finding a caller. */
@Tag("browser")
class InboxInBrowserTest {

    private static final TestProgram PROGRAM = TestProgram.start();
    private static final Api API = Api.of(PROGRAM);

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(PROGRAM);

    @AfterAll
    static void close() {
        PROGRAM.close();
    }

    /** By keyboard at a desk, by touch on a telephone. */
    @ParameterizedTest
    @EnumSource
    void tenDueItemsAreClearedWithinAMinute(Seat seat) {
        for (int i = 0; i < 10; i++) {
            task("کار " + seat + i, Instant.now().minus(Duration.ofDays(2)));
        }
        try (BrowserContext visitor = browser.signedIn(seat)) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/?show=late");
            assertThat(page.locator(".it")).hasCount(10);
            long start = System.nanoTime();

            if (seat.isPhone()) {
                clearByTouch(page, seat);
            } else {
                clearByKeyboard(page);
            }
            assertThat(page.locator(".it")).hasCount(0);

            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.getLogger("figures").log(System.Logger.Level.INFO, "ten items cleared in {0}", took);
            Assertions.assertThat(took).isLessThan(Duration.ofSeconds(60));
            assertThat(page.locator(".emptied")).isVisible();
            assertThat(page.locator(".toast form")).not().hasCount(0);
            seat.fits(page);
        }
    }

    private static void clearByKeyboard(Page page) {
        page.keyboard().press("j");
        for (String key : "eeeeeseeee".split("")) {
            page.keyboard().press(key);
        }
    }

    private static void clearByTouch(Page page, Seat seat) {
        seat.fits(page);
        for (int left = 9; left >= 0; left--) {
            seat.press(page.locator(".it .tick").first());
            assertThat(page.locator(".it")).hasCount(left);
        }
    }

    @Test
    void anItemTakenBackStandsInTheInboxAgain() {
        task("پس‌گرفتنی", Instant.now().minus(Duration.ofDays(3)));
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/?show=late");
            Locator item = page.locator(".it", new Page.LocatorOptions().setHasText("پس‌گرفتنی"));
            item.locator(".tick").click();
            assertThat(item).hasCount(0);

            page.keyboard().press("z");

            assertThat(item).hasCount(1);
            item.locator(".tick").click();
            assertThat(item).hasCount(0);
        }
    }

    @Test
    void anItemIsPutOffUntilAChosenTimeByKeyboard() {
        String id = task("به‌تعویق", Instant.now().minus(Duration.ofDays(2)));
        try (BrowserContext visitor = browser.signedIn("en")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/?show=late");
            page.locator("#task-" + id + " .m a").first().focus();

            page.keyboard().press("w");
            Locator choices = page.locator("#dialog [name=until]");
            assertThat(choices.first()).isFocused();
            page.locator("#dialog [name=until][value=tomorrow]").focus();
            page.keyboard().press("Enter");

            assertThat(page.locator("#task-" + id)).hasCount(0);
            assertThat(page.locator("#dialog")).isHidden();
            assertThat(page.locator(".toast")).containsText("tomorrow");
            Assertions.assertThat(java.time.LocalDate.ofInstant(
                            Instant.parse(API.get("/tasks/" + id).text("dueAt")), java.time.ZoneId.of("Asia/Tehran")))
                    .isEqualTo(java.time.LocalDate.now(java.time.ZoneId.of("Asia/Tehran"))
                            .plusDays(1));
        }
    }

    @Test
    void anItemIsReferredToAColleague() {
        API.post("/users", "{\"name\": \"نگار همکار\", \"email\": \"negar@example.ir\"}")
                .expect(201);
        String id = task("ارجاع‌شدنی", Instant.now().minus(Duration.ofDays(1)));
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/?show=late");
            page.locator("#task-" + id + " .m a").first().focus();

            page.keyboard().press("x");
            page.locator("#refer-owner").fill("نگار");
            page.locator("#refer-owner-options [role=option]").first().click();
            page.locator("#dialog .primary").click();

            assertThat(page.locator("#task-" + id)).hasCount(0);
            assertThat(page.locator(".toast")).containsText("نگار همکار");
            Assertions.assertThat(
                            API.get("/tasks/" + id).get("owner").path("name").asString())
                    .isEqualTo("نگار همکار");
        }
    }

    @Test
    void aMentionWaitsUntilItIsDoneAndCanBePutBack() {
        String account = account("فولاد اشاره");
        mentionMe(account);
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/?show=mention");
            Locator item = page.locator(".it", new Page.LocatorOptions().setHasText("فولاد اشاره"));
            item.locator(".m a").first().click();
            page.waitForURL(url -> url.endsWith("/accounts/" + account));
            page.navigate(PROGRAM.url() + "/?show=mention");

            item.locator(".m a").first().focus();
            page.keyboard().press("e");
            assertThat(item).hasCount(0);
            page.navigate(PROGRAM.url() + "/");
            assertThat(item).hasCount(0);

            page.navigate(PROGRAM.url() + "/notices?unread=false");
            assertThat(item).hasCount(1);
        }
    }

    @Test
    void aMentionThatWasDoneIsTakenBack() {
        mentionMe(account("مس اشاره"));
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/?show=mention");
            Locator item = page.locator(".it", new Page.LocatorOptions().setHasText("مس اشاره"));
            item.locator(".tick").click();
            assertThat(item).hasCount(0);

            page.keyboard().press("z");

            assertThat(item).hasCount(1);
        }
    }

    /** A colleague writes a note about an account and mentions who is signed in. */
    private static void mentionMe(String account) {
        String me = API.get(
                        "/users",
                        "filter",
                        "{\"field\": \"email\", \"op\": \"eq\", \"value\": \"" + TestProgram.EMAIL + "\"}")
                .data()
                .get(0)
                .path("id")
                .asString();
        String colleague = API.post(
                        "/users",
                        "{\"name\": \"بابک\", \"email\": \"babak-" + account + "@example.ir\", \"password\":"
                                + " \"long enough a word\", \"roles\": [\"sales manager\"]}")
                .expect(201)
                .id();
        String token = API.post("/users/" + colleague + "/tokens", "{\"name\": \"test\"}")
                .expect(201)
                .text("token");
        Api.of(PROGRAM, token)
                .post(
                        "/notes",
                        "{\"body\": \"@[من](users/" + me
                                + ") ببین\", \"regarding\": {\"type\": \"accounts\", \"id\": \"" + account + "\"}}")
                .expect(201);
    }

    /** With three keys at a desk, by touch on a telephone. */
    @ParameterizedTest
    @EnumSource
    void aCallWithItsNextStepTakesTenSeconds(Seat seat) {
        String account = account("تلفنی " + seat);
        try (BrowserContext visitor = browser.signedIn(seat)) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/accounts/" + account);
            TestBrowser.settle(page);
            long start = System.nanoTime();

            if (seat.isPhone()) {
                logByTouch(page, seat);
            } else {
                logByKeyboard(page);
            }
            assertThat(page.locator("#record-timeline")).containsText("سفارش تازه دارد");

            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.getLogger("figures").log(System.Logger.Level.INFO, "call logged in {0}", took);
            Assertions.assertThat(took).isLessThan(Duration.ofSeconds(10));
            assertThat(page.locator("#record-next")).containsText("فرستادن قیمت");
            assertThat(page.locator("#dialog")).isHidden();
            seat.fits(page);
        }
    }

    private static void logByKeyboard(Page page) {
        page.keyboard().press("l");
        assertThat(page.locator("#log-description")).isFocused();
        page.keyboard().type("سفارش تازه دارد");
        page.keyboard().press("Tab");
        page.keyboard().type("فرستادن قیمت");
        page.keyboard().press("Control+Enter");
    }

    private static void logByTouch(Page page, Seat seat) {
        seat.fits(page);
        seat.press(page.locator("[popovertarget=new-menu]:visible"));
        seat.press(page.locator("#new-menu a[href^='/calls/log']"));
        page.locator("#log-description").fill("سفارش تازه دارد");
        page.locator("#log-next").fill("فرستادن قیمت");
        seat.fits(page);
        seat.press(page.locator("#dialog footer .primary"));
    }

    @Test
    void aCallerIsFoundByAPartOfTheNumberInTwoSeconds() {
        String contact = API.post("/contacts", "{\"name\": \"مریم تهرانی\", \"mobile\": \"09123456781\"}")
                .expect(201)
                .id();
        API.post(
                        "/tasks",
                        "{\"subject\": \"پیگیری قرارداد مریم\", \"dueAt\": \"2026-12-01T09:00:00Z\", \"regarding\":"
                                + " {\"type\": \"contacts\", \"id\": \"" + contact + "\"}}")
                .expect(201);
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/tasks");
            long start = System.nanoTime();

            page.keyboard().press("Control+k");
            page.keyboard().type("3456781");
            page.locator("#palette-results [role=option]", new Page.LocatorOptions().setHasText("مریم تهرانی"))
                    .waitFor();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/contacts/" + contact));
            assertThat(page.locator("#record-next")).containsText("پیگیری قرارداد مریم");

            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.getLogger("figures").log(System.Logger.Level.INFO, "caller found in {0}", took);
            Assertions.assertThat(took).isLessThan(Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void pagesHoldToTheRulesOfAccess(String language) {
        task("دسترس", Instant.now().plus(Duration.ofHours(1)));
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = visitor.newPage();
            for (String path : new String[] {"/", "/admin/work-time", "/calls/log"}) {
                page.navigate(PROGRAM.url() + path);
                TestBrowser.settle(page);
                Assertions.assertThat(Axe.breaches(page)).as(path).isEmpty();
            }
        }
    }

    private static String task(String subject, Instant due) {
        return API.post("/tasks", "{\"subject\": \"" + subject + "\", \"dueAt\": \"" + due + "\"}")
                .expect(201)
                .id();
    }

    private static String account(String name) {
        return API.post("/accounts", "{\"name\": \"" + name + "\"}").expect(201).id();
    }
}
