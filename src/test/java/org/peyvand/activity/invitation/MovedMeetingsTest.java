package org.peyvand.activity.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.peyvand.activity.invitation.Guests.ADMIN;
import static org.peyvand.activity.invitation.Guests.accept;
import static org.peyvand.activity.invitation.Guests.invite;
import static org.peyvand.activity.invitation.Guests.meeting;
import static org.peyvand.activity.invitation.Guests.move;
import static org.peyvand.activity.invitation.Guests.person;
import static org.peyvand.activity.invitation.Guests.response;
import static org.peyvand.activity.invitation.Guests.responses;
import static org.peyvand.activity.invitation.Guests.start;
import static org.peyvand.activity.invitation.Guests.told;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.activity.invitation.Guests.Person;
import org.peyvand.testing.Api.Answer;

/** A meeting that is moved asks its guests again, and so does one time of a series. */
@Tag("database")
class MovedMeetingsTest {

    @Test
    void aMoveThatIsRefusedAsksNobody() {
        Person owner = person();
        Person guest = person();
        String meeting = meeting(owner, "");
        String other = meeting(owner, "");
        String participant = invite(meeting, guest);
        accept(guest, meeting);

        String refused = "{\"update\": {\"id\": \"" + meeting + "\", \"subject\": \"\", \"startAt\": \""
                + start().plus(Duration.ofDays(1)) + "\"}}";
        String sound = "{\"update\": {\"id\": \"" + other + "\", \"location\": \"یزد\"}}";
        owner.api()
                .post("/meetings/batch?atomic=false", "[" + refused + ", " + sound + "]")
                .expect(200);

        assertThat(ADMIN.get("/meetings/" + other).text("location")).isEqualTo("یزد");
        assertThat(response(participant)).isEqualTo("accepted");
    }

    @Test
    void whoMayNotWriteAnswersAsksAgainByMoving() {
        Person owner = person();
        Person guest = person();
        ADMIN.post(
                        "/roles",
                        "{\"name\": \"mover " + owner.email()
                                + "\", \"types\": {\"meetings\": {\"read\": \"own\", \"update\": \"own\"}},"
                                + " \"fields\": {\"meeting-participants.response\": \"readOnly\"}}")
                .expect(201);
        ADMIN.put("/users/" + owner.id() + "/roles", "[\"mover " + owner.email() + "\"]")
                .expect(200);
        String meeting = meeting(owner, "");
        String participant = invite(meeting, guest);
        accept(guest, meeting);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> owner.api()
                                .patch("/meeting-participants/" + participant, "{\"response\": \"declined\"}")
                                .status()
                        == 422);
        move(owner, meeting, start().plus(Duration.ofDays(1)));

        assertThat(response(participant)).isEqualTo("needsAction");
    }

    @Test
    void aMovedMeetingAsksAgainAndItsUndoBringsTheAnswerBack() {
        Person owner = person();
        Person guest = person();
        String meeting = meeting(owner, "");
        String participant = invite(meeting, guest);
        guest.api()
                .put("/meetings/" + meeting + "/answer", "{\"response\": \"accepted\"}")
                .expect(200);

        Answer moved = owner.api()
                .patch("/meetings/" + meeting, "{\"startAt\": \"" + start().plus(Duration.ofDays(1)) + "\"}")
                .expect(200);

        assertThat(response(participant)).isEqualTo("needsAction");
        assertThat(told(guest, "invited")).hasSize(2);
        owner.api().patch("/meetings/" + meeting, "{\"location\": \"یزد\"}").expect(200);
        assertThat(told(guest, "invited")).hasSize(2);

        owner.api()
                .post("/change-sets/" + moved.header("Peyvand-Change-Set") + "/undo")
                .expect(200);
        assertThat(response(participant)).isEqualTo("accepted");
        assertThat(told(guest, "invited")).hasSize(2);
    }

    @Test
    void whoIsAskedOnceMoreIsToldOnceMore() {
        Person owner = person();
        Person guest = person();
        Instant first = start();
        String meeting = meeting(owner, "");
        String participant = invite(meeting, guest);

        move(owner, meeting, first.plus(Duration.ofDays(1)));
        move(owner, meeting, first);
        assertThat(told(guest, "invited")).hasSize(3);

        ADMIN.delete("/meeting-participants/" + participant).expect(204);
        invite(meeting, guest);
        assertThat(told(guest, "invited")).hasSize(4);
    }

    @Test
    void aSeriesIsAnsweredOnceAndATimeSetApartKeepsTheAnswer() {
        Person owner = person();
        Person guest = person();
        String series = meeting(owner, ", \"recurrence\": \"FREQ=WEEKLY\"");
        invite(series, guest);
        guest.api()
                .put("/meetings/" + series + "/answer", "{\"response\": \"tentative\"}")
                .expect(200);
        LocalDate second =
                LocalDate.ofInstant(start(), ZoneId.of("Asia/Tehran")).plusWeeks(1);

        String apart = owner.api()
                .patch("/meetings/" + series + "/times/" + second, "{\"subject\": \"Apart\"}")
                .expect(200)
                .id();

        String filter = "{\"field\": \"meeting\", \"op\": \"eq\", \"value\": \"" + apart + "\"}";
        assertThat(ADMIN.get("/meeting-participants", "filter", filter)
                        .data()
                        .get(0)
                        .get("response")
                        .asString())
                .isEqualTo("tentative");
        assertThat(told(guest, "invited")).hasSize(1);
    }

    @Test
    void aTimeOfASeriesThatIsMovedByItselfAsksAgain() {
        Person owner = person();
        Person guest = person();
        String series = meeting(owner, ", \"recurrence\": \"FREQ=WEEKLY\"");
        invite(series, guest);
        accept(guest, series);
        LocalDate second =
                LocalDate.ofInstant(start(), ZoneId.of("Asia/Tehran")).plusWeeks(1);
        Instant to = start().plus(Duration.ofDays(8));

        String apart = owner.api()
                .patch("/meetings/" + series + "/times/" + second, "{\"startAt\": \"" + to + "\"}")
                .expect(200)
                .id();

        assertThat(responses(apart)).containsExactly("needsAction");
        assertThat(responses(series)).containsExactly("accepted");
        assertThat(told(guest, "invited")).hasSize(2);

        owner.api()
                .patch(
                        "/meetings/" + series + "/times/" + second.plusWeeks(1) + "?scope=following",
                        "{\"startAt\": \"" + start().plus(Duration.ofDays(15)) + "\"}")
                .expect(200);
        assertThat(told(guest, "invited")).hasSize(3);
    }

    @Test
    void aTimeSetApartAtItsHourTellsNobodyAgain() {
        Person owner = person();
        Person guest = person();
        String series = meeting(owner, ", \"recurrence\": \"FREQ=WEEKLY\"");
        invite(series, guest);
        LocalDate second =
                LocalDate.ofInstant(start(), ZoneId.of("Asia/Tehran")).plusWeeks(1);

        for (String scope : new String[] {second + "?scope=one", second.plusWeeks(1) + "?scope=following"}) {
            owner.api()
                    .patch("/meetings/" + series + "/times/" + scope, "{\"subject\": \"Apart\"}")
                    .expect(200);
        }

        assertThat(told(guest, "invited")).hasSize(1);
    }

    @Test
    void aSeriesInvitesToItsNextTimeAndNotWhenItIsOver() {
        Person owner = person();
        Person guest = person();
        Instant first = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(30));
        String going = meeting(owner, first, ", \"recurrence\": \"FREQ=DAILY\"");
        String over = meeting(owner, first, ", \"recurrence\": \"FREQ=DAILY;COUNT=3\"");

        invite(over, guest);
        invite(going, guest);

        invite(meeting(owner, first.plus(Duration.ofDays(31)), ""), guest);

        List<String> told = told(guest, "invited");
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).isEqualTo(told.getLast());
    }
}
