package org.peyvand.web.list;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Axe;
import org.peyvand.testing.Mark;
import org.peyvand.testing.Seat;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** Views as two colleagues use them, in a browser. */
@Tag("browser")
class ViewsInBrowserTest {

    private static final TestProgram program = TestProgram.shared();
    private static final Api administrator = Api.of(program);

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(program);

    @ParameterizedTest
    @EnumSource
    void keepsANarrowedListForTheTeamWhereAColleagueOpensItButDoesNotRenameIt(Seat seat) {
        var word = word();
        var name = seat.reads("نمای ", "View ") + word;
        var team = administrator
                .post("/teams", "{\"name\": \"تیم %s\"}".formatted(word))
                .expect(201)
                .id();
        try (var maker = browser.signedIn(hire(team, "maker" + word), browser.visitor(seat));
                var colleague = browser.signedIn(hire(team, "colleague" + word), browser.visitor(seat))) {
            var page = maker.newPage();
            account(page, "الف " + word);

            narrows(seat, page, word);
            keeps(seat, page, name);
            var address = page.url();

            var other = colleague.newPage();
            other.navigate(program.url() + "/accounts");
            TestBrowser.settle(other);
            seat.press(tabs(other).filter(new Locator.FilterOptions().setHasText(name)));
            assertThat(other).hasURL(address);
            assertThat(other.locator(".chip:visible")).hasCount(1);
            seat.fits(other);
            seat.press(other.locator(".tabs button"));
            assertThat(other.locator("#view-menu")).isVisible();
            assertThat(other.locator("#view-menu [href$='/edit']")).hasCount(0);
            assertThat(rename(other)).isEqualTo(403);

            other.navigate(program.url() + "/accounts");
            assertThat(other).hasURL(address);

            renamesAndTakesBack(seat, page, name);
            narrowsTheViewFurther(seat, page, word);

            other.navigate(address);
            assertThat(other.locator(".chip:visible")).hasCount(2);
        }
    }

    /** Of more views than the strip is wide. */
    @ParameterizedTest
    @EnumSource(Seat.class)
    void theTabOfAnOpenViewIsInSight(Seat seat) {
        var word = word();
        var team = administrator
                .post("/teams", "{\"name\": \"تیم %s\"}".formatted(word))
                .expect(201)
                .id();
        var views =
                IntStream.range(0, 20).mapToObj(nth -> view(team, word, nth)).toList();
        try (var visitor = browser.signedIn(hire(team, "many" + word), browser.visitor(seat))) {
            var page = visitor.newPage();

            page.navigate(program.url() + "/accounts?view=" + views.getLast());
            showsTabOf(page, views.getLast());
            page.locator(".tabs a[href*='" + views.get(12) + "']").evaluate("tab => tab.click()");
            showsTabOf(page, views.get(12));
            seat.fits(page);
        }
    }

    private static String view(String team, String word, int nth) {
        return administrator
                .post("/views", """
                        {"name": "%s %02d", "type": "accounts", "scope": "team", "team": "%s", "position": %d}
                        """.formatted(word, nth, team, nth))
                .expect(201)
                .id();
    }

    private static void showsTabOf(Page page, String view) {
        var tab = page.locator(".tabs a[aria-current][href*='" + view + "']");
        assertThat(tab).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.9));
        TestBrowser.settle(page);
        assertThat(tab).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.9));
    }

    private static void narrows(Seat seat, Page page, String word) {
        page.navigate(program.url() + "/accounts?view=table");
        TestBrowser.settle(page);
        condition(seat, page, word);
        assertThat(page.locator(".chip:visible")).hasCount(1);
        assertThat(page.locator("tbody [data-row]")).hasCount(1);
        seat.fits(page);
    }

    private static void condition(Seat seat, Page page, String word) {
        seat.press(page.locator(".addchip"));
        page.fill("#condition [type=text]", word);
        seat.fits(page);
        seat.press(page.locator("#condition [type=submit]"));
    }

    private static void keeps(Seat seat, Page page, String name) {
        seat.press(page.locator("a[href*='/views/new']:visible").first());
        page.fill("#view-name", name);
        page.selectOption("#view-scope", "team");
        seat.fits(page);
        seat.press(page.locator("#dialog [type=submit]"));
        var tab = page.locator(".tabs a[aria-current]");
        assertThat(tab).containsText(name);
        assertThat(tab).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.9));
        assertThat(page.locator("tbody [data-row]")).hasCount(1);
        assertThat(tab.locator(".count")).hasText(seat.reads("۱", "1"));
        seat.fits(page);
    }

    private static void renamesAndTakesBack(Seat seat, Page page, String name) {
        seat.press(page.locator(".tabs button"));
        seat.press(page.locator("#view-menu [href$='/edit']"));
        page.fill("#view-name", "+ " + name);
        seat.press(page.locator("#dialog [type=submit]"));
        assertThat(page.locator(".tabs a[aria-current]")).containsText("+ " + name);
        seat.press(page.locator("#toasts form button").last());
        assertThat(page.locator("#toasts")).containsText(seat.reads("برگردانده", "Taken back"));
        assertThat(page.locator(".tabs a[aria-current]")).containsText(Pattern.compile("^\\s*" + name));
    }

    /** What was changed of an open view stays with its reader until they put it into the view. */
    private static void narrowsTheViewFurther(Seat seat, Page page, String word) {
        condition(seat, page, word);
        assertThat(page.locator(".chip:visible")).hasCount(2);
        seat.press(page.locator(".filter form[action$='/state'] button"));
        assertThat(page.locator(".filter form[action$='/state']")).hasCount(0);
        assertThat(page.locator(".chip:visible")).hasCount(2);
        seat.fits(page);
    }

    private static Locator tabs(Page page) {
        return page.locator(".tabs a");
    }

    @Test
    void choosesColumnsByKeyboardStarsAViewAndFindsItInTheSideBar() {
        var word = word();
        var team = administrator
                .post("/teams", "{\"name\": \"تیم %s\"}".formatted(word))
                .expect(201)
                .id();
        try (var visitor = browser.signedIn(hire(team, "star" + word), browser.desk("fa"))) {
            var page = visitor.newPage();
            account(page, "ب " + word);
            page.navigate(program.url() + "/accounts");

            page.locator("a[href*='/columns']").click();
            var tags = page.locator(".arrange li", new Page.LocatorOptions().setHasText("برچسب"));
            tags.locator("input").check();
            var before = tags.evaluate("item => [...item.parentElement.children].indexOf(item)");
            tags.locator("[data-up]").focus();
            page.keyboard().press("Enter");
            assertThat(tags.evaluate("item => [...item.parentElement.children].indexOf(item)"))
                    .isEqualTo((Integer) before - 1);
            page.click("#dialog [type=submit]");
            assertThat(page.locator("thead")).containsText("برچسب");
            page.locator("a[href*='/views/new']").first().click();
            page.fill("#view-name", "ستون‌ها " + word);
            page.click("#dialog [type=submit]");
            assertThat(page.locator("thead")).containsText("برچسب");
            assertThat(Axe.breaches(page)).isEmpty();

            page.locator(".tabs button").click();
            page.locator("#view-menu form").first().locator("button").click();

            assertThat(page.locator(".side .pins")).containsText("ستون‌ها " + word);
            page.locator(".tabs button").click();
            page.locator("#view-menu form").last().locator("button").click();
            assertThat(page.locator(".side")).not().containsText("ستون‌ها " + word);
        }
    }

    @Test
    void tagsWhatIsTickedAndColoursTheTagOnItsPage() {
        var word = word();
        administrator.post("/accounts", "{\"name\": \"یک %s\"}".formatted(word)).expect(201);
        administrator
                .post("/accounts", "{\"name\": \"دو %s\", \"tags\": [\"مانده\"]}".formatted(word))
                .expect(201);
        try (var visitor = browser.signedIn(TestProgram.EMAIL, browser.desk("fa"))) {
            var page = visitor.newPage();
            page.navigate(program.url() + "/accounts?view=table&columns=tags&q=" + word);

            page.check("[data-select-all]");
            page.click("[data-dialog='#tag']");
            page.fill("#tag-names", word);
            page.click("#tag .primary");
            assertThat(page.locator("tbody .tag").filter(new Locator.FilterOptions().setHasText(word)))
                    .hasCount(2);
            assertThat(page.locator("tbody")).containsText("مانده");

            page.navigate(program.url() + "/admin/tags?q=" + word);
            page.selectOption("select[name=color]", "red");
            page.locator("tbody form[id^=save]").locator("button").click();
            assertThat(page.locator("#toasts form")).isVisible();
            assertThat(Axe.breaches(page)).isEmpty();
            page.navigate(program.url() + "/accounts?view=table&columns=tags&q=" + word);
            assertThat(page.locator("tbody .tag.c-red")).hasCount(2);
        }
    }

    @Test
    void putsViewsAndStarsIntoAnOrderByKeyboard() {
        var word = word();
        var first = own(word + " یک");
        var second = own(word + " دو");
        administrator.put("/favourites/views/" + first, "").expect(204);
        administrator.put("/favourites/views/" + second, "").expect(204);
        try (var visitor = browser.signedIn("fa")) {
            var page = visitor.newPage();
            page.navigate(program.url() + "/accounts?view=" + first);

            page.locator("[popovertarget=view-menu]").press("Enter");
            page.locator("#view-menu a[href$='/views/order']").press("Enter");
            moveUp(page, second);
            page.waitForURL(Pattern.compile("/accounts\\?view=table$"));
            assertThat(page.locator("#toasts form button").last()).isVisible();
            assertThat(views()).containsSubsequence(second, first);

            page.locator(".side a[href='/favourites/order']").press("Enter");
            assertThat(stars()).containsSubsequence(second, first);
            moveUp(page, first);
            await().untilAsserted(() -> assertThat(stars()).containsSubsequence(first, second));
            // Chromium now and then never closes a window whose next page is on its way.
            TestBrowser.settle(page);
        }
    }

    private static String own(String name) {
        return administrator
                .post("/views", "{\"name\": \"%s\", \"type\": \"accounts\"}".formatted(name))
                .expect(201)
                .id();
    }

    /** Until it stands first, as one does who knows no mouse. */
    private static void moveUp(Page page, String id) {
        var item = page.locator("#dialog li:has(input[value='" + id + "'])");
        assertThat(item).isVisible();
        var all = page.locator("#dialog li");
        for (int i = all.count(); i > 1; i--) {
            item.locator("[data-up]").press("Enter");
        }
        assertThat(all.first().locator("input")).hasValue(id);
        page.locator("#dialog footer .primary").press("Enter");
    }

    private static List<String> views() {
        return ids(administrator.get("/views?limit=200&sort=position,createdAt"));
    }

    private static List<String> stars() {
        return ids(administrator.get("/favourites"));
    }

    private static List<String> ids(Api.Answer answer) {
        return answer.expect(200)
                .data()
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    /** What a colleague gets who posts the form that is not offered. */
    private static int rename(Page page) {
        return (Integer) page.evaluate("""
                () => fetch(location.pathname + '/views/' + new URLSearchParams(location.search).get('view') + '/deletion', {
                    method: 'POST', headers: {'X-XSRF-TOKEN': document.cookie.match(/XSRF-TOKEN=([^;]*)/)[1]}
                }).then(answer => answer.status)""");
    }

    private static void account(Page page, String name) {
        page.navigate(program.url() + "/accounts/new");
        page.locator("main [name=name]").fill(name);
        page.locator("main [name=name]").press("Enter");
        page.waitForURL(Pattern.compile("/accounts/[0-9a-f-]{36}"));
    }

    private static String hire(String team, String mark) {
        var email = mark + "@example.ir";
        administrator
                .post("/users", """
                        {"name": "%s", "email": "%s", "team": "%s", "roles": ["seller"], "password": "%s"}""".formatted(mark, email, team, TestProgram.PASSWORD))
                .expect(201);
        return email;
    }

    private static String word() {
        return "q" + Mark.fresh();
    }
}
