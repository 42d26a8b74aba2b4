package org.peyvand.web.calendar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Axe;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** Calendars in a browser: moved by keyboard and by hand, with a way back. */
@Tag("browser")
class CalendarInBrowserTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final Api API = Api.of(PROGRAM);
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(PROGRAM);

    @Test
    void aMeetingIsMovedByKeyboardAndTakenBack() {
        String id = meeting("2027-05-03T10:00", "");
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            open(page, "/meetings?view=calendar&span=week&on=2027-05-03");
            page.locator("#ev-" + id + "-2027-05-03").focus();

            page.keyboard().press("Control+ArrowDown");
            assertThat(page.locator("#ev-" + id + "-2027-05-03 time")).containsText("۱۰:۱۵");
            assertThat(page.locator("#ev-" + id + "-2027-05-03")).isFocused();
            TestBrowser.settle(page);
            page.keyboard().press("Control+ArrowLeft");

            Locator moved = page.locator("#ev-" + id + "-2027-05-04");
            assertThat(moved).isFocused();
            Assertions.assertThat(start(id)).isEqualTo(at("2027-05-04T10:15"));
            page.locator(".toast form button").last().click();
            assertThat(page.locator("#ev-" + id + "-2027-05-03")).hasCount(1);
        }
    }

    @Test
    void anEventIsDraggedToAnotherDayOfTheMonth() {
        String id = meeting("2027-06-07T10:00", "");
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            open(page, "/meetings?view=calendar&span=month&on=2027-06-07");

            page.locator("#ev-" + id + "-2027-06-07").hover();
            page.mouse().down();
            page.locator("[data-day='2027-06-09']").hover();
            page.mouse().up();

            assertThat(page.locator("#ev-" + id + "-2027-06-09")).hasCount(1);
            Assertions.assertThat(start(id)).isEqualTo(at("2027-06-09T10:00"));
        }
    }

    @Test
    void aFingerMovesAMeetingToAnotherDayAndHour() {
        String id = meeting("2027-06-14T10:00", "");
        try (BrowserContext visitor = browser.phone("fa")) {
            browser.signedIn(TestProgram.EMAIL, visitor);
            Page page = visitor.newPage();
            page.setViewportSize(1024, 900);
            page.navigate(PROGRAM.url() + "/meetings?view=calendar&span=week&on=2027-06-14");
            Locator event = page.locator("#ev-" + id + "-2027-06-14");
            event.scrollIntoViewIfNeeded();
            BoundingBox from = event.boundingBox();
            BoundingBox to = page.locator("[data-day='2027-06-16'] [data-grid]").boundingBox();
            CDPSession fingers = visitor.newCDPSession(page);

            touch(fingers, "touchStart", from.x + from.width / 2, from.y + 8);
            assertThat(page.locator(".dragging")).hasCount(1);
            touch(fingers, "touchMove", to.x + to.width / 2, from.y + 8 + 24);
            touch(fingers, "touchMove", to.x + to.width / 2, from.y + 8 + 48);
            touch(fingers, "touchEnd", -1, -1);

            assertThat(page.locator("#ev-" + id + "-2027-06-16 time")).containsText("۱۱:۰۰");
            Assertions.assertThat(start(id)).isEqualTo(at("2027-06-16T11:00"));
            Assertions.assertThat(page.url()).contains("view=calendar");
        }
    }

    private static void touch(CDPSession fingers, String kind, double x, double y) {
        JsonArray points = new JsonArray();
        if (x >= 0) {
            JsonObject point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", kind);
        event.add("touchPoints", points);
        fingers.send("Input.dispatchTouchEvent", event);
    }

    @Test
    void oneTimeOfASeriesBecomesAMeetingOfItsOwn() {
        String id = meeting("2027-07-05T09:00", ", \"recurrence\": \"FREQ=WEEKLY\"");
        try (BrowserContext visitor = browser.signedIn("en")) {
            Page page = visitor.newPage();
            open(page, "/meetings?view=calendar&span=month&on=2027-07-05");
            assertThat(page.locator("[id^='ev-" + id + "']")).not().hasCount(1);
            page.locator("#ev-" + id + "-2027-07-12").focus();

            page.keyboard().press("Control+ArrowRight");

            assertThat(page.locator("#ev-" + id + "-2027-07-12")).hasCount(0);
            assertThat(page.locator("[data-day='2027-07-13'] [data-event]")).hasCount(1);
            assertThat(page.locator("#ev-" + id + "-2027-07-19")).hasCount(1);
            Assertions.assertThat(API.get("/meetings/" + id).text("recurrence")).contains("EXDATE=20270712");
        }
    }

    @Test
    void aSavedViewOpensAsACalendarOfWhatItFinds() {
        String in = meeting("2027-08-03T10:00", ", \"location\": \"یزد\"");
        String out = meeting("2027-08-03T12:00", "");
        String view = API.post(
                        "/views",
                        "{\"name\": \"جلسه‌های یزد\", \"type\": \"meetings\", \"kind\": \"calendar\", \"filter\": {\"field\":"
                                + " \"location\", \"op\": \"eq\", \"value\": \"یزد\"}}")
                .expect(201)
                .id();
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/meetings?view=" + view + "&on=2027-08-03");
            assertThat(page.locator("#ev-" + in + "-2027-08-03")).hasCount(1);
            assertThat(page.locator("#ev-" + out + "-2027-08-03")).hasCount(0);
            page.locator(".calbar .seg a").nth(1).click();
            assertThat(page.locator(".calhours")).isVisible();

            page.locator("#ev-" + in + "-2027-08-03").focus();
            page.keyboard().press("Control+ArrowLeft");

            assertThat(page.locator("#ev-" + in + "-2027-08-04")).isFocused();
            assertThat(page.locator("#ev-" + out + "-2027-08-03")).hasCount(0);
            assertThat(page.locator("nav.tabs [aria-current=page]")).containsText("جلسه‌های یزد");
            Assertions.assertThat(start(in)).isEqualTo(at("2027-08-04T10:00"));
        }
    }

    @Test
    void anOwnTypeWithADayStandsOnACalendarAndIsFoundByWords() {
        API.post("/meta/types", "{\"name\": \"x-visits\", \"label\": {\"fa\": \"بازدیدها\", \"en\": \"Visits\"}}")
                .expect(201);
        API.post(
                        "/meta/types/x-visits/fields",
                        "{\"name\": \"x_day\", \"type\": \"date\", \"label\": {\"fa\": \"روز\", \"en\": \"Day\"}}")
                .expect(201);
        String first = API.post("/x-visits", "{\"name\": \"کارخانه\", \"x_day\": \"2027-09-06\"}")
                .expect(201)
                .id();
        String other = API.post("/x-visits", "{\"name\": \"انبار\", \"x_day\": \"2027-09-06\"}")
                .expect(201)
                .id();
        try (BrowserContext visitor = browser.signedIn("en")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/x-visits?view=calendar&on=2027-09-06&q=کارخانه");
            assertThat(page.locator("#ev-" + other + "-2027-09-06")).hasCount(0);

            page.locator("#ev-" + first + "-2027-09-06").hover();
            page.mouse().down();
            page.locator("[data-day='2027-09-08']").hover();
            page.mouse().up();

            assertThat(page.locator("#ev-" + first + "-2027-09-08")).hasCount(1);
            Assertions.assertThat(API.get("/x-visits/" + first).text("x_day")).isEqualTo("2027-09-08");
            Assertions.assertThat(API.get("/x-visits/" + first + "/changes").data())
                    .hasSize(2);
        }
    }

    @Test
    void theCalendarIsNarrowedToKindsAndToAColleague() {
        String negar = API.post("/users", "{\"name\": \"نگار تقویم\", \"email\": \"negar-calendar@example.ir\"}")
                .expect(201)
                .id();
        String mine = meeting("2027-10-04T10:00", "");
        String hers = meeting("2027-10-04T12:00", ", \"owner\": \"" + negar + "\"");
        String task = API.post("/tasks", "{\"subject\": \"کار\", \"dueAt\": \"" + at("2027-10-04T15:00") + "\"}")
                .expect(201)
                .id();
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/calendar?span=week&on=2027-10-04");
            assertThat(page.locator("#ev-" + mine + "-2027-10-04")).hasCount(1);
            assertThat(page.locator("#ev-" + hers + "-2027-10-04")).hasCount(0);

            page.locator("[name=kinds][value=tasks]").uncheck();
            assertThat(page.locator("#ev-" + task + "-2027-10-04")).hasCount(0);
            assertThat(page.locator("#ev-" + mine + "-2027-10-04")).hasCount(1);
            page.locator("#calendar-user").fill("نگار تقویم");
            page.locator("#calendar-user-options [role=option]").first().click();

            assertThat(page.locator("h1")).containsText("نگار تقویم");
            assertThat(page.locator("#ev-" + hers + "-2027-10-04")).hasCount(1);
            assertThat(page.locator("#ev-" + mine + "-2027-10-04")).hasCount(0);
            Assertions.assertThat(page.url()).contains("user=" + negar).contains("kinds=meetings");
            page.keyboard().press("f");
            page.waitForURL(url -> url.contains("user=" + negar) && url.contains("kinds="));
        }
    }

    @Test
    void aTimeOfASeriesIsRemovedWithAllThatFollowAndTakenBack() {
        String id = meeting("2027-12-06T09:00", ", \"recurrence\": \"FREQ=DAILY\"");
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/meetings?view=calendar&span=week&on=2027-12-06");
            page.locator("#ev-" + id + "-2027-12-08").click();
            page.locator("#dialog [value=remove-following]").click();
            page.waitForURL(url -> url.contains("/calendar?on=2027-12-08"));

            assertThat(page.locator("#ev-" + id + "-2027-12-07")).hasCount(1);
            assertThat(page.locator("#ev-" + id + "-2027-12-08")).hasCount(0);
            page.locator(".toast form button").last().click();
            assertThat(page.locator("#ev-" + id + "-2027-12-08")).hasCount(1);

            page.locator("#ev-" + id + "-2027-12-08").click();
            page.locator("#dialog [value=change]").click();
            page.waitForURL(url -> url.contains("/meetings/") && !url.contains(id));
            Assertions.assertThat(API.get("/meetings/" + id).text("recurrence")).contains("EXDATE=20271208");
        }
    }

    @Test
    void whoTakesPartStandsOnThePageOfTheMeetingAndHasItInTheirCalendar() {
        String negar = API.post("/users", "{\"name\": \"نگار جلسه\", \"email\": \"negar-meets@example.ir\"}")
                .expect(201)
                .id();
        String hers = meeting("2027-11-01T12:00", ", \"owner\": \"" + negar + "\"");
        try (BrowserContext visitor = browser.signedIn("fa")) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/meetings/" + hers);
            Locator section = page.locator(".rel", new Page.LocatorOptions().setHasText("شرکت‌کنندگان"));
            section.locator("h3 [data-dialog]").click();
            page.locator("#dialog [name='user.text']").fill("Admin");
            page.locator("#dialog [role=option]").first().click();
            page.locator("#dialog .primary").click();
            assertThat(page.locator(".toast")).not().hasCount(0);

            page.navigate(PROGRAM.url() + "/calendar?on=2027-11-01");
            assertThat(page.locator("#ev-" + hers + "-2027-11-01")).hasCount(1);

            page.navigate(PROGRAM.url() + "/meetings/" + hers);
            assertThat(section.locator("li")).hasCount(1);
            section.locator("li form button").click();
            assertThat(section.locator("li")).hasCount(0);
            Assertions.assertThat(page.url()).endsWith("/meetings/" + hers);
            page.navigate(PROGRAM.url() + "/calendar?on=2027-11-01");
            assertThat(page.locator("#ev-" + hers + "-2027-11-01")).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"fa,1440", "fa,390", "en,1440", "en,390"})
    void holdsToTheRulesOfAccessAndFitsTheScreen(String language, int width) {
        meeting(LocalDate.now(TEHRAN) + "T10:00", "");
        try (BrowserContext visitor = browser.signedIn(language, width, 900)) {
            Page page = visitor.newPage();
            for (String span : new String[] {"month", "week", "day"}) {
                page.navigate(PROGRAM.url() + "/calendar?span=" + span);
                TestBrowser.settle(page);
                Assertions.assertThat(Axe.breaches(page)).as(span).isEmpty();
                Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(span)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    /** Keys and drags are taken once the script of the calendar is there, which sets who of the days can have the focus. */
    private static void open(Page page, String path) {
        page.navigate(PROGRAM.url() + path);
        assertThat(page.locator("[data-day][tabindex='0']")).not().hasCount(0);
    }

    private static String meeting(String local, String more) {
        Instant start = at(local);
        return API.post(
                        "/meetings",
                        "{\"subject\": \"جلسه " + local + "\", \"startAt\": \"" + start + "\", \"endAt\": \""
                                + start.plusSeconds(3600) + "\"" + more + "}")
                .expect(201)
                .id();
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(TEHRAN).toInstant();
    }

    private static Instant start(String id) {
        return Instant.parse(API.get("/meetings/" + id).text("startAt"));
    }
}
