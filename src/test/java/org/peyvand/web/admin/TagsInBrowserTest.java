package org.peyvand.web.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Two tags of one meaning are made one on their page, and parted again. */
@Tag("browser")
class TagsInBrowserTest {

    private static final TestProgram PROGRAM = TestProgram.shared();

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(PROGRAM);

    private final Api api = Api.of(PROGRAM);
    private final String mark = Mark.fresh();
    private final String old = "old " + mark;
    private final String kept = "kept " + mark;

    @ParameterizedTest
    @EnumSource(
            value = Seat.class,
            names = {"PERSIAN_DESK", "ENGLISH_PHONE"})
    void mergesATagIntoAnotherAndTakesItBack(Seat seat) {
        String one = account("[\"" + old + "\"]");
        String both = account("[\"" + old + "\", \"" + kept + "\"]");
        try (BrowserContext visitor = browser.signedIn(seat)) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/admin/tags?q=" + mark);
            TestBrowser.settle(page);

            row(page, old).locator("[action$='/merge'] button[type=submit]").click();
            assertThat(page.locator("#toasts .toast.bad")).isVisible();
            assertThat(tags(one)).containsExactly(old);

            merge(page, kept);
            assertThat(page.locator("#toasts .toast.good")).isVisible();
            assertThat(tags(one)).containsExactly(kept);
            assertThat(tags(both)).containsExactly(kept);
            assertThat(row(page, old)).hasCount(0);
            assertThat(row(page, kept).locator(".num")).hasText(seat.reads("۲", "2"));

            page.locator("#toasts form button").last().click();
            assertThat(row(page, old)).hasCount(1);
            assertThat(tags(one)).containsExactly(old);
            assertThat(tags(both)).containsExactlyInAnyOrder(old, kept);

            merge(page, old);
            assertThat(page.locator("#toasts .toast.bad")).isVisible();
            assertThat(tags(one)).containsExactly(old);
        }
    }

    private void merge(Page page, String into) {
        page.navigate(PROGRAM.url() + "/admin/tags?q=" + mark);
        TestBrowser.settle(page);
        Locator form = row(page, old).locator("[action$='/merge']");
        form.locator("[role=combobox]").fill(into);
        form.locator("[role=option]", new Locator.LocatorOptions().setHasText(into))
                .first()
                .click();
        form.locator("button[type=submit]").click();
    }

    private static Locator row(Page page, String name) {
        return page.locator(
                "main tbody tr",
                new Page.LocatorOptions().setHas(page.locator("th .tag", new Page.LocatorOptions().setHasText(name))));
    }

    private String account(String tags) {
        return api.post("/accounts", "{\"name\": \"%s\", \"tags\": %s}".formatted(mark, tags))
                .expect(201)
                .id();
    }

    private java.util.List<String> tags(String account) {
        return api.get("/accounts/" + account)
                .get("tags")
                .valueStream()
                .map(each -> each.asString())
                .toList();
    }
}
