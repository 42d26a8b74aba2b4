package org.peyvand.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.Recurrence;
import org.peyvand.locale.RecurrenceText;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.TestProgram;

/** One time of a series, or it and all that follow, is changed and removed, and taken back. */
@Tag("database")
class MeetingTimesTest {

    private static final Api API = Api.of(TestProgram.shared());
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    @Test
    void oneTimeIsChangedAndTheOthersStay() {
        String id = series("FREQ=WEEKLY;COUNT=4");
        participant(id);

        Answer own = API.patch("/meetings/" + id + "/times/2027-03-08", "{\"subject\": \"جدا\"}")
                .expect(200);

        assertThat(own.text("subject")).isEqualTo("جدا");
        assertThat(own.text("startAt")).isEqualTo(at("2027-03-08T10:00"));
        assertThat(own.text("endAt")).isEqualTo(at("2027-03-08T11:00"));
        assertThat(own.get("recurrence").isNull()).isTrue();
        assertThat(participants(own.id())).isEqualTo(1);
        assertThat(days(id)).containsExactly("2027-03-01", "2027-03-15", "2027-03-22");

        API.post("/change-sets/" + own.header("Peyvand-Change-Set") + "/undo").expect(200);
        assertThat(days(id)).hasSize(4);
        assertThat(API.get("/meetings/" + own.id()).get("deleted").asBoolean()).isTrue();
    }

    @Test
    void thisAndAllFollowingAreChangedAndWhatWasBeforeStays() {
        String id = series("FREQ=WEEKLY;COUNT=4");
        participant(id);

        Answer rest = API.patch(
                        "/meetings/" + id + "/times/2027-03-15?scope=following",
                        "{\"startAt\": \"" + at("2027-03-16T12:00") + "\", \"endAt\": \"" + at("2027-03-16T13:00")
                                + "\"}")
                .expect(200);

        assertThat(days(id)).containsExactly("2027-03-01", "2027-03-08");
        assertThat(days(rest.id())).containsExactly("2027-03-16", "2027-03-23");
        assertThat(participants(rest.id())).isEqualTo(1);
    }

    @Test
    void aJalaliRuleGoesOnFromTheDayItIsParted() {
        String id = API.post(
                        "/meetings",
                        "{\"subject\": \"ماهانه\", \"startAt\": \"" + at("2027-04-20T10:00")
                                + "\", \"recurrence\": \"RSCALE=PERSIAN;FREQ=MONTHLY;TZID=Asia/Tehran\"}")
                .expect(201)
                .id();
        String second = days(id).get(1);

        Answer rest = API.patch("/meetings/" + id + "/times/" + second + "?scope=following", "{\"location\": \"یزد\"}")
                .expect(200);

        assertThat(days(id)).containsExactly("2027-04-20");
        assertThat(rest.text("recurrence")).startsWith("RSCALE=PERSIAN;FREQ=MONTHLY;BYMONTHDAY=31");
        assertThat(days(rest.id()).getFirst()).isEqualTo(second);
    }

    @Test
    void aTimeIsRemovedAloneOrWithAllThatFollow() {
        String id = series("FREQ=DAILY;COUNT=5");

        API.delete("/meetings/" + id + "/times/2027-03-02").expect(204);
        assertThat(days(id)).containsExactly("2027-03-01", "2027-03-03", "2027-03-04", "2027-03-05");
        API.delete("/meetings/" + id + "/times/2027-03-04?scope=following").expect(204);
        assertThat(days(id)).containsExactly("2027-03-01", "2027-03-03");
        API.delete("/meetings/" + id + "/times/2027-03-01?scope=following").expect(204);

        assertThat(API.get("/meetings/" + id).get("deleted").asBoolean()).isTrue();
    }

    @Test
    void whatIsNoTimeOfTheSeriesIsNotThere() {
        String id = series("FREQ=WEEKLY;COUNT=4");

        assertThat(API.delete("/meetings/" + id + "/times/2027-03-02").status()).isEqualTo(404);
        assertThat(API.delete("/meetings/" + id + "/times/soon").status()).isEqualTo(404);
        assertThat(API.delete("/meetings/" + id + "/times/2027-03-08?scope=some")
                        .status())
                .isEqualTo(400);
        assertThat(days(id)).hasSize(4);
    }

    private static String series(String rule) {
        return API.post(
                        "/meetings",
                        "{\"subject\": \"هفتگی\", \"startAt\": \"" + at("2027-03-01T10:00") + "\", \"endAt\": \""
                                + at("2027-03-01T11:00") + "\", \"recurrence\": \"" + rule + ";TZID=Asia/Tehran\"}")
                .expect(201)
                .id();
    }

    private static void participant(String meeting) {
        String contact =
                API.post("/contacts", "{\"name\": \"مریم\"}").expect(201).id();
        API.post("/meeting-participants", "{\"meeting\": \"" + meeting + "\", \"contact\": \"" + contact + "\"}")
                .expect(201);
    }

    private static int participants(String meeting) {
        return API.get(
                        "/meeting-participants",
                        "filter",
                        "{\"field\": \"meeting\", \"op\": \"eq\", \"value\": \"" + meeting + "\"}")
                .data()
                .size();
    }

    private static java.util.List<String> days(String id) {
        Answer meeting = API.get("/meetings/" + id).expect(200);
        LocalDate first = LocalDate.ofInstant(java.time.Instant.parse(meeting.text("startAt")), TEHRAN);
        Recurrence rule = RecurrenceText.parse(meeting.text("recurrence")).orElseThrow();
        return rule.within(first, new DateRange(first, first.plusYears(1)), 20).stream()
                .map(LocalDate::toString)
                .toList();
    }

    private static String at(String local) {
        return LocalDateTime.parse(local).atZone(TEHRAN).toInstant().toString();
    }
}
