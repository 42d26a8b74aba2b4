package org.peyvand.web.record;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
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

/** Taking back what was changed, from the history, and what was deleted, from the recycle bin, by its reader's own hand. */
@Tag("browser")
class TakingBackInBrowserTest {

    private static final TestProgram PROGRAM = TestProgram.shared();

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(PROGRAM);

    private final Api api = Api.of(PROGRAM);
    private final String mark = Mark.fresh();

    @ParameterizedTest
    @EnumSource(
            value = Seat.class,
            names = {"PERSIAN_DESK", "ENGLISH_PHONE"})
    void anOwnChangeIsTakenBackFromTheHistory(Seat seat) {
        String account = account("Alborz");
        String path = "/accounts/" + account;
        api.patch(path, "{\"website\": \"https://old.example.ir\"}").expect(200);
        api.patch(path, "{\"website\": \"https://new.example.ir\"}").expect(200);
        api.patch(path, "{\"name\": \"Damavand %s\"}".formatted(mark)).expect(200);
        try (BrowserContext visitor = browser.signedIn(seat)) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + path + "/history");
            assertThat(page.locator(".tl .day")).hasCount(1);

            change(page, "new.example.ir").locator(".takeback button").click();
            assertThat(page.locator("#toasts .toast.good")).isVisible();

            Assertions.assertThat(api.get(path).text("website")).isEqualTo("https://old.example.ir");
            Assertions.assertThat(api.get(path).text("name")).isEqualTo("Damavand " + mark);
            assertThat(page).hasURL(PROGRAM.url() + path + "/history");
            seat.fits(page);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Seat.class,
            names = {"PERSIAN_DESK", "ENGLISH_PHONE"})
    void aChangeThatAnotherWentOverIsRefusedInWordsAndTheirsStays(Seat seat) {
        String path = "/accounts/" + account("Alborz");
        api.patch(path, "{\"website\": \"https://mine.example.ir\"}").expect(200);
        colleague().patch(path, "{\"website\": \"https://theirs.example.ir\"}").expect(200);
        try (BrowserContext visitor = browser.signedIn(seat)) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + path + "/history");

            change(page, "mine.example.ir").last().locator(".takeback button").click();

            Locator obstacle = page.locator(".obstacles li");
            assertThat(obstacle).containsText("Alborz " + mark);
            assertThat(obstacle).containsText(seat.reads("پس از آن تغییر کرده", "This changed since."));
            assertThat(page.locator("main form[action$='/undo']")).hasCount(0);
            seat.fits(page);
            page.locator("main a.primary").click();
            assertThat(page).hasURL(PROGRAM.url() + path + "/history");
            Assertions.assertThat(api.get(path).text("website")).isEqualTo("https://theirs.example.ir");
        }
    }

    @Test
    void whatNobodyTouchedSinceIsTakenBackWithoutTheRecordThatStandsAgainstIt() {
        String one = account("One");
        String other = account("Other");
        api.post("/accounts/batch", """
                        [{"update": {"id": "%s", "website": "https://both.example.ir"}},
                         {"update": {"id": "%s", "website": "https://both.example.ir"}}]""".formatted(one, other)).expect(200);
        colleague()
                .patch("/accounts/" + one, "{\"website\": \"https://theirs.example.ir\"}")
                .expect(200);
        try (BrowserContext visitor = browser.signedIn("en")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/accounts/" + other + "/history");

            change(page, "both.example.ir").locator(".takeback button").click();
            assertThat(page.locator(".obstacles li")).hasCount(1);
            page.locator("main form[action$='/undo'] .primary").click();
            assertThat(page.locator("#toasts .toast.good")).isVisible();

            Assertions.assertThat(api.get("/accounts/" + one).text("website")).isEqualTo("https://theirs.example.ir");
            Assertions.assertThat(api.get("/accounts/" + other).get("website").isNull())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Seat.class,
            names = {"PERSIAN_DESK", "ENGLISH_PHONE"})
    void oneAndThenManyComeBackFromTheBinAndManyGoThereAgain(Seat seat) {
        String first = competitor("Alpha");
        String second = competitor("Beta");
        String third = competitor("Gamma");
        for (String each : new String[] {first, second, third}) {
            api.delete("/competitors/" + each).expect(204);
        }
        try (BrowserContext visitor = browser.signedIn(seat)) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/bin?type=competitors");
            Assertions.assertThat(Axe.breaches(page)).isEmpty();
            seat.fits(page);
            binned(page, "Alpha").locator("form button").click();
            page.waitForURL("**/competitors/" + first);
            Assertions.assertThat(isDeleted(first)).isFalse();

            page.navigate(PROGRAM.url() + "/bin?type=competitors");
            assertThat(binned(page, "Alpha")).hasCount(0);
            binned(page, "Beta").locator("[data-select-row]").check();
            binned(page, "Gamma").locator("[data-select-row]").check();
            seat.fits(page);
            page.locator("[data-bulk] form button").click();
            assertThat(page.locator("#toasts .toast.good")).containsText(seat.reads("۲", "2"));
            assertThat(binned(page, "Beta")).hasCount(0);
            Assertions.assertThat(isDeleted(second) || isDeleted(third)).isFalse();

            page.locator("#toasts form button").last().click();
            assertThat(binned(page, "Beta")).hasCount(1);
            assertThat(binned(page, "Gamma")).hasCount(1);
        }
    }

    @Test
    void whatAnotherRecordTookMeanwhileKeepsTheWholeChoiceInTheBinAndIsSaid() {
        String taken = product("T", mark + "t");
        String free = product("F", mark + "f");
        api.delete("/products/" + taken).expect(204);
        api.delete("/products/" + free).expect(204);
        product("Other", mark + "t");
        try (BrowserContext visitor = browser.signedIn("en")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/bin?type=products");
            binned(page, "T").locator("[data-select-row]").check();
            binned(page, "F").locator("[data-select-row]").check();
            page.locator("[data-bulk] form button").click();
            assertThat(page.locator("#toasts .toast.bad")).containsText("Another record has this already.");
            assertThat(binned(page, "F")).hasCount(1);

            binned(page, "T").locator("form button").click();
            assertThat(page.locator("#toasts .toast.bad")).containsText("Another record has this already.");
            Assertions.assertThat(api.get("/products/" + taken).get("deleted").asBoolean())
                    .isTrue();
        }
    }

    private static Locator change(Page page, String value) {
        return page.locator(".tl > li:has(.takeback)", new Page.LocatorOptions().setHasText(value));
    }

    private Locator binned(Page page, String name) {
        return page.locator("main tbody tr", new Page.LocatorOptions().setHasText(name + " " + mark));
    }

    private String account(String name) {
        return api.post("/accounts", "{\"name\": \"%s %s\"}".formatted(name, mark))
                .expect(201)
                .id();
    }

    private String competitor(String name) {
        return api.post("/competitors", "{\"name\": \"%s %s\"}".formatted(name, mark))
                .expect(201)
                .id();
    }

    private String product(String name, String code) {
        return api.post("/products", "{\"name\": \"%s %s\", \"code\": \"%s\"}".formatted(name, mark, code))
                .expect(201)
                .id();
    }

    private boolean isDeleted(String competitor) {
        return api.get("/competitors/" + competitor).get("deleted").asBoolean(false);
    }

    /** Somebody else who may change any account. */
    private Api colleague() {
        String all = "{\"accounts\": {\"read\": \"all\", \"update\": \"all\"}}";
        String role = api.post("/roles", "{\"name\": \"edits %s\", \"types\": %s}".formatted(mark, all))
                .expect(201)
                .id();
        String user = "{\"name\": \"c\", \"email\": \"c%s@example.ir\", \"roles\": [\"%s\"]}".formatted(mark, role);
        String tokens = "/users/" + api.post("/users", user).expect(201).id() + "/tokens";
        return Api.of(
                PROGRAM, api.post(tokens, "{\"name\": \"test\"}").expect(201).text("token"));
    }
}
