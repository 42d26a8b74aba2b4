package org.peyvand.web.exchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
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

/** An import from the file to its undoing, and an own field from its making to its retiring, in a browser. */
@Tag("browser")
class TransferJobsTest {

    private static final TestProgram PROGRAM = TestProgram.shared();

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(PROGRAM);

    private final String mark = Mark.fresh();

    @ParameterizedTest
    @EnumSource
    void importsAFileMapsAWordOnceAndTakesItAllBack(Seat seat) {
        Api api = Api.of(PROGRAM);
        api.post("/accounts", "{\"name\": \"پخش البرز %s\"}".formatted(mark)).expect(201);
        byte[] file = """
            نام شرکت,مادر,گروه,گردش,آغاز
            شعبه یک %1$s,پخش البرز %1$s,الف,1054.50,2016-10-20
            شعبه دو %1$s,پخش‌البرز%1$s,ب,12,2016-10-21
            ,پخش البرز %1$s,ب,1,2016-10-22
            """.formatted(mark).getBytes(StandardCharsets.UTF_8);
        try (BrowserContext visitor = browser.signedIn(seat)) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/imports/new?type=accounts");
            assertClean(page);
            page.locator("#file").setInputFiles(new FilePayload("شعبه‌ها.csv", "text/csv", file));
            seat.press(page.locator("main form .primary"));
            page.waitForURL(Pattern.compile(".*/imports/files/.*"));

            mapColumns(page);
            assertClean(page);
            assertThat(page.locator("#troubles .word")).containsText("پخش‌البرز" + mark);
            seat.fits(page);
            seat.press(page.locator("button[name=take]").first());
            assertThat(page.locator("#troubles .word")).hasCount(0);
            assertThat(page.locator("#sample")).containsText("شعبه یک " + mark);
            assertThat(page.locator("#sample")).containsText(seat.reads("۱٬۰۵۴٫۵۰", "1,054.50"));
            assertThat(page.locator("#sample")).containsText(seat.reads("۲۹ مهر ۱۳۹۵", "20 Oct 2016"));
            seat.press(page.locator("#start"));

            assertThat(page.locator("tfoot td").first()).hasText(seat.reads("۳", "3"));
            assertThat(page.locator(".sum tbody tr").first()).containsText(seat.reads("۲", "2"));
            assertThat(page.locator("#failures")).isVisible();
            assertClean(page);
            Assertions.assertThat(branches(api)).isEqualTo(2);

            seat.fits(page);
            seat.press(page.locator("#undo"));
            page.locator("#redo").waitFor();
            Assertions.assertThat(branches(api)).isZero();
            page.navigate(PROGRAM.url() + "/imports");
            assertThat(page.locator("main table")).containsText("شعبه‌ها.csv");
            assertClean(page);
        }
    }

    @Test
    void exportsTheChosenColumnsInTheirOrderAndOffersThemAgain() {
        Api api = Api.of(PROGRAM);
        api.post("/competitors", "{\"name\": \"رقیب %s\"}".formatted(mark)).expect(201);
        String filter = "{\"field\":\"name\",\"op\":\"eq\",\"value\":\"رقیب %s\"}".formatted(mark);
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/exports?type=competitors&filter="
                    + java.net.URLEncoder.encode(filter, StandardCharsets.UTF_8));
            assertClean(page);
            var columns = page.locator("#export-columns input[name=field]");
            Assertions.assertThat(columns.count()).isGreaterThan(3);
            columns.all().forEach(each -> assertThat(each).isChecked());
            columns.all().stream()
                    .filter(each -> !each.getAttribute("value").matches("name|createdAt"))
                    .forEach(each -> each.uncheck());
            var created = page.locator(
                    "#export-columns li", new Page.LocatorOptions().setHas(page.locator("input[value=createdAt]")));
            while (!"createdAt".equals(columns.first().getAttribute("value"))) {
                created.locator("[data-up]").press("Enter");
            }
            page.locator("#format").selectOption("csv");
            page.locator("#labels").uncheck();
            page.locator("main form .primary").click();

            var file = page.waitForDownload(
                    () -> page.locator("a[href$='/file']").first().click());
            Assertions.assertThat(text(file)).matches("(?s)\uFEFF?createdAt,name\r?\n[^\n]*,رقیب " + mark + "\r?\n");

            page.navigate(PROGRAM.url() + "/imports");
            page.locator("main a[href='/exports']").click();
            page.waitForURL("**/exports");
            page.navigate(PROGRAM.url() + "/exports?type=competitors");
            Assertions.assertThat(page.locator("#export-columns input:checked").all().stream()
                            .map(each -> each.getAttribute("value")))
                    .containsExactly("createdAt", "name");
            page.locator("#type").selectOption("products");
            assertThat(page.locator("#export-columns input[name=columnsOf]")).hasValue("products");
            assertThat(page.locator("#export-columns input[value=series]")).isChecked();
        }
    }

    @Test
    void exportsAListAsItStandsAndWhatIsTickedInIt() {
        Api api = Api.of(PROGRAM);
        for (String name : new String[] {"الف", "ب"}) {
            api.post("/competitors", "{\"name\": \"%s %s\"}".formatted(name, mark))
                    .expect(201);
        }
        api.post("/competitors", "{\"name\": \"دیگری\"}").expect(201);
        String list = "/competitors?columns=name,updatedAt&sort=name&filter="
                + java.net.URLEncoder.encode(
                        "{\"field\":\"name\",\"op\":\"contains\",\"value\":\"%s\"}".formatted(mark),
                        StandardCharsets.UTF_8);
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + list);
            page.locator(".head a[href^='/exports?']").click();
            page.waitForURL("**/exports?**");
            assertThat(page.locator("#type option")).hasCount(1);
            Assertions.assertThat(exported(page))
                    .matches("(?s)\uFEFF?name,updatedAt\r?\nالف " + mark + ",[^\n]*\r?\nب " + mark + ",[^\n]*\r?\n");

            page.navigate(PROGRAM.url() + list);
            page.locator("[data-select-row]").nth(1).check();
            page.locator("[data-bulk] [formaction='/exports/asked']").click();
            assertClean(page);
            Assertions.assertThat(exported(page)).matches("(?s)\uFEFF?name,updatedAt\r?\nب " + mark + ",[^\n]*\r?\n");

            page.navigate(PROGRAM.url() + list);
            page.locator("[data-select-row]").first().check();
            page.locator("[data-select-rest]").click();
            page.locator("[data-bulk] [formaction='/exports/asked']").click();
            Assertions.assertThat(exported(page))
                    .contains("الف " + mark, "ب " + mark)
                    .doesNotContain("دیگری");
        }
    }

    private static String exported(Page page) {
        page.locator("#format").selectOption("csv");
        page.locator("#labels").uncheck();
        page.locator("main form .primary").click();
        return text(page.waitForDownload(
                () -> page.locator("a[href$='/file']").first().click()));
    }

    private static String text(com.microsoft.playwright.Download file) {
        try (var in = file.createReadStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void makesChangesRetiresAndBringsBackAnOwnField() {
        String label = "درجه " + mark;
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/admin/fields?type=leads");
            page.locator("main details summary").first().click();
            page.locator("#persian").fill(label);
            page.locator("#kind").selectOption("choice");
            fillOption(page, 0, "خوب", "Good");
            fillOption(page, 1, "بد", "Bad");
            assertClean(page);
            page.locator("main form .primary").first().click();

            page.locator("main table a", new Page.LocatorOptions().setHasText(label))
                    .click();
            assertThat(page.locator("#options [name='option.en']").first()).hasValue("Good");
            assertThat(page.locator("#options [name='option.fa']").nth(1)).hasValue("بد");
            assertClean(page);
            page.locator("#persian").fill(label + " تازه");
            page.locator("main form .primary").click();
            var row = page.locator("main table tr", new Page.LocatorOptions().setHasText(label + " تازه"));
            String name = row.getAttribute("id").substring("field-".length());

            row.locator("form button").click();
            assertThat(row).hasCount(0);
            page.locator("main li", new Page.LocatorOptions().setHasText(name))
                    .locator("button")
                    .click();
            assertThat(row).hasCount(1);
        }
    }

    private static void mapColumns(Page page) {
        choose(page, "#to0", "name");
        choose(page, "#to1", "parent");
        choose(page, "#to2", "+");
        assertThat(page.locator("#label2")).hasValue("گروه");
        choose(page, "#to3", "revenue");
        choose(page, "#currency", "USD");
        choose(page, "#to4", "+");
        choose(page, "#kind4", "date");
    }

    private static void fillOption(Page page, int row, String persian, String english) {
        page.locator("#options [name='option.fa']").nth(row).fill(persian);
        page.locator("#options [name='option.en']").nth(row).fill(english);
    }

    /** Chooses, and waits until the file has been read again. */
    private static void choose(Page page, String select, String value) {
        page.waitForResponse(
                answer -> answer.url().endsWith("/check"),
                () -> page.locator(select).selectOption(value));
        assertThat(page.locator(select)).hasValue(value);
        page.waitForFunction("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
    }

    private int branches(Api api) {
        String filter = "{\"field\": \"name\", \"op\": \"contains\", \"value\": \"شعبه\"}";
        String own = "{\"and\": [%s, {\"field\": \"name\", \"op\": \"contains\", \"value\": \"%s\"}]}";
        return api.get("/accounts/count", "filter", own.formatted(filter, mark))
                .expect(200)
                .get("count")
                .intValue();
    }

    private static void assertClean(Page page) {
        Assertions.assertThat(Axe.breaches(page)).as(page.url()).isEmpty();
    }
}
