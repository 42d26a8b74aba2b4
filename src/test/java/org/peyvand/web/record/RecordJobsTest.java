package org.peyvand.web.record;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Axe;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** Whole jobs on record pages, in a browser, in both languages. */
@Tag("browser")
class RecordJobsTest {

    private static final TestProgram PROGRAM = TestProgram.shared();

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(PROGRAM);

    @Test
    void aNumberBesideARelatedNameReadsFromLeftToRight() {
        Api api = Api.of(PROGRAM);
        String account =
                api.post("/accounts", "{\"name\": \"آوند\"}").expect(201).id();
        api.post("/contacts", """
                        {"lastName": "سپهری", "jobTitle": "مدیر خرید", "account": "%s", "mobile": "09121234567"}""".formatted(account)).expect(201);
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();

            page.navigate(PROGRAM.url() + "/accounts/" + account);

            assertThat(page.locator("#record-related small bdi[dir=ltr]")).hasText("۰۹۱۲ ۱۲۳ ۴۵۶۷");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void makesAnAccountWithAContactAndADeal(String language) {
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = visitor.newPage();

            makeAccount(page, "شرکت نمونه " + language);
            String account = page.url();
            page.locator("#record-related section.ins a.more[href^='/contacts/new']")
                    .click();
            page.locator("#dialog #f-name").fill("لیلا صالحی");
            page.locator("#dialog footer [name=open]").click();
            page.waitForURL(Pattern.compile("/contacts/[0-9a-f-]{36}$"));
            assertThat(page.locator("#fact-account")).containsText("شرکت نمونه");

            page.navigate(PROGRAM.url() + "/opportunities/new?account=" + account.replaceAll(".*/", ""));
            page.locator("#f-name").fill("قرارداد سالانه");
            page.locator("main form .primary").click();

            page.waitForURL(Pattern.compile("/opportunities/[0-9a-f-]{36}$"));
            assertThat(page.locator("#fact-account")).containsText("شرکت نمونه");
            assertThat(page.locator("#record-path li.now")).hasCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void editsAFieldInPlaceAndTakesItBack(String language) {
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = visitor.newPage();
            makeAccount(page, "پخش البرز " + language);
            Locator name = page.locator("#fact-name");

            name.locator("a.pen").focus();
            page.keyboard().press("Enter");
            name.locator("input[name=name]").waitFor();
            TestBrowser.settle(page);
            name.locator("input[name=name]").fill("پخش آرمان");
            page.keyboard().press("Enter");

            assertThat(name.locator("form")).hasCount(0);
            assertThat(name).containsText("پخش آرمان");
            assertThat(page.locator("h1")).containsText("پخش آرمان");
            page.locator(".toast form button").last().click();
            assertThat(page.locator("h1")).containsText("پخش البرز " + language);
        }
    }

    @Test
    void escapeLeavesAFieldAsItWas() {
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            makeAccount(page, "پخش خلیج");

            page.locator("#fact-name").click();
            TestBrowser.settle(page);
            page.locator("#fact-name input[name=name]").fill("چیز دیگر");
            page.keyboard().press("Escape");

            assertThat(page.locator("#fact-name form")).hasCount(0);
            assertThat(page.locator("#fact-name")).containsText("پخش خلیج");
        }
    }

    @Test
    void twoEditorsOfOneFieldChooseBetweenTheirValues() {
        try (BrowserContext visitor = browser.signedIn("en")) {
            Page mine = visitor.newPage();
            makeAccount(mine, "Alborz Trading");
            Page theirs = visitor.newPage();
            theirs.navigate(mine.url());
            mine.locator("#fact-name a.pen").click();
            theirs.locator("#fact-name a.pen").click();
            TestBrowser.settle(mine);
            TestBrowser.settle(theirs);

            theirs.locator("#fact-name input[name=name]").fill("Alborz Foods");
            theirs.keyboard().press("Enter");
            assertThat(theirs.locator("#fact-name form")).hasCount(0);
            mine.locator("#fact-name input[name=name]").fill("Alborz Cold Chain");
            mine.keyboard().press("Enter");

            Locator conflict = mine.locator("form.conflict");
            assertThat(conflict).containsText("Alborz Trading");
            assertThat(conflict).containsText("Alborz Foods");
            conflict.locator("input[value=mine]").check();
            conflict.locator(".primary").click();
            assertThat(mine.locator("#fact-name form")).hasCount(0);
            assertThat(mine.locator("#fact-name")).containsText("Alborz Cold Chain");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void deletesAndRestores(String language) {
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = visitor.newPage();
            makeAccount(page, "فروشگاه شمال " + language);
            String address = page.url();

            page.locator("[popovertarget=record-menu]").click();
            page.locator("#record-menu form[action$='/deletion'] button").click();
            page.navigate(address);
            page.locator(".rhead .note form button").click();

            assertThat(page.locator(".toast")).not().hasCount(0);
            assertThat(page.locator(".rhead .note")).hasCount(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void writesANoteThatStandsOnTheTimeline(String language) {
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = visitor.newPage();
            makeAccount(page, "پارس " + language);

            page.locator("#composer textarea").fill("قیمت پارسال را می‌خواهد.");
            page.locator("#composer .primary").click();

            assertThat(page.locator("#record-timeline .ev .txt")).containsText("قیمت پارسال");
        }
    }

    @Test
    void allProblemsOfAFormAreShownAtOnce() {
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/accounts/new");
            page.locator("main details.more summary").click();
            page.locator("#f-name").fill(" ");
            page.locator("#f-email").fill("no address");
            page.locator("#f-foundedYear").fill("دیروز");

            page.locator("main form").evaluate("form => form.noValidate = true");
            page.locator("main form .primary").click();

            assertThat(page.locator(".summary li")).hasCount(3);
            assertThat(page.locator("#f-email")).hasValue("no address");
        }
    }

    @ParameterizedTest
    @CsvSource({"fa,LIGHT", "fa,DARK", "en,LIGHT", "en,DARK"})
    void pagesHoldToTheRulesOfAccess(String language, ColorScheme scheme) {
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = visitor.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            makeAccount(page, "دسترس " + language + scheme);
            String account = page.url();
            assertClean(page);

            page.locator("#fact-name a.pen").click();
            page.locator("#fact-name input[name=name]").waitFor();
            assertClean(page);
            for (String path : new String[] {account + "/history", account + "/edit", PROGRAM.url() + "/bin"}) {
                page.navigate(path);
                assertClean(page);
            }
        }
    }

    private static void assertClean(Page page) {
        TestBrowser.settle(page);
        Assertions.assertThat(Axe.breaches(page)).as(page.url()).isEmpty();
    }

    private static void makeAccount(Page page, String name) {
        page.navigate(PROGRAM.url() + "/accounts/new");
        page.locator("#f-name").fill(name);
        page.locator("main form .primary").click();
        page.waitForURL(Pattern.compile("/accounts/[0-9a-f-]{36}$"));
        TestBrowser.settle(page);
    }
}
