package org.peyvand.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** Pages with nothing on them: new ones say what will stand there and begin it, narrowed ones say so and let go. */
@Tag("browser")
class EmptyPagesTest {

    private static final Pattern PERSIAN = Pattern.compile("[\\u0621-\\u06cc]{2,}.*[\\u0621-\\u06cc]{2,}");
    private static final Pattern LATIN = Pattern.compile("^[^\\u0621-\\u06cc]*[a-z]{2,}[^\\u0621-\\u06cc]*$");
    private static final TestProgram program = TestProgram.start();
    private static final Api api = Api.of(program);

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(program);

    private final String mark = "n" + Mark.fresh();

    @AfterAll
    static void stop() {
        program.close();
    }

    /** Nobody writes records of these types here, nor of those whose way on is a form. */
    @ParameterizedTest
    @CsvSource({
        "fa, /products?view=table, .empty, h1",
        "en, /products?view=table, .empty, h1",
        "fa, /calendar?on=2035-05-05, .note, '#dialog form[action=\"/tasks\"]'",
        "en, /calendar?on=2035-05-05, .note, '#dialog form[action=\"/tasks\"]'",
        "fa, /tasks?view=calendar&on=2035-05-05&span=week, .note, '#dialog form[action=\"/tasks\"]'",
        "en, /tasks?view=calendar&on=2035-05-05&span=week, .note, '#dialog form[action=\"/tasks\"]'",
        "fa, /search, .empty, '#palette input'",
        "en, /search, .empty, '#palette input'",
        "fa, /bin?type=products, .empty, '.p-list h1'",
        "en, /bin?type=products, .empty, '.p-list h1'",
        "fa, /imports, .empty, '#file, input[type=file]'",
        "en, /imports, .empty, '#file, input[type=file]'"
    })
    void teachesAndBegins(String language, String path, String where, String next) {
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = open(visitor, path);
            speaks(page.locator("main " + where).first(), language);

            page.locator("main " + where + " .btn").first().click();

            assertThat(page.locator(next).first()).isAttached();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void emptyInboxBeginsWithACustomerAndAnEmptyKindLeadsToTheWhole(String language) {
        try (BrowserContext visitor = browser.signedIn(newcomer(), browser.desk(language))) {
            Page page = open(visitor, "/?show=mention");
            speaks(page.locator(".emptied .empty"), language);
            assertThat(page.locator(".emptied a[href*='/accounts/new']")).hasCount(0);

            page.locator(".emptied .btn.primary").click();

            assertThat(page).hasURL(program.url() + "/");
            speaks(page.locator(".emptied .empty"), language);
            page.locator(".emptied .btn.primary").click();
            assertThat(page.locator("#dialog form[action='/accounts']")).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void emptyBoardSaysWhatACardIsAndMakesOne(String language) {
        try (BrowserContext visitor = browser.signedIn(newcomer(), browser.desk(language))) {
            Page page = open(visitor, "/opportunities?view=board");
            speaks(page.locator("main .note"), language);

            page.locator("main .note .btn").click();

            assertThat(page.locator("#dialog form[action='/opportunities']")).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void narrowedListsLetGo(String language) {
        make("accounts", "\"name\": \"%s\"".formatted(mark));
        String view = api.post("/views", """
                        {"name": "%s", "type": "accounts", "scope": "everyone",
                         "filter": {"field": "name", "op": "startsWith", "value": "%szz"}}""".formatted(mark, mark)).expect(201).id();
        try (BrowserContext visitor = browser.signedIn(language)) {
            for (String narrow :
                    new String[] {"q=" + mark + "zz", "view=" + view, "view=" + view + "&edited=true&q=zz"}) {
                Page page = open(visitor, "/accounts?" + narrow);
                speaks(page.locator(".empty"), language);
                assertThat(page.locator(".empty a[href*='new']")).hasCount(0);

                page.locator(".empty .btn").click();

                assertThat(page).hasURL(program.url() + "/accounts?view=table");
                assertThat(page.locator("tbody [data-row]").first()).isVisible();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void narrowedBoardSaysSoAndLetsGo(String language) {
        make("opportunities", "\"name\": \"%s\", \"closeDate\": \"2027-05-01\"".formatted(mark));
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = open(visitor, "/opportunities?view=board&q=" + mark + "zz");
            speaks(page.locator("main .note"), language);
            assertThat(page.locator("main .note a[href*='new']")).hasCount(0);

            page.locator("main .note .btn").click();

            assertThat(page).hasURL(program.url() + "/opportunities?view=board");
            assertThat(page.locator(".deal").first()).isVisible();
            assertThat(page.locator("main .note")).hasCount(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void narrowedCalendarsSaySoAndLetGo(String language) {
        make("tasks", "\"subject\": \"%s\", \"dueAt\": \"%s\"".formatted(mark, Instant.now()));
        make("meetings", "\"subject\": \"%s\", \"startAt\": \"2034-05-05T08:00:00Z\"".formatted(mark));
        try (BrowserContext visitor = browser.signedIn(language)) {
            Page page = open(visitor, "/tasks?view=calendar&q=" + mark + "zz");
            speaks(page.locator("#calendar .note"), language);
            page.locator("#calendar .note .btn").click();
            assertThat(page).hasURL(program.url() + "/tasks?view=calendar");
            assertThat(page.locator("#calendar [data-event]").first()).isVisible();

            page = open(visitor, "/calendar?kinds=calls&span=day&on=2034-05-05");
            speaks(page.locator("#calendar .note"), language);
            page.locator("#calendar .note .btn").click();
            assertThat(page.locator("#calendar [data-event]").filter(new Locator.FilterOptions().setHasText(mark)))
                    .isVisible();
            assertThat(page.locator("#calendar .note")).hasCount(0);
        }
    }

    private static void speaks(Locator place, String language) {
        assertThat(place).isVisible();
        assertThat(place).hasText(language.equals("fa") ? PERSIAN : LATIN);
    }

    private static Page open(BrowserContext visitor, String path) {
        Page page = visitor.newPage();
        page.navigate(program.url() + path);
        TestBrowser.settle(page);
        return page;
    }

    private String newcomer() {
        String role = api.post("/roles", """
                        {"name": "%s", "types": {"*": {"read": "own", "create": "own"},
                         "stages": {"read": "all"}, "pipelines": {"read": "all"}}}""".formatted(mark)).expect(201).id();
        String email = mark + "@pars.example";
        api.post("/users", """
                        {"name": "%1$s", "email": "%2$s", "password": "%3$s", "roles": ["%4$s"]}""".formatted(mark, email, TestProgram.PASSWORD, role))
                .expect(201);
        return email;
    }

    private static void make(String type, String fields) {
        api.post("/" + type, "{" + fields + "}").expect(201);
    }
}
