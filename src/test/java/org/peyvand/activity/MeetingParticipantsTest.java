package org.peyvand.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;

/** Who takes part in a meeting sees it, is reminded of it and has it in their calendar; nobody else does. */
@Tag("database")
class MeetingParticipantsTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final Api ADMIN = Api.of(PROGRAM).with("Accept-Language", "en");
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Test
    void aUserSeesTheMeetingForAsLongAsTheyTakePart() {
        Colleague negar = colleague();
        String meeting = meeting("");
        assertThat(negar.api().get("/meetings/" + meeting).status()).isEqualTo(404);

        String participant = takesPart(meeting, "user", negar.id());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> negar.api().get("/meetings/" + meeting).status() == 200);
        assertThat(negar.api().get("/meeting-participants/" + participant).status())
                .isEqualTo(200);
        assertThat(negar.api()
                        .patch("/meetings/" + meeting, "{\"subject\": \"mine\"}")
                        .status())
                .isEqualTo(403);

        var gone = ADMIN.delete("/meeting-participants/" + participant).expect(204);
        assertThat(negar.api().get("/meetings/" + meeting).status()).isEqualTo(404);

        ADMIN.post("/change-sets/" + gone.header("Peyvand-Change-Set") + "/undo")
                .expect(200);
        assertThat(negar.api().get("/meetings/" + meeting).status()).isEqualTo(200);
    }

    @Test
    void aShareThatSomebodyGaveStaysWhenTheParticipantGoes() {
        Colleague negar = colleague();
        String meeting = meeting("");
        ADMIN.put("/meetings/" + meeting + "/shares/" + negar.id(), "{}").expect(204);
        String participant = takesPart(meeting, "user", negar.id());

        ADMIN.delete("/meeting-participants/" + participant).expect(204);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> negar.api().get("/meetings/" + meeting).status() == 200);
    }

    @Test
    void isOnePersonAndOfAMeetingThatTheWriterMayChange() {
        Colleague negar = colleague();
        String meeting = meeting("");
        String contact = ADMIN.post("/contacts", "{\"name\": \"مریم تهرانی\"}")
                .expect(201)
                .id();

        var both = ADMIN.post(
                "/meeting-participants",
                "{\"meeting\": \"" + meeting + "\", \"user\": \"" + negar.id() + "\", \"contact\": \"" + contact
                        + "\"}");
        var nobody = ADMIN.post("/meeting-participants", "{\"meeting\": \"" + meeting + "\"}");
        var strangers = negar.api()
                .post("/meeting-participants", "{\"meeting\": \"" + meeting + "\", \"user\": \"" + negar.id() + "\"}");

        assertThat(both.expect(422).text()).contains("participant-one-person");
        assertThat(nobody.expect(422).text()).contains("participant-one-person");
        assertThat(strangers.status()).isEqualTo(422);
        assertThat(negar.api().get("/meetings/" + meeting).status()).isEqualTo(404);
    }

    @Test
    void isFoundByMeetingAndMeetingsByThem() {
        Colleague negar = colleague();
        String meeting = meeting("");
        takesPart(meeting, "user", negar.id());
        String filter =
                "{\"has\": \"participants\", \"where\": {\"field\": \"user\", \"op\": \"eq\", \"value\": \"me\"}}";

        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        negar.api().get("/meetings", "filter", filter).data().size() == 1);

        assertThat(ADMIN.get(
                                "/meeting-participants",
                                "filter",
                                "{\"field\": \"meeting\", \"op\": \"eq\", \"value\": \"" + meeting + "\"}")
                        .data())
                .hasSize(1);
    }

    @Test
    void standsInTheFileAndInTheFeedOfWhoTakesPartAsFarAsTheyMayKnow() throws Exception {
        Colleague negar = colleague();
        String meeting = meeting("");
        String contact = ADMIN.post(
                        "/contacts",
                        "{\"name\": \"مریم \\\"تهرانی\\\"\", \"email\": \"maryam" + COUNT.get() + "@example.ir\"}")
                .expect(201)
                .id();
        takesPart(meeting, "user", negar.id());
        takesPart(meeting, "contact", contact);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> negar.api().get("/meetings/" + meeting).status() == 200);

        String whole =
                ADMIN.get("/meetings/" + meeting + "/meeting.ics").expect(200).text();
        String url = negar.api().post("/calendar-feed", "{}").expect(201).text("url");
        String feed = PROGRAM.get(url.substring(url.indexOf("/feeds/"))).body();

        VEvent event = new CalendarBuilder()
                .build(new StringReader(whole))
                .<VEvent>getComponents("VEVENT")
                .getFirst();
        event.validate();
        assertThat(event.getAttendees())
                .extracting(each -> each.getValue())
                .contains("mailto:" + negar.email())
                .hasSize(2);
        assertThat(event.getOrganizer()).extracting(each -> each.getValue()).isEqualTo("mailto:" + TestProgram.EMAIL);
        assertThat(whole.replace("\r\n ", ""))
                .contains("CN=\"مریم ^'تهرانی^'\"")
                .contains("PARTSTAT=NEEDS-ACTION");
        assertThat(feed.replace("\r\n ", ""))
                .contains(meeting)
                .contains(negar.email())
                .doesNotContain("تهرانی");
    }

    @Test
    void whoOwnsAndWhoTakesPartAreRemindedOnceAndWhoDeclinedIsNot() {
        Colleague owner = colleague();
        Colleague comes = colleague();
        Colleague declines = colleague();
        String meeting = meeting(", \"owner\": \"" + owner.id() + "\"");
        takesPart(meeting, "user", owner.id());
        takesPart(meeting, "user", comes.id());
        String no = takesPart(meeting, "user", declines.id());
        ADMIN.patch("/meeting-participants/" + no, "{\"response\": \"declined\"}")
                .expect(200);

        ADMIN.patch("/meetings/" + meeting, "{\"remindAt\": \"" + Instant.now().plusSeconds(1) + "\"}")
                .expect(200);

        await().atMost(Duration.ofSeconds(60)).until(() -> reminders(comes) == 1 && reminders(owner) == 1);
        assertThat(reminders(declines)).isZero();
    }

    @Test
    void everyTimeOfASeriesRemindsAgain() {
        Instant start = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minus(Duration.ofDays(14))
                .plus(Duration.ofHours(3));
        String meeting = ADMIN.post(
                        "/meetings",
                        "{\"subject\": \"هفتگی\", \"startAt\": \"" + start
                                + "\", \"recurrence\": \"FREQ=WEEKLY;TZID=Asia/Tehran\", \"reminders\": [\"hour1\"]}")
                .expect(201)
                .id();

        assertThat(ADMIN.get("/meetings/" + meeting).text("nextReminder"))
                .isEqualTo(start.plus(Duration.ofDays(14))
                        .minus(Duration.ofHours(1))
                        .toString());
    }

    private static long reminders(Colleague colleague) {
        return colleague
                .api()
                .get("/notices")
                .expect(200)
                .data()
                .valueStream()
                .filter(each -> each.get("kind").asString().equals("reminder"))
                .count();
    }

    private static String meeting(String more) {
        Instant start = Instant.now().plus(Duration.ofDays(2));
        return ADMIN.post(
                        "/meetings",
                        "{\"subject\": \"نشست\", \"startAt\": \"" + start + "\", \"endAt\": \""
                                + start.plusSeconds(3600) + "\"" + more + "}")
                .expect(201)
                .id();
    }

    private static String takesPart(String meeting, String kind, String id) {
        return ADMIN.post(
                        "/meeting-participants", "{\"meeting\": \"" + meeting + "\", \"" + kind + "\": \"" + id + "\"}")
                .expect(201)
                .id();
    }

    /** Somebody who sees only what is their own. */
    private static Colleague colleague() {
        int number = COUNT.incrementAndGet();
        String email = "takes-part" + number + "@example.ir";
        String id = ADMIN.post(
                        "/users",
                        "{\"name\": \"Participant " + number + "\", \"email\": \"" + email
                                + "\", \"password\": \"long enough a word\", \"roles\": [\"seller\"]}")
                .expect(201)
                .id();
        String token = ADMIN.post("/users/" + id + "/tokens", "{\"name\": \"test\"}")
                .expect(201)
                .text("token");
        return new Colleague(id, email, Api.of(PROGRAM, token).with("Accept-Language", "en"));
    }

    private record Colleague(String id, String email, Api api) {}
}
