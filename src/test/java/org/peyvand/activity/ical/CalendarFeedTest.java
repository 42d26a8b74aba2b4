package org.peyvand.activity.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VToDo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;

/** The feed, read by a calendar library of others. */
@Tag("database")
class CalendarFeedTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final Api API = Api.of(PROGRAM);
    private static final Instant SOON =
            Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));

    @Test
    void holdsMeetingsAndTasksAsOthersReadThem() throws Exception {
        String meeting = meeting("جلسه با «البرز»؛ قیمت، تحویل " + "و پرداخت ".repeat(12), null);
        String task = API.post("/tasks", "{\"subject\": \"تماس\", \"dueAt\": \"" + SOON + "\"}")
                .expect(201)
                .id();

        Calendar calendar = parsed(fetch(address("todo")).body());

        calendar.validate(true);
        VEvent event = event(calendar, meeting);
        assertThat(Objects.requireNonNull(event.getSummary()).getValue()).startsWith("جلسه با «البرز»؛ قیمت، تحویل");
        assertThat(Objects.requireNonNull(event.getSequence()).getSequenceNo()).isZero();
        assertThat(calendar.<VToDo>getComponents("VTODO"))
                .anyMatch(each -> each.getUid().orElseThrow().getValue().startsWith(task));
    }

    @Test
    void foldsLinesAtSeventyFiveOctetsAndEndsThemAsTheRuleSays() throws Exception {
        meeting("شرکت پخش سراسری البرز ".repeat(8), null);

        String text = fetch(address("todo")).body();

        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    }

    @Test
    void aJalaliRuleStandsThereTimeByTimeAndAGregorianOneAsARule() throws Exception {
        String jalali = meeting("ماهانه شمسی", "RSCALE=PERSIAN;FREQ=MONTHLY");
        String weekly = meeting("هفتگی", "FREQ=WEEKLY");

        Calendar calendar = parsed(fetch(address("event")).body());

        assertThat(calendar.<VEvent>getComponents("VEVENT"))
                .filteredOn(each -> each.getUid().orElseThrow().getValue().startsWith(jalali))
                .hasSizeBetween(12, 14)
                .noneMatch(each -> each.getProperty("RRULE").isPresent());
        assertThat(calendar.<VEvent>getComponents("VEVENT"))
                .filteredOn(each -> each.getUid().orElseThrow().getValue().startsWith(weekly))
                .hasSize(1);
    }

    @Test
    void asksForPatienceAndIsDeadOnceRevoked() throws Exception {
        String address = address("todo");

        assertThat(fetch(address).statusCode()).isEqualTo(200);
        var again = fetch(address);
        assertThat(again.statusCode()).isEqualTo(429);
        assertThat(again.headers().firstValue("Retry-After")).isPresent();
        API.delete("/calendar-feed").expect(204);
        assertThat(fetch(address).statusCode()).isEqualTo(404);
        assertThat(fetch(PROGRAM.url() + "/feeds/calendar/" + "x".repeat(43) + ".ics")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void givesOneMeetingAsAFile() throws Exception {
        String id = meeting("تک‌جلسه", null);

        var answer = API.get("/meetings/" + id + "/meeting.ics").expect(200);

        assertThat(answer.header("Content-Type")).startsWith("text/calendar");
        assertThat(Objects.requireNonNull(event(parsed(answer.text()), id).getSummary())
                        .getValue())
                .isEqualTo("تک‌جلسه");
        assertThat(API.get("/meetings/00000000-0000-7000-8000-000000000000/meeting.ics")
                        .status())
                .isEqualTo(404);
    }

    private static String meeting(String subject, @Nullable String rule) {
        String again = rule == null ? "" : ", \"recurrence\": \"" + rule + "\"";
        return API.post(
                        "/meetings",
                        "{\"subject\": \"" + subject.strip() + "\", \"startAt\": \"" + SOON + "\", \"endAt\": \""
                                + SOON.plus(Duration.ofHours(1)) + "\"" + again + "}")
                .expect(201)
                .id();
    }

    private static String address(String tasks) {
        String url = API.post("/calendar-feed", "{\"tasks\": \"" + tasks + "\"}")
                .expect(201)
                .text("url");
        return PROGRAM.url() + url.substring(url.indexOf("/feeds/"));
    }

    private static HttpResponse<String> fetch(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static Calendar parsed(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent event(Calendar calendar, String id) {
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .filter(each -> each.getUid().orElseThrow().getValue().startsWith(id))
                .findFirst()
                .orElseThrow();
    }
}
