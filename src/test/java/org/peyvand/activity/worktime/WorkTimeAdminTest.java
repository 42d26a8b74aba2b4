package org.peyvand.activity.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.activity.WorkCalendar;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.PageForm;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** Working hours and holidays on the administrator's page, by its forms. */
@Tag("database")
class WorkTimeAdminTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final String HERE = "/admin/work-time";

    private final Api api = Api.of(PROGRAM).with("Accept-Language", "en");
    private final Visitor admin = Visitor.signedIn(PROGRAM);
    private final String mark = Mark.fresh();

    @Test
    void aCalendarIsMadeForATeamAndItsHoursAreChanged() {
        String team = api.post("/teams", "{\"name\": \"%s\"}".formatted(mark))
                .expect(201)
                .id();
        PageForm blank =
                admin.form(HERE, HERE + "/sites").set("name", "Store " + mark).set("team", team);
        assertLeadsBack(admin.send(blank), HERE);
        JsonNode made = calendar();
        String save = HERE + "/sites/" + made.path("id").asString();

        PageForm form = admin.form(HERE, save);
        assertLeadsBack(
                admin.send(
                        form.set("friday", "۹-۱۲، ۱۳-۱۵:۳۰").set("saturday", "").set("quietDays", "۴۵")),
                HERE);

        assertThat(made.path("team").path("id").asString()).isEqualTo(team);
        assertThat(made.path("saturday").asString()).isEqualTo("08:00-17:00");
        assertThat(calendar().path("friday").asString()).isEqualTo("09:00-12:00, 13:00-15:30");
        assertThat(calendar().path("saturday").isNull()).isTrue();
        assertThat(calendar().path("quietDays").asInt()).isEqualTo(45);
        assertThat(calendar().path("team").path("id").asString()).isEqualTo(team);
    }

    @Test
    void hoursThatCannotBeReadAreRefusedAtTheirDayAndNothingTypedIsLost() {
        String id = api.post("/work-calendars", "{\"name\": \"Plant %s\", \"monday\": \"08:00-17:00\"}".formatted(mark))
                .expect(201)
                .id();
        String save = HERE + "/sites/" + id;

        HttpResponse<String> answer = admin.send(admin.form(HERE, save)
                .set("name", "Works " + mark)
                .set("sunday", "17-8")
                .set("timeZone", "Mars/Olympus"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#sunday-" + id, "id=\"sunday-" + id + "-error\"", "href=\"#timeZone-" + id)
                .contains("as " + WorkCalendar.EXAMPLE + ".", "as " + WorkCalendar.EXAMPLE + ";");
        PageForm again = PageForm.in(answer.body(), save);
        assertThat(again.value("name")).isEqualTo("Works " + mark);
        assertThat(again.value("sunday")).isEqualTo("17-8");
        assertThat(api.get("/work-calendars/" + id).text("name")).isEqualTo("Plant " + mark);
        assertThat(admin.send(again.set("sunday", "8-17").set("timeZone", "")).statusCode())
                .isEqualTo(302);
        assertThat(api.get("/work-calendars/" + id).text("sunday")).isEqualTo("08:00-17:00");
        assertThat(api.get("/work-calendars/" + id).text("name")).isEqualTo("Works " + mark);
    }

    @Test
    void aWeekWithoutAnyHoursIsRefused() {
        String id = api.post("/work-calendars", "{\"name\": \"Idle %s\", \"monday\": \"08:00-17:00\"}".formatted(mark))
                .expect(201)
                .id();

        HttpResponse<String> answer =
                admin.send(admin.form(HERE, HERE + "/sites/" + id).set("monday", ""));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#saturday-" + id);
        assertThat(api.get("/work-calendars/" + id).text("monday")).isEqualTo("08:00-17:00");
    }

    @Test
    void aHolidayIsAddedInItsYearMovedRenamedAndRemoved() {
        HttpResponse<String> added = admin.send(
                admin.form(HERE, HERE + "/holidays").set("day", "1420/05/06").set("name", "Feast " + mark));
        String year = assertLeadsBack(added, HERE + "\\?year=\\d+");
        JsonNode feast = holiday("1420-05-06");
        String save = HERE + "/holidays/" + feast.path("id").asString();
        assertThat(feast.path("name").asString()).isEqualTo("Feast " + mark);
        assertThat(PageForm.in(admin.get(year).body(), save).value("name")).isEqualTo("Feast " + mark);
        assertThat(admin.get(HERE).body()).doesNotContain("Feast " + mark);

        PageForm form = admin.form(year, save).set("day", "2040-07-29").set("name", "Fair " + mark);
        String other = assertLeadsBack(admin.send(form), HERE + "\\?year=\\d+");

        assertThat(other).isNotEqualTo(year);
        assertThat(holiday("1420-05-06").isMissingNode()).isTrue();
        assertThat(holiday("2040-07-29").path("name").asString()).isEqualTo("Fair " + mark);
        assertLeadsBack(admin.send(admin.form(other, save + "/deletion")), Pattern.quote(other));
        assertThat(holiday("2040-07-29").isMissingNode()).isTrue();
        PageForm undo =
                PageForm.in(admin.get(other).body(), lastUndo(feast.path("id").asString()));
        assertThat(admin.send(undo).statusCode()).isEqualTo(302);
        assertThat(holiday("2040-07-29").path("name").asString()).isEqualTo("Fair " + mark);
    }

    @Test
    void aHolidayOnNoDayOrOnADayThatHasOneIsRefusedWithWhatWasTyped() {
        api.put("/holidays/by/day/2038-03-04", "{\"name\": \"First %s\"}".formatted(mark))
                .expect(201);

        HttpResponse<String> noDay = admin.send(
                admin.form(HERE, HERE + "/holidays").set("day", "1405/13/40").set("name", "Never " + mark));
        HttpResponse<String> twice = admin.send(
                admin.form(HERE, HERE + "/holidays").set("day", "2038-03-04").set("name", "Second " + mark));

        assertThat(noDay.statusCode()).isEqualTo(422);
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(noDay.body()).contains("href=\"#day-holiday\"");
        assertThat(PageForm.in(noDay.body(), HERE + "/holidays").value("name")).isEqualTo("Never " + mark);
        assertThat(PageForm.in(twice.body(), HERE + "/holidays").value("day")).isEqualTo("2038-03-04");
        assertThat(holiday("2038-03-04").path("name").asString()).isEqualTo("First " + mark);
    }

    private static String assertLeadsBack(HttpResponse<String> answer, String where) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String path = answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]*", "");
        assertThat(path).matches(where);
        return path;
    }

    private String lastUndo(String holiday) {
        return "/change-sets/"
                + api.get("/holidays/" + holiday + "/changes")
                        .data()
                        .get(0)
                        .path("changeSet")
                        .asString()
                + "/undo";
    }

    private JsonNode calendar() {
        return only("/work-calendars", "name", "Store " + mark);
    }

    private JsonNode holiday(String day) {
        return only("/holidays", "day", day);
    }

    private JsonNode only(String type, String field, String value) {
        String filter = "{\"field\": \"%s\", \"op\": \"eq\", \"value\": \"%s\"}".formatted(field, value);
        return api.get(type, "filter", filter).expect(200).data().path(0);
    }
}
