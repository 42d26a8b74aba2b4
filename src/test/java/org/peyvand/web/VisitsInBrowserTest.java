package org.peyvand.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** Going from page to page while the frame around them stays, as whoever sees, hears or steers the browser meets it. */
@Tag("browser")
class VisitsInBrowserTest {

    private static final TestProgram program = TestProgram.shared();
    private static final Api api = Api.of(program);

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(program);

    private final Page page = browser.page();
    private final String word = "v" + Mark.fresh();

    @Test
    void leadsOnAndBackWithAddressTitleFocusAndPlace() {
        for (int i = 0; i < 12; i++) {
            api.post("/accounts", "{\"name\": \"%s %02d\"}".formatted(word, i)).expect(201);
        }
        begin("/accounts?view=table&sort=name&q=" + word);
        String address = page.url();
        Locator row = page.locator("tbody td.key a", new Page.LocatorOptions().setHasText(word + " 11"));
        row.scrollIntoViewIfNeeded();

        row.click();

        assertThat(page.locator("h1")).hasText(word + " 11");
        assertThat(page).hasTitle(java.util.regex.Pattern.compile(word + " 11"));
        assertThat(page.locator("#main")).isFocused();
        assertThat(page.locator("#live")).containsText(word + " 11");
        assertThat(page.locator(".side a[href='/accounts']")).hasAttribute("aria-current", "page");
        assertThat(page.locator("#new-menu a[href*='?from=/accounts/']")).not().hasCount(0);
        assertThat(page.locator("#record-timeline")).not().hasClass("htmx-request");

        page.evaluate("history.back()");
        assertThat(page).hasURL(address);
        assertThat(page.locator("tbody [data-row]")).hasCount(12);
        page.evaluate("history.forward()");
        assertThat(page.locator("h1")).hasText(word + " 11");
        isSame();
    }

    /** The count of a large list may be under way for long; whoever goes on meanwhile does not wait for it any more. */
    @Test
    void isNotBusyForeverWithWhatAPageThatWasLeftStillAskedFor() {
        begin("/contacts");
        List<Route> heldBack = new ArrayList<>();
        page.route("**/accounts/totals*", heldBack::add);
        page.locator(".side a[href='/accounts']").click();
        page.waitForCondition(() -> !heldBack.isEmpty());
        page.locator(".side a[href='/contacts']").click();
        assertThat(page).hasURL(program.url() + "/contacts");
        page.waitForResponse("**/accounts/totals*", heldBack.getFirst()::resume);

        TestBrowser.settle(page);
        isSame();
    }

    @Test
    void keepsWhatIsTypedWhileAListIsNarrowed() {
        api.post("/accounts", "{\"name\": \"%s\"}".formatted(word)).expect(201);
        begin("/accounts?view=table");
        Locator find = page.locator("#find");

        find.click();
        page.keyboard().type(word);

        assertThat(page.locator("tbody [data-row]")).hasCount(1);
        assertThat(find).isFocused();
        page.keyboard().type("zz");
        assertThat(page.locator("tbody [data-row]")).hasCount(0);
        assertThat(find).hasValue(word + "zz");
        assertThat(page).hasURL(java.util.regex.Pattern.compile("q=" + word + "zz"));
        isSame();
    }

    @Test
    void sendsTheSideBarOnlyWhenItChanged() {
        begin("/accounts?view=table");
        String ask = """
                frame => fetch('/contacts', { headers: { 'Peyvand-Frame': frame } }).then(answer => answer.text())""";
        String frame = page.getAttribute("body", "data-frame");

        Assertions.assertThat((String) page.evaluate(ask, frame))
                .contains("<main", "data-frame=\"" + frame + "\"")
                .doesNotContain("id=\"side\"", "app.css", "palette");
        Assertions.assertThat((String) page.evaluate(ask, frame.replaceAll("\\..*", ".0")))
                .contains("<main", "id=\"side\"", "tabbar")
                .doesNotContain("app.css");
        Assertions.assertThat((String) page.evaluate(ask, "another.0")).contains("id=\"palette\"", "id=\"side\"");
    }

    @Test
    void showsAStarredRecordInTheSideBarOfTheNextPage() {
        String id = api.post("/accounts", "{\"name\": \"%s\"}".formatted(word))
                .expect(201)
                .id();
        begin("/accounts/" + id);
        page.locator("form[action^='/favourites/accounts/'] button").click();
        assertThat(page.locator("form[action^='/favourites/accounts/'] button")).hasAttribute("aria-pressed", "true");

        page.locator(".side a[href='/contacts']").click();

        assertThat(page).hasURL(program.url() + "/contacts");
        assertThat(page.locator(".side .pins")).containsText(word);
        isSame();
        api.delete("/favourites/accounts/" + id).expect(204);
    }

    @Test
    void staysWhereItIsWithoutANetworkAndSaysSo() {
        begin("/accounts");
        page.context().setOffline(true);

        page.locator(".side a[href='/contacts']").click();

        assertThat(page.locator(".toast.bad").first()).isVisible();
        assertThat(page).hasURL(program.url() + "/accounts");
        page.context().setOffline(false);
        page.locator(".side a[href='/contacts']").click();
        assertThat(page).hasURL(program.url() + "/contacts");
        isSame();
    }

    @Test
    void asksWhoLeftToSignIn() {
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page other = visitor.newPage();
            // No part of this page is fetched later, which would lead to the same door by itself.
            other.navigate(program.url() + "/settings");
            visitor.clearCookies();

            other.locator(".side a[href='/contacts']").click();

            assertThat(other.locator("#username")).isVisible();
        }
    }

    @Test
    void changesTheLanguageOfEverything() {
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page other = visitor.newPage();
            other.navigate(program.url() + "/accounts");

            other.locator(".who").click();
            other.locator("#user-menu a[hreflang]").click();

            assertThat(other.locator("html")).hasAttribute("dir", "ltr");
            assertThat(other).hasURL(program.url() + "/accounts?lang=en");
        }
    }

    private void begin(String path) {
        page.navigate(program.url() + path);
        page.evaluate("document.documentElement.dataset.same = 'yes'");
    }

    private void isSame() {
        assertThat(page.locator("html")).hasAttribute("data-same", "yes");
    }
}
