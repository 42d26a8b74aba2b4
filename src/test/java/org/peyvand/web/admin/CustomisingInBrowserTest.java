package org.peyvand.web.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.peyvand.testing.Api;
import org.peyvand.testing.Axe;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** What an administrator does to fit the program to a trade, done in a browser. */
@Tag("browser")
class CustomisingInBrowserTest {

    private static final TestProgram program = TestProgram.shared();
    private static final Api api = Api.of(program);

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(program);

    private final String mark = "b" + Mark.fresh();
    private final Page page = browser.page();

    @Test
    void makesATypeGivesItAFieldAndFillsIt() {
        go("/admin/types");
        page.click("details.fs summary");
        page.fill("#persian", "پروژه‌های " + mark);
        page.fill("#persianOne", "پروژه " + mark);
        page.fill("#english", "Projects " + mark);
        page.check("input[name=icon][value=truck]");
        page.click("details.fs button[type=submit]");

        assertThat(page).hasURL(program.url() + "/admin/fields?type=x-projects-" + mark + "s");
        page.click("details.fs summary");
        page.fill("#persian", "بودجه");
        page.fill("#english", "Budget");
        page.selectOption("#kind", "money");
        page.click("details.fs button[type=submit]");
        page.click("nav a:has-text('پروژه‌های " + mark + "')");
        assertThat(page.locator("h1")).hasText("پروژه‌های " + mark);

        go("/x-projects-" + mark + "s/new");
        page.fill("#f-name", "پل");
        page.click("form.form button.primary");

        assertThat(page.locator("h1")).hasText("پل");
        assertThat(page.locator("main")).containsText("بودجه");
    }

    @Test
    void laysATypeOutForARoleAndSeesWhatItSees() {
        makeVisits();
        String role =
                api.post("/roles", """
                        {"name": "readers %s", "types": {"%s": {"read": "all"}}, "fields": {"%2$s.x_secret": "hidden"}}""".formatted(mark, type())).expect(201).id();
        go("/admin/types/" + type() + "/layout?role=" + role);

        page.fill("input[name='section/x_state']", "حال");
        page.fill("input[name='column/x_state']", "۲");
        page.fill("input[name='column/x_secret']", "۳");
        page.click("form[action$=layout] button.primary");

        assertThat(page.locator("section.sec dl")).containsText("حال");
        assertThat(page.locator("section.sec thead")).containsText("وضعیت");
        assertThat(page.locator("section.sec")).not().containsText("راز");
        assertThat(api.get("/meta/types/" + type() + "/layouts")
                        .expect(200)
                        .data()
                        .get(0)
                        .get("listColumns")
                        .valueStream()
                        .map(each -> each.stringValue()))
                .containsExactly("name", "x_state", "x_secret", "x_cost");
        assertThat(Axe.breaches(page)).isEmpty();
    }

    @Test
    void standsOnABoardOfOptions() {
        makeVisits();
        api.patch("/meta/types/" + type(), "{\"board\": \"x_state\"}").expect(200);
        String id = api.post(
                        "/" + type(),
                        "{\"name\": \"بازدید %s\", \"x_cost\": {\"amount\": 5, \"currency\": \"USD\"}}".formatted(mark))
                .expect(201)
                .id();
        go("/" + type() + "?view=board");

        assertThat(page.locator("[data-column]")).hasCount(3);
        assertThat(page.locator("[data-column]").first()).containsText("بی‌مقدار");
        assertThat(page.locator("[data-column]").first()).containsText("بازدید " + mark);
        assertThat(page.locator("[data-column] .tag.good")).hasText("شده");
        page.locator("#card-" + id).focus();
        page.keyboard().press("Control+ArrowLeft");

        assertThat(page.locator("[data-column]").nth(1)).containsText("بازدید " + mark);
        assertThat(page.locator("#toasts")).containsText("جابه‌جا");
        assertThat(api.get("/" + type() + "/" + id).get("x_state").stringValue())
                .isEqualTo("planned");
        assertThat(Axe.breaches(page)).isEmpty();
    }

    @Test
    void hidesATypeAndBringsItBack() {
        makeVisits();
        go("/admin/types");

        page.click("form[action='/admin/types/" + type() + "/retirement'] button");
        assertThat(page.locator("nav").first()).not().containsText("بازدیدهای " + mark);
        page.click("form[action='/admin/types/" + type() + "/restoration'] button");

        assertThat(page.locator("nav").first()).containsText("بازدیدهای " + mark);
        assertThat(Axe.breaches(page)).isEmpty();
    }

    @Test
    void renamesAShippedType() {
        go("/admin/types/competitors");
        page.fill("#persian", "رقیبان " + mark);
        page.click("form.form button.primary");

        go("/competitors");
        assertThat(page.locator("h1")).hasText("رقیبان " + mark);
        api.patch("/meta/types/competitors", "{\"label\": {\"fa\": \"رقبا\", \"en\": \"Competitors\"}}")
                .expect(200);
    }

    @Test
    void showsAndDemandsAFieldAsOneTypes() {
        makeVisits();
        saysWhenTheSecretIsShownAndDemanded();
        makesOneWithASecret();

        assertThat(page.locator("h1")).hasText("یک");
        assertThat(page.locator("main")).containsText("رازی");
        api.patch(page.url().substring(program.url().length()), "{\"x_state\": \"planned\"}")
                .expect(200);
        page.reload();
        assertThat(page.locator("h1")).hasText("یک");
        assertThat(page.locator("main")).not().containsText("رازی");
    }

    private void saysWhenTheSecretIsShownAndDemanded() {
        go("/admin/fields/" + type() + "/x_secret");
        page.click("#visibleWhen a");
        adds("x_state", "eq", "done");
        adds("name", "isEmpty", null);
        page.locator(".seg a").last().press("Enter");
        assertThat(page.locator("#visibleWhen")).containsText(" یا ");
        page.locator("#visibleWhen .x").last().press("Enter");
        assertThat(page.locator("#visibleWhen .chip")).hasCount(1);
        assertThat(Axe.breaches(page)).isEmpty();
        page.click("form.form button.primary");
        assertThat(page).hasURL(program.url() + "/admin/fields/" + type() + "/x_secret");
        assertThat(page.locator("#visibleWhen .chip")).containsText("شده");
        page.click("#requiredWhen a");
        adds("x_state", "eq", "done");
        page.click("form.form button.primary");
        assertThat(page.locator("#requiredWhen .chip")).containsText("شده");
        assertThat(Axe.breaches(page)).isEmpty();
    }

    /** The field comes and goes with what is chosen, and keeps what was typed. */
    private void makesOneWithASecret() {
        go("/" + type() + "/new");
        page.fill("#f-name", "یک");
        assertThat(page.locator("#f-x_secret")).isHidden();
        page.selectOption("#f-x_state", "done");
        assertThat(page.locator("#f-x_secret")).isVisible();
        assertThat(page.locator("label[for=f-x_secret] .req")).isVisible();
        page.fill("#f-x_secret", "رازی");
        page.selectOption("#f-x_state", "planned");
        assertThat(page.locator("#f-x_secret")).isHidden();
        page.selectOption("#f-x_state", "done");
        assertThat(page.locator("#f-x_secret")).hasValue("رازی");
        page.fill("#f-x_secret", "");
        page.click("form.form button.primary");
        assertThat(page).hasURL(program.url() + "/" + type() + "/new");
        page.fill("#f-x_secret", "رازی");
        page.click("form.form button.primary");
    }

    @Test
    void hidesARequiredFieldWithoutStandingInTheWay() {
        makeVisits();
        api.patch("/meta/types/" + type() + "/fields/x_secret", """
                        {"required": true, "visibleWhen": {"field": "x_state", "op": "eq", "value": "done"}}""").expect(200);

        go("/" + type() + "/new");
        page.fill("#f-name", "بی‌راز");
        page.click("form.form button.primary");

        assertThat(page.locator("h1")).hasText("بی‌راز");
    }

    @Test
    void takesTheCustomisationHomeAndLooksBeforeBringingItBack() {
        makeVisits();
        go("/admin/customisation");
        var download = page.waitForDownload(() -> page.click("a[href='/admin/customisation/file']"));

        page.setInputFiles("#file", download.path());
        page.click("form.form button.primary");

        assertThat(page.locator("section.sec h2")).hasText("همه‌چیز از پیش همین‌گونه است.");
        assertThat(Axe.breaches(page)).isEmpty();
    }

    private void makeVisits() {
        api.post("/meta/types", """
                        {"name": "%s", "label": {"fa": "بازدیدهای %s", "en": "Visits"}, "fields": [
                          {"name": "state", "type": "choice", "label": "وضعیت", "options": [
                            {"key": "planned", "label": "برنامه"}, {"key": "done", "label": "شده", "color": "green"}]},
                          {"name": "secret", "type": "text", "label": "راز"},
                          {"name": "cost", "type": "money", "label": "هزینه"}]}""".formatted(type(), mark)).expect(201);
    }

    /** Adds a condition to a rule by the keyboard. */
    private void adds(String field, String operator, @Nullable String option) {
        page.locator(".addchip").waitFor();
        int before = page.locator(".body .chip").count();
        page.locator(".addchip").press("Enter");
        var value = page.locator("#condition [name=" + field + "]");
        if (!page.inputValue("#condition-field").equals(field)) {
            page.selectOption("#condition-field", field);
            assertThat(value).hasCount(1);
            assertThat(page.locator(".htmx-added, .htmx-settling")).hasCount(0);
        }
        if (!page.inputValue("#condition-op").equals(operator)) {
            page.selectOption("#condition-op", operator);
        }
        if (option == null) {
            assertThat(value).hasCount(0);
        } else {
            page.locator("#condition select[name=" + field + "]").selectOption(option);
        }
        page.locator("#condition button[type=submit]").press("Enter");
        assertThat(page.locator(".body .chip")).hasCount(before + 1);
    }

    private String type() {
        return "x-visits-" + mark + "s";
    }

    private void go(String path) {
        page.navigate(program.url() + path);
        TestBrowser.settle(page);
    }
}
