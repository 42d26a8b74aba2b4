package org.peyvand.web.record;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.Relay;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestDatabase;
import org.peyvand.testing.TestProgram;

/** Forms in a browser over sessions that end, windows that close and a database that goes away. */
@Tag("browser")
class NothingTypedIsLostTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Relay WIRE = new Relay(DATABASE.port());
    private static final TestProgram PROGRAM = TestProgram.start(
            DATABASE, DATABASE.jdbcUrl().replace(":" + DATABASE.port() + "/", ":" + WIRE.port() + "/"));

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(PROGRAM);

    private final Api api = Api.of(PROGRAM);
    private final String mark = Mark.fresh();

    @AfterAll
    static void stop() {
        PROGRAM.close();
        WIRE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void comesBackToTheFormAfterSigningInAgain(String language) {
        try (BrowserContext visitor = browser.signedIn(TestProgram.EMAIL, browser.desk(language))) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/contacts/new?jobTitle=x");
            page.locator("#f-name").fill("لیلا " + mark);
            page.locator("#f-email").fill("l" + mark + "@pars.example");
            endSessions();

            page.locator("main form .primary").click();
            page.waitForURL(Pattern.compile("/login"));
            signIn(page);

            page.waitForURL(Pattern.compile("/contacts/new"));
            assertThat(page.locator("#f-name")).hasValue("لیلا " + mark);
            assertThat(page.locator("#f-email")).hasValue("l" + mark + "@pars.example");
            page.locator("main form .primary").click();
            page.waitForURL(Pattern.compile("/contacts/[0-9a-f-]{36}$"));
        }
    }

    /** Emptied fields are typed too, and what somebody else wrote meanwhile is neither taken back nor in the way. */
    @Test
    void editsOnWhereItStoodAfterSigningInAgain() {
        String id = contact(", \"jobTitle\": \"مدیر\"");
        try (BrowserContext visitor = browser.signedIn(TestProgram.EMAIL, browser.desk("fa"))) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/contacts/" + id + "/edit");
            page.locator("#f-email").fill("neu" + mark + "@pars.example");
            page.locator("#f-jobTitle").fill("");
            api.patch("/contacts/" + id, "{\"phone\": \"02188776655\"}").expect(200);
            endSessions();

            page.locator("main form .primary").click();
            page.waitForURL(Pattern.compile("/login"));
            signIn(page);

            page.waitForURL(Pattern.compile("/edit$"));
            assertThat(page.locator("#f-email")).hasValue("neu" + mark + "@pars.example");
            assertThat(page.locator("#f-jobTitle")).hasValue("");
            page.locator("main form .primary").click();
            page.waitForURL(Pattern.compile("/contacts/[0-9a-f-]{36}$"));
            Api.Answer stands = api.get("/contacts/" + id);
            Assertions.assertThat(stands.text("email")).isEqualTo("neu" + mark + "@pars.example");
            Assertions.assertThat(stands.text("phone")).isEqualTo("+982188776655");
            Assertions.assertThat(stands.get("jobTitle").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void sendsAFormAgainThatMetAnAbsentDatabase(String language) {
        try (BrowserContext visitor = browser.signedIn(TestProgram.EMAIL, browser.desk(language))) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/leads/new");
            page.locator("#f-name").fill("نیمه‌تمام " + mark);
            WIRE.cut();

            page.locator("main form .primary").click();
            assertThat(page.locator("main form button")).isVisible();
            mend();
            page.locator("main form button").click();

            page.waitForURL(Pattern.compile("/leads/[0-9a-f-]{36}$"));
            assertThat(page.locator("h1")).containsText("نیمه‌تمام " + mark);
        } finally {
            mend();
        }
    }

    @Test
    void keepsWhatMetAnAbsentDatabaseOverAClosedWindow() {
        try (BrowserContext visitor = browser.signedIn(TestProgram.EMAIL, browser.desk("fa"))) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/leads/new");
            WIRE.cut();
            page.locator("#f-name").fill("بسته " + mark);
            page.locator("main form .primary").click();
            assertThat(page.locator("#f-name")).hasCount(0);
            page.close();
            mend();

            Page again = visitor.newPage();
            again.navigate(PROGRAM.url() + "/leads/new");
            assertThat(again.locator("#f-name")).hasValue("بسته " + mark);
            again.locator("main form .primary").click();
            again.waitForURL(Pattern.compile("/leads/[0-9a-f-]{36}$"));
            again.navigate(PROGRAM.url() + "/leads/new");
            assertThat(again.locator("#f-name")).hasValue("");
        } finally {
            mend();
        }
    }

    @Test
    void leavesADialogAsItStandsWhileTheDatabaseIsAway() {
        try (BrowserContext visitor = browser.signedIn(TestProgram.EMAIL, browser.desk("fa"))) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/contacts");
            page.keyboard().press("c");
            page.locator("#new-menu a[href^='/contacts/new']").press("Enter");
            page.locator("#dialog #f-name").fill("ندا " + mark);
            WIRE.cut();

            page.locator("#dialog footer .primary").click();
            assertThat(page.locator("#toasts [role], #toasts p").first()).isVisible();
            assertThat(page.locator("#dialog #f-name")).hasValue("ندا " + mark);
            mend();
            page.locator("#dialog footer .primary").click();

            assertThat(page.locator("#dialog")).not().isVisible();
            Assertions.assertThat(api.get("/search?types=contacts", "q", "ندا " + mark)
                            .data()
                            .size())
                    .isEqualTo(1);
        } finally {
            mend();
        }
    }

    private String contact(String more) {
        return api.post("/contacts", "{\"name\": \"کسی %s\"%s}".formatted(mark, more))
                .expect(201)
                .id();
    }

    private static void endSessions() {
        DATABASE.sql().execute("delete from spring_session");
    }

    private static void signIn(Page page) {
        page.fill("#username", TestProgram.EMAIL);
        page.fill("#password", TestProgram.PASSWORD);
        page.press("#password", "Enter");
    }

    private void mend() {
        WIRE.mend();
        Awaitility.await().until(() -> api.get("/contacts?limit=1").status() == 200);
    }
}
