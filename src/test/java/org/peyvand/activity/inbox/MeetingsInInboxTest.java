package org.peyvand.activity.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.PageForm;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Today;
import org.peyvand.testing.Visitor;

/** Today's meetings in the work inbox: those that come again stand there on each of their days. */
@Tag("database")
class MeetingsInInboxTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final Api ADMIN = Api.of(PROGRAM);
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Test
    void aSeriesStandsThereOnEachOfItsDaysAndOnNoOther() {
        Person negar = person();
        LocalDate today = Today.in(TEHRAN);
        String weekly = meeting(negar, today.minusDays(14), "FREQ=WEEKLY");
        String other = meeting(negar, today.minusDays(13), "FREQ=WEEKLY");
        String over = meeting(
                negar,
                today.minusDays(14),
                "FREQ=WEEKLY;UNTIL=" + today.minusDays(1).toString().replace("-", ""));

        String inbox = negar.pages().get("/").body();

        assertThat(inbox).contains("meeting-" + weekly).doesNotContain("meeting-" + other, "meeting-" + over);
    }

    @Test
    void tickingOneTimeLeavesTheRestOfTheSeries() {
        Person negar = person();
        LocalDate today = Today.in(TEHRAN);
        String weekly = meeting(negar, today.minusDays(7), "FREQ=WEEKLY");
        String held = "/inbox/meetings/" + weekly + "/held?day=" + today;

        PageForm tick = negar.pages().form("/", held);
        assertThat(negar.pages().send(tick).statusCode()).isEqualTo(302);

        assertThat(negar.pages().get("/").body()).doesNotContain("meeting-" + weekly);
        assertThat(ADMIN.get("/meetings/" + weekly).text("status")).isEqualTo("planned");
        assertThat(ADMIN.get("/meetings/" + weekly).text("recurrence"))
                .contains("EXDATE=" + today.toString().replace("-", ""));
        String own = "{\"and\": [{\"field\": \"owner\", \"op\": \"eq\", \"value\": \"" + negar.id()
                + "\"}, {\"field\": \"status\", \"op\": \"eq\", \"value\": \"held\"}]}";
        assertThat(ADMIN.get("/meetings", "filter", own).data()).hasSize(1);
        assertThat(negar.pages().send(tick).statusCode()).isEqualTo(404);
    }

    @Test
    void whoTakesPartHasItThereAndLeavesTheTickToItsOwner() {
        Person owner = person();
        Person guest = person();
        LocalDate today = Today.in(TEHRAN);
        String meeting = meeting(owner, today, "");
        String yesterday = meeting(owner, today.minusDays(1), "");
        for (String each : new String[] {meeting, yesterday}) {
            ADMIN.post("/meeting-participants", "{\"meeting\": \"" + each + "\", \"user\": \"" + guest.id() + "\"}")
                    .expect(201);
        }

        String inbox = guest.pages().get("/").body();

        assertThat(inbox).contains("meeting-" + meeting).doesNotContain("/held", "meeting-" + yesterday);
        assertThat(owner.pages().get("/").body())
                .contains("/inbox/meetings/" + meeting + "/held", "/inbox/meetings/" + yesterday + "/held");
    }

    private static String meeting(Person owner, LocalDate day, String rule) {
        String at = day.atTime(LocalTime.NOON).atZone(TEHRAN).toInstant().toString();
        String again = rule.isEmpty() ? "" : ", \"recurrence\": \"" + rule + "\"";
        return ADMIN.post(
                        "/meetings",
                        "{\"subject\": \"نشست\", \"startAt\": \"" + at + "\", \"owner\": \"" + owner.id() + "\"" + again
                                + "}")
                .expect(201)
                .id();
    }

    private static Person person() {
        String email = "meets-today" + COUNT.incrementAndGet() + "@example.ir";
        String password = "long enough a word";
        String id = ADMIN.post(
                        "/users",
                        "{\"name\": \"Meets today\", \"email\": \"" + email + "\", \"password\": \"" + password
                                + "\", \"roles\": [\"seller\"]}")
                .expect(201)
                .id();
        return new Person(id, Visitor.signedIn(PROGRAM, email, password));
    }

    private record Person(String id, Visitor pages) {}
}
