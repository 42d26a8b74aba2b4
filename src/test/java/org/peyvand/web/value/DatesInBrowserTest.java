package org.peyvand.web.value;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.locale.Presentation;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Today;

/** Dates typed into their box or picked from the calendar beside it, by key, mouse and finger, in both calendars. */
@Tag("browser")
class DatesInBrowserTest {

    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final TestProgram program = TestProgram.shared();
    private static final Api api = Api.of(program);

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(program);

    private final String mark = "t" + Mark.fresh();
    private final String email = mark + "@pars.example";

    /** Esfand has thirty days in 1403 and in 1404 it has not; in a page from right to left the next day is on the left. */
    @Test
    void walksThroughTheJalaliCalendarByKey() {
        try (BrowserContext visitor = reader("{}", browser.desk("fa"))) {
            Page page = form(visitor);
            open(page, "۱۴۰۳/۱۲/۳۰");
            isOn(page, "۳۰ اسفند ۱۴۰۳");
            assertThat(page.locator(".cal td:not(.out)")).hasCount(30);
            assertThat(page.locator(".cal [aria-selected=true]")).hasText("۳۰");

            press(page, "ArrowLeft", "۱ فروردین ۱۴۰۴");
            assertThat(page.locator(".cal td:not(.out)")).hasCount(31);
            press(page, "ArrowRight", "۳۰ اسفند ۱۴۰۳");
            press(page, "ArrowDown", "۷ فروردین ۱۴۰۴");
            press(page, "ArrowUp", "۳۰ اسفند ۱۴۰۳");
            press(page, "Home", "شنبه ۲۵ اسفند ۱۴۰۳");
            press(page, "End", "جمعه ۱ فروردین ۱۴۰۴");
            press(page, "ArrowRight", "۳۰ اسفند ۱۴۰۳");
            press(page, "PageDown", "۳۰ فروردین ۱۴۰۴");
            press(page, "PageUp", "۳۰ اسفند ۱۴۰۳");
            press(page, "Shift+PageDown", "۲۹ اسفند ۱۴۰۴");
            assertThat(page.locator(".cal td:not(.out)")).hasCount(29);
            page.keyboard().press("Enter");

            isChosen(page, "۱۴۰۴/۱۲/۲۹");
            assertThat(words(page)).containsText("جمعه ۲۹ اسفند ۱۴۰۴");
            Assertions.assertThat(saved(page)).isEqualTo("2026-03-20");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, '{}', ArrowRight, ArrowLeft", "fa, '{\"calendar\": \"gregorian\"}', ArrowLeft, ArrowRight"})
    void walksThroughTheGregorianCalendarByKey(String language, String choices, String next, String previous) {
        try (BrowserContext visitor = reader(choices, browser.desk(language))) {
            Page page = form(visitor);
            Presentation reader = Presentation.of(Locale.of(language));
            open(page, "2028-02-29");
            isAt(page, "2028-02-29");
            assertThat(page.locator(".cal td:not(.out)")).hasCount(29);

            press(page, next, LocalDate.parse("2028-03-01"));
            press(page, previous, LocalDate.parse("2028-02-29"));
            press(page, "ArrowDown", LocalDate.parse("2028-03-07"));
            press(page, "ArrowUp", LocalDate.parse("2028-02-29"));
            press(page, "Home", LocalDate.parse("2028-02-28"));
            press(page, "End", LocalDate.parse("2028-03-05"));
            press(page, "PageDown", LocalDate.parse("2028-04-05"));
            press(page, "PageUp", LocalDate.parse("2028-03-05"));
            press(page, "Shift+PageUp", LocalDate.parse("2027-03-05"));
            page.keyboard().press("Enter");

            isChosen(page, reader.digits("2027-03-05"));
            Assertions.assertThat(saved(page)).isEqualTo("2027-03-05");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void opensByMouseAndClosesWhereItLeads(String language) {
        try (BrowserContext visitor = reader("{}", browser.desk(language))) {
            Page page = form(visitor);
            box(page).fill(language.equals("fa") ? "۱۴۰۵/۰۱/۱۵" : "2026-04-04");
            Locator button = page.locator("p-date:has(#f-closeDate) [data-open]");
            assertThat(button).hasAttribute("aria-expanded", "false");

            button.click();
            assertThat(button).hasAttribute("aria-expanded", "true");
            Assertions.assertThat(inWindow(page)).isTrue();
            page.locator(".cal [data-months='1']").click();
            assertThat(page.locator(".cal [data-months='1']")).isFocused();
            page.locator(".cal td:not(.out) button").first().click();
            isChosen(page, language.equals("fa") ? "۱۴۰۵/۰۲/۰۱" : "2026-05-01");

            button.click();
            assertThat(popup(page)).isVisible();
            page.locator("h1").click();
            assertThat(popup(page)).isHidden();
            button.click();
            page.locator("#f-name").focus();
            assertThat(popup(page)).isHidden();
            assertThat(button).hasAttribute("aria-expanded", "false");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void escapeClosesTheCalendarAndNotTheDialogAroundIt(String language) {
        try (BrowserContext visitor = reader("{}", browser.desk(language))) {
            Page page = visitor.newPage();
            page.navigate(program.url() + "/opportunities");
            page.keyboard().press("c");
            page.locator("#new-menu a[href^='/opportunities/new']").press("Enter");
            page.locator("#dialog .more summary").click();
            Locator box = page.locator("#dialog #f-closeDate");
            box.fill("1405/6/12");
            box.press("ArrowDown");
            assertThat(popup(page)).isVisible();

            page.keyboard().press("Escape");

            assertThat(popup(page)).isHidden();
            assertThat(page.locator("#dialog")).isVisible();
            assertThat(box).isFocused();
            assertThat(box).hasValue("1405/6/12");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void understandsWhatIsTypedSaysItAndOpensThere(String language) {
        try (BrowserContext visitor = reader("{}", browser.desk(language))) {
            Page page = form(visitor);
            Presentation reader = Presentation.of(Locale.of(language));
            LocalDate twelfth = LocalDate.of(2026, 9, 3);
            LocalDate today = Today.in(TEHRAN);
            for (String typed : List.of(
                    "۱۴۰۵/۶/۱۲", "1405/6/12", "۱۴۰۵-۰۶-۱۲", "05/6/12", "۰۵/۶/۱۲", "2026-09-03", "۱۲ شهریور ۱۴۰۵")) {
                isUnderstood(page, typed, twelfth, reader);
            }
            isUnderstood(page, "امروز", today, reader);
            isUnderstood(page, "tomorrow", today.plusDays(1), reader);
            isUnderstood(page, "+۳", today.plusDays(3), reader);
            isUnderstood(page, "فردا", today.plusDays(1), reader);

            Assertions.assertThat(saved(page)).isEqualTo(today.plusDays(1).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void saysOfADateThatIsNoneWhatToWriteAndKeepsIt(String language) {
        try (BrowserContext visitor = reader("{}", browser.desk(language))) {
            for (String typed : List.of("1404/12/30", "کی؟", "2027-02-29")) {
                Page page = form(visitor);
                box(page).fill(typed);
                assertThat(words(page)).containsText(language.equals("fa") ? "نمی‌شناسیم" : "not clear");

                page.locator("#f-name").fill(mark);
                page.locator("main form .primary").click();

                assertThat(page.locator(".summary")).isFocused();
                assertThat(box(page)).hasValue(typed);
                assertThat(box(page)).hasAttribute("aria-invalid", "true");
                assertThat(page.locator("#" + box(page).getAttribute("aria-describedby")))
                        .containsText(language.equals("fa") ? "۱۴۰۵/۰۹/۰۱" : "2026-11-22");
                page.locator(".summary a").first().click();
                assertThat(box(page)).isFocused();
                box(page).fill("");
                page.locator("main form .primary").click();
                page.waitForURL(Pattern.compile("/opportunities/[0-9a-f-]{36}$"));
                page.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void fitsATelephoneAndAFinger(String language) {
        try (BrowserContext visitor = reader("{}", browser.phone(language))) {
            Page page = form(visitor);
            box(page).fill("1405/6/12");
            assertThat(words(page)).not().isEmpty();

            page.locator("p-date:has(#f-closeDate) [data-open]").tap();

            assertThat(popup(page)).isVisible();
            Assertions.assertThat(inWindow(page)).isTrue();
            for (Locator target : page.locator(".cal button").all()) {
                BoundingBox size = target.boundingBox();
                Assertions.assertThat(Math.min(size.width, size.height))
                        .as(target.innerHTML())
                        .isGreaterThanOrEqualTo(43.5);
            }
            page.locator(".cal [aria-selected=true] button").tap();
            isChosen(page, language.equals("fa") ? "۱۴۰۵/۰۶/۱۲" : "2026-09-03");
        }
    }

    /** Of two zones that never share a day one differs from that of the browser. */
    @Test
    void beginsTodayWhereTheReaderLives() {
        ZoneId zone = Stream.of("Pacific/Kiritimati", "Pacific/Pago_Pago")
                .map(ZoneId::of)
                .filter(each -> !LocalDate.now(each).equals(LocalDate.now(TEHRAN)))
                .findFirst()
                .orElseThrow();
        try (BrowserContext visitor = reader("{\"timeZone\": \"" + zone + "\"}", browser.desk("en"))) {
            Page page = form(visitor);

            box(page).press("ArrowDown");

            isAt(page, LocalDate.now(zone).toString());
            assertThat(page.locator(".cal [aria-current=date]")).isFocused();
        }
    }

    /** The program knows more names of zones than browsers do. */
    @Test
    void opensForAReaderInAZoneThatTheBrowserDoesNotKnow() {
        try (BrowserContext visitor = reader("{\"timeZone\": \"UTC+3\"}", browser.desk("en"))) {
            Page page = form(visitor);

            box(page).press("ArrowDown");

            assertThat(popup(page)).isVisible();
            assertThat(page.locator(".cal [aria-current=date]")).isFocused();
        }
    }

    private static void isUnderstood(Page page, String typed, LocalDate day, Presentation reader) {
        box(page).fill(typed);
        assertThat(words(page)).containsText(reader.weekdayDate(day));
        box(page).press("ArrowDown");
        isAt(page, day.toString());
        page.keyboard().press("Escape");
        assertThat(box(page)).hasValue(typed);
    }

    private static void open(Page page, String typed) {
        box(page).fill(typed);
        box(page).press("ArrowDown");
        assertThat(popup(page)).isVisible();
    }

    private static void press(Page page, String key, String name) {
        page.keyboard().press(key);
        isOn(page, name);
    }

    private static void press(Page page, String key, LocalDate day) {
        page.keyboard().press(key);
        isAt(page, day.toString());
    }

    private static void isOn(Page page, String name) {
        assertThat(page.locator(".cal button:focus")).hasAttribute("aria-label", Pattern.compile(name + "$"));
    }

    private static void isAt(Page page, String date) {
        assertThat(page.locator(".cal button:focus"))
                .hasAttribute("data-days", Long.toString(LocalDate.parse(date).toEpochDay()));
    }

    private static void isChosen(Page page, String value) {
        assertThat(popup(page)).isHidden();
        assertThat(box(page)).hasValue(value);
        assertThat(box(page)).isFocused();
    }

    private static boolean inWindow(Page page) {
        BoundingBox box = popup(page).boundingBox();
        return box.x >= 0
                && box.y >= 0
                && box.x + box.width <= page.viewportSize().width
                && box.y + box.height <= page.viewportSize().height;
    }

    private String saved(Page page) {
        page.locator("#f-name").fill(mark);
        page.locator("main form .primary").click();
        page.waitForURL(Pattern.compile("/opportunities/[0-9a-f-]{36}$"));
        return api.get(page.url().substring(program.url().length())).expect(200).text("closeDate");
    }

    private static Page form(BrowserContext visitor) {
        Page page = visitor.newPage();
        page.navigate(program.url() + "/opportunities/new");
        TestBrowser.settle(page);
        return page;
    }

    private static Locator box(Page page) {
        return page.locator("main #f-closeDate");
    }

    private static Locator words(Page page) {
        return page.locator("main #f-closeDate-words");
    }

    private static Locator popup(Page page) {
        return page.locator(".calpop");
    }

    /** Somebody of their own, since what is typed is kept for them. */
    private BrowserContext reader(String choices, BrowserContext visitor) {
        String role = api.post("/roles", """
                        {"name": "%s", "types": {"*": {"read": "all", "create": "all", "update": "all"}}}""".formatted(mark)).expect(201).id();
        String user = api.post("/users", """
                        {"name": "%1$s", "email": "%2$s", "password": "%3$s", "roles": ["%4$s"]}""".formatted(mark, email, TestProgram.PASSWORD, role))
                .expect(201)
                .id();
        api.patch("/users/" + user, choices).expect(200);
        return browser.signedIn(email, visitor);
    }
}
