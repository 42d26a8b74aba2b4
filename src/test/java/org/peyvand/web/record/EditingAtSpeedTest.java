package org.peyvand.web.record;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Axe;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** Whole jobs of fast editing by keyboard, in a browser, in both languages. */
@Tag("browser")
class EditingAtSpeedTest {

    private static final TestProgram PROGRAM = TestProgram.shared();

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(PROGRAM);

    private final Api api = Api.of(PROGRAM);
    private final String mark = Mark.fresh();

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void editsCellsOfAListByKeyboardAndTakesItBack(String language) {
        String id = contact("لیلا " + mark, "");
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = list(visitor);
            String ahead = language.equals("fa") ? "ArrowLeft" : "ArrowRight";
            Locator row = page.locator("#r-" + id);

            row.locator("td.key").focus();
            page.keyboard().press(ahead);
            assertThat(row.locator("td[data-field=account]")).isFocused();
            page.keyboard().press(ahead);
            page.keyboard().type("09123456789");
            assertThat(row.locator("td[data-field=mobile] input[name=mobile]")).hasValue("09123456789");
            Assertions.assertThat(Axe.breaches(page)).isEmpty();
            page.keyboard().press("Tab");

            assertThat(row.locator("td[data-field=email]")).isFocused();
            Assertions.assertThat(api.get("/contacts/" + id).text("mobile")).isEqualTo("+989123456789");
            page.waitForResponse(
                    "**/undo", () -> page.locator(".toast form button").last().click());
            Assertions.assertThat(api.get("/contacts/" + id).get("mobile").isNull())
                    .isTrue();
            assertThat(row.locator("td[data-field=mobile]")).not().containsText(Pattern.compile("912|۹۱۲"));
            TestBrowser.settle(page);
        }
    }

    @Test
    void showsWhatIsWrongInTheCellAndEscapeLetsGo() {
        String id = contact("سارا " + mark, "");
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = list(visitor);
            Locator cell = page.locator("#r-" + id + " td[data-field=email]");

            cell.focus();
            page.keyboard().press("F2");
            cell.locator("input[name=email]").fill("nobody");
            page.keyboard().press("Enter");

            assertThat(cell.locator(".err")).isVisible();
            assertThat(cell.locator("input[name=email]")).isFocused();
            page.keyboard().press("Escape");
            assertThat(cell.locator("form")).hasCount(0);
            assertThat(cell).isFocused();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "theirs"})
    void showsBothEditsOfOneCellInPlace(String choice) {
        String id = contact("مینا " + mark, "");
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = list(visitor);
            Locator cell = page.locator("#r-" + id + " td[data-field=email]");
            cell.focus();
            page.keyboard().press("F2");
            cell.locator("input[name=email]").fill("mine@pars.example");
            api.patch("/contacts/" + id, "{\"email\": \"theirs@pars.example\"}").expect(200);

            page.keyboard().press("Enter");
            cell.locator("[data-" + choice + "]").click();

            assertThat(cell.locator("form")).hasCount(0);
            assertThat(cell).containsText(choice + "@pars.example");
            Assertions.assertThat(api.get("/contacts/" + id).text("email")).isEqualTo(choice + "@pars.example");
        }
    }

    @Test
    void leavesReadOnlyCellsAlone() {
        String id = contact("نگار " + mark, "");
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = list(visitor);

            Assertions.assertThat(page.request()
                            .get(PROGRAM.url() + "/contacts/" + id + "/cells/createdAt")
                            .status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void makesARecordFromAnywhereWithoutLeavingThePage(String language) {
        String account =
                api.post("/accounts", "{\"name\": \"پارس %s\"}".formatted(mark)).id();
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/accounts/" + account);
            TestBrowser.settle(page);

            page.keyboard().press("c");
            page.locator("#new-menu a[href^='/contacts/new']").press("Enter");
            assertThat(page.locator("#dialog input[name='account.text']")).hasValue("پارس " + mark);
            assertThat(page.locator("#dialog #f-email")).not().isVisible();
            page.locator("#dialog #f-name").fill("ندا " + mark);
            page.locator("#dialog details.more summary").click();
            page.locator("#dialog #f-email").fill("neda" + mark + "@pars.example");
            page.locator("#dialog footer .primary").press("Enter");

            assertThat(page.locator("#dialog")).not().isVisible();
            assertThat(page.locator("#record-related")).containsText("ندا " + mark);
            Assertions.assertThat(page.url()).endsWith("/accounts/" + account);
            page.locator(".toast a").last().click();
            page.waitForURL(Pattern.compile("/contacts/[0-9a-f-]{36}$"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void showsDuplicatesWhileTypingAndGoesOnWithOne(String language) {
        String id = contact("کیوان " + mark, "keyvan" + mark + "@pars.example");
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/contacts/new");

            page.locator("#f-jobTitle").fill("مدیر خرید");
            page.locator("#f-email").pressSequentially("Keyvan" + mark + "@pars.example");
            Locator found = page.locator(".dups li");
            assertThat(found).hasCount(1);
            assertThat(found).containsText("کیوان " + mark);
            found.locator("button").press("Enter");

            page.waitForURL(Pattern.compile("/contacts/" + id + "/edit$"));
            assertThat(page.locator("#f-name")).hasValue("کیوان " + mark);
            assertThat(page.locator("#f-jobTitle")).hasValue("مدیر خرید");
            page.locator("main form .primary").click();
            page.waitForURL(Pattern.compile("/contacts/" + id + "$"));
            Assertions.assertThat(api.get("/contacts/" + id).text("jobTitle")).isEqualTo("مدیر خرید");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void keepsWhatWasTypedOverAClosedWindowUntilItIsSaved(String language) {
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/leads/new");
            page.waitForResponse(
                    response -> response.url().endsWith("/drafts/new-leads") && response.ok(),
                    () -> page.locator("#f-name").pressSequentially("نیمه‌تمام " + mark));
            page.close();

            Page again = visitor.newPage();
            again.navigate(PROGRAM.url() + "/leads/new");
            assertThat(again.locator("#f-name")).hasValue("نیمه‌تمام " + mark);
            assertThat(again.locator("[data-draft-forget]")).isVisible();
            again.locator("main form .primary").click();
            again.waitForURL(Pattern.compile("/leads/[0-9a-f-]{36}$"));

            again.navigate(PROGRAM.url() + "/leads/new");
            assertThat(again.locator("#f-name")).hasValue("");
        }
    }

    @Test
    void keepsWhatWasTypedWhileTheServerIsAwayAndThrowsItAwayOnDemand() {
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/products/new");
            page.route("**/drafts/**", route -> route.abort());
            page.locator("#f-name").pressSequentially("پمپ " + mark);
            assertThat(page.locator("[data-draft-state]")).isVisible();

            page.navigate(PROGRAM.url() + "/products/new");
            assertThat(page.locator("#f-name")).hasValue("پمپ " + mark);
            page.unroute("**/drafts/**");
            page.locator("[data-draft-forget]").click();
            assertThat(page.locator("#f-name")).hasValue("");

            page.navigate(PROGRAM.url() + "/products/new");
            assertThat(page.locator("#f-name")).hasValue("");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void fillsAFormFromAPastedSignature(String language) {
        String account =
                api.post("/accounts", "{\"name\": \"پخش %s\"}".formatted(mark)).id();
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/contacts/new");

            page.locator("details.pasting summary").press("Enter");
            page.locator("#card")
                    .fill("سارا احمدی\nمدیر خرید\nشرکت پخش " + mark + "\nموبایل: ۰۹۱۲۱۱۱۲۲۳۳\nsara" + mark
                            + "@pars.example");
            assertThat(page.locator("#card-findings input:checked")).hasCount(5);
            page.locator("#card-findings button").press("Enter");

            assertThat(page.locator("#f-name")).hasValue("سارا احمدی");
            assertThat(page.locator("#f-jobTitle")).hasValue("مدیر خرید");
            page.locator("main form .primary").click();
            page.waitForURL(Pattern.compile("/contacts/[0-9a-f-]{36}$"));
            var made = api.get(page.url().replaceFirst(".*/contacts/", "/contacts/"));
            Assertions.assertThat(made.text("mobile")).isEqualTo("+989121112233");
            Assertions.assertThat(made.get("account").get("id").stringValue()).isEqualTo(account);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void writesSeveralFieldsToManyRecordsAndTakesItBack(String language) {
        String one = contact("آرش " + mark, "");
        String other = contact("آرمان " + mark, "");
        api.patch("/contacts/" + other, "{\"source\": \"phone\"}").expect(200);
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = list(visitor);
            page.locator("[data-select-all]").check();
            page.locator("[data-bulk] [hx-post$='/selection/edit']").press("Enter");
            page.locator("#dialog #b-f-jobTitle").fill("مدیر " + mark);
            page.locator("#dialog input[name=clear][value=source]").check();
            page.locator("#dialog footer .primary").press("Enter");

            page.waitForURL(Pattern.compile("/jobs/[0-9a-f-]{36}$"));
            assertThat(page.locator("#work form[action$='/undo'] button")).isVisible();
            Assertions.assertThat(api.get("/contacts/" + one).text("jobTitle")).isEqualTo("مدیر " + mark);
            Assertions.assertThat(api.get("/contacts/" + other).get("source").isNull())
                    .isTrue();
            page.locator("#work form[action$='/undo'] button").click();
            page.waitForURL(Pattern.compile("/contacts"));
            Assertions.assertThat(api.get("/contacts/" + other).text("source")).isEqualTo("phone");
        }
    }

    /** Whatever is left out of such a form stays as it is. */
    @Test
    void demandsNothingForManyRecords() {
        api.post("/calls", "{\"subject\": \"تماس %s\"}".formatted(mark)).expect(201);
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/calls/new");
            assertThat(page.locator("label[for=f-direction] .req")).hasCount(1);
            page.navigate(PROGRAM.url() + "/calls?view=table&q=" + mark);
            TestBrowser.settle(page);

            page.locator("[data-select-all]").check();
            page.locator("[data-bulk] [hx-post$='/selection/edit']").press("Enter");

            assertThat(page.locator("#dialog label[for=b-f-direction]")).isVisible();
            assertThat(page.locator("#dialog .req")).hasCount(0);
        }
    }

    private String contact(String name, String email) {
        return api.post("/contacts", "{\"name\": \"%s\", \"email\": \"%s\"}".formatted(name, email))
                .expect(201)
                .id();
    }

    private Page list(BrowserContext visitor) {
        Page page = visitor.newPage();
        page.navigate(PROGRAM.url() + "/contacts?q=" + mark);
        TestBrowser.settle(page);
        page.locator("tr[data-row] td.key").first().focus();
        assertThat(page.locator("[data-grid][data-ready]")).hasCount(1);
        return page;
    }
}
