package org.peyvand.web.record;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.Seat;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** A person is entered, a deal is made with them and led from stage to stage until it is won. */
@Tag("browser")
class DealJobTest {

    private static final TestProgram PROGRAM = TestProgram.shared();

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(PROGRAM);

    private final Api api = Api.of(PROGRAM);
    private final String mark = Mark.fresh();

    @ParameterizedTest
    @EnumSource
    void aNewContactBecomesAWonDeal(Seat seat) {
        try (BrowserContext visitor = browser.signedIn(seat)) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/");
            TestBrowser.settle(page);

            seat.press(page.locator("[popovertarget=new-menu]:visible"));
            seat.press(page.locator("#new-menu a[href^='/contacts/new']"));
            make(seat, page, "لیلا " + mark, "contacts");

            seat.press(page.locator("#record-related a.more[href^='/opportunities/new']")
                    .first());
            make(seat, page, "قرارداد " + mark, "opportunities");
            assertThat(page.locator("#fact-primaryContact")).containsText("لیلا " + mark);

            walk(seat, page);
            String deal = page.url().replaceAll(".*/", "");
            Assertions.assertThat(stageOf(deal)).isEqualTo("won");

            seat.press(page.locator("#toasts form button").last());
            assertThat(page.locator("#record-path li.now + li")).hasCount(1);
            Assertions.assertThat(stageOf(deal)).isEqualTo("open");
        }
    }

    /** The kind of the stage in which a deal stands. */
    private String stageOf(String deal) {
        String stage = api.get("/opportunities/" + deal).get("stage").path("id").asString();
        return api.get("/stages/" + stage).text("kind");
    }

    /** Fills in the one field that is asked for and opens what was made. */
    private static void make(Seat seat, Page page, String name, String type) {
        page.locator("#dialog #f-name").fill(name);
        seat.fits(page);
        seat.press(page.locator("#dialog footer [name=open]"));
        page.waitForURL(Pattern.compile("/" + type + "/[0-9a-f-]{36}$"));
        seat.fits(page);
    }

    /** From step to step up to the last but one, which is won; whoever presses stays where the steps are. */
    private static void walk(Seat seat, Page page) {
        Locator steps = page.locator("#record-path li");
        assertThat(steps.first()).hasClass("now");
        int won = steps.count() - 2;
        Assertions.assertThat(won).isGreaterThan(1);
        for (int next = 1; next <= won; next++) {
            seat.press(steps.nth(next).locator("button"));
            assertThat(steps.nth(next)).hasClass("now");
            seat.fits(page);
            assertThat(steps.nth(next)).isInViewport();
            Assertions.assertThat(page.evaluate("document.activeElement.closest('#record-path') !== null"))
                    .as("the focus is on the path")
                    .isEqualTo(true);
        }
    }
}
