package org.peyvand.web.list;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.peyvand.testing.Api;
import org.peyvand.testing.Axe;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** Views as two colleagues use them, in a browser. */
@Tag("browser")
class ViewsInBrowserTest {

    private static final TestProgram program = TestProgram.shared();
    private static final Api administrator = Api.of(program);

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(program);

    @Test
    void keepsANarrowedListForTheTeamWhereAColleagueOpensItButDoesNotRenameIt() {
        var word = word();
        var team = administrator
                .post("/teams", "{\"name\": \"تیم %s\"}".formatted(word))
                .expect(201)
                .id();
        try (var maker = browser.signedIn(hire(team, "maker" + word), browser.desk("fa"));
                var colleague = browser.signedIn(hire(team, "colleague" + word), browser.desk("fa"))) {
            var page = maker.newPage();
            account(page, "الف " + word);

            keepsNarrowed(page, word);

            var tab = page.locator(".tabs a[aria-current]");
            assertThat(tab).containsText("نمای " + word);
            assertThat(page.locator("tbody [data-row]")).hasCount(1);
            assertThat(tab.locator(".count")).hasText("۱");
            var address = page.url();

            var other = colleague.newPage();
            other.navigate(program.url() + "/accounts");
            other.locator(".tabs a", new Page.LocatorOptions().setHasText("نمای " + word))
                    .click();
            assertThat(other).hasURL(address);
            assertThat(other.locator(".chip")).hasCount(1);
            other.locator(".tabs button").click();
            assertThat(other.locator("#view-menu")).isVisible();
            assertThat(other.locator("#view-menu [href$='/edit']")).hasCount(0);
            assertThat(rename(other)).isEqualTo(403);

            other.navigate(program.url() + "/accounts");
            assertThat(other).hasURL(address);

            renamesAndTakesBack(page, word);
        }
    }

    private static void keepsNarrowed(Page page, String word) {
        page.navigate(program.url() + "/accounts");
        page.click(".addchip");
        page.fill("#condition [type=text]", word);
        page.click("#condition [type=submit]");
        page.locator("a[href*='/views/new']").first().click();
        page.fill("#view-name", "نمای " + word);
        page.selectOption("#view-scope", "team");
        page.click("#dialog [type=submit]");
    }

    private static void renamesAndTakesBack(Page page, String word) {
        page.locator(".tabs button").click();
        page.click("#view-menu [href$='/edit']");
        page.fill("#view-name", "نامی دیگر " + word);
        page.click("#dialog [type=submit]");
        assertThat(page.locator(".tabs a[aria-current]")).containsText("نامی دیگر");
        page.locator("#toasts form button").last().click();
        assertThat(page.locator("#toasts")).containsText(Pattern.compile("برگردانده"));
        assertThat(page.locator(".tabs a[aria-current]")).containsText("نمای " + word);
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
