package org.peyvand.web.record;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.Seat;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** The switch in the menu of a record by which one hears of its changes, and no more. */
@Tag("browser")
class FollowingInBrowserTest {

    private static final TestProgram PROGRAM = TestProgram.shared();

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(PROGRAM);

    private final Api api = Api.of(PROGRAM);
    private final String mark = Mark.fresh();

    @ParameterizedTest
    @EnumSource(
            value = Seat.class,
            names = {"PERSIAN_DESK", "ENGLISH_PHONE"})
    void whoFollowsIsToldOfChangesAndWhoStopsIsNot(Seat seat) {
        String account = "/accounts/"
                + api.post("/accounts", "{\"name\": \"Followed %s\"}".formatted(mark))
                        .expect(201)
                        .id();
        try (BrowserContext visitor = browser.signedIn(reader(), browser.visitor(seat))) {
            Page page = visitor.newPage();

            toggle(seat, page, account, "false");
            api.patch(account, "{\"website\": \"https://one.example.ir\"}").expect(200);
            page.navigate(PROGRAM.url() + "/notices");
            assertThat(notices(page)).hasCount(1);

            notices(page).locator("a").first().click();
            page.waitForURL("**" + account);
            toggle(seat, page, account, "true");
            api.patch(account, "{\"website\": \"https://two.example.ir\"}").expect(200);
            page.navigate(PROGRAM.url() + "/notices");
            assertThat(notices(page)).hasCount(1);
        }
    }

    /** Presses the switch, which stands as told, and finds it turned when the page is opened again. */
    private static void toggle(Seat seat, Page page, String account, String standing) {
        page.navigate(PROGRAM.url() + account);
        TestBrowser.settle(page);
        Locator button = page.locator("#record-follow button");
        page.locator("[popovertarget=record-menu]").click();
        assertThat(button).hasAttribute("aria-pressed", standing);
        button.click();
        assertThat(page.locator("#toasts .toast.good")).isVisible();

        page.navigate(PROGRAM.url() + account);
        TestBrowser.settle(page);
        page.locator("[popovertarget=record-menu]").click();
        assertThat(button).hasAttribute("aria-pressed", standing.equals("true") ? "false" : "true");
        seat.fits(page);
    }

    private Locator notices(Page page) {
        return page.locator("main li", new Page.LocatorOptions().setHasText("Followed " + mark));
    }

    private String reader() {
        String email = "r" + mark + "@example.ir";
        api.post(
                        "/users",
                        "{\"name\": \"r\", \"email\": \"%s\", \"roles\": [\"sales manager\"], \"password\": \"%s\"}"
                                .formatted(email, TestProgram.PASSWORD))
                .expect(201);
        return email;
    }
}
