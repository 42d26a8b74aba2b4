package org.peyvand.activity.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;

/** A colleague is invited to a meeting, answers, and whoever called it hears of that; a moved meeting asks again. */
@Tag("database")
class InvitationsTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final Api ADMIN = Api.of(PROGRAM).with("Accept-Language", "en");
    private static final String PASSWORD = "long enough a word";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Test
    void theInvitedIsToldAndTheirAnswerIsToldToTheOwner() {
        Person owner = person();
        Person guest = person();
        String meeting = meeting(owner, "");

        String participant = invite(meeting, guest);
        Answer answer = guest.api()
                .put("/meetings/" + meeting + "/answer", "{\"response\": \"accepted\"}")
                .expect(200);

        assertThat(told(guest, "invited")).singleElement().asString().contains("asks whether you come to", "Planning");
        assertThat(answer.text("response")).isEqualTo("accepted");
        assertThat(answer.id()).isEqualTo(participant);
        assertThat(told(owner, "answered")).singleElement().asString().contains(guest.name(), "comes to", "Planning");
        assertThat(owner.api()
                        .get("/change-sets/" + answer.header("Peyvand-Change-Set"))
                        .expect(200)
                        .get("by")
                        .toString())
                .contains(guest.id());
        assertThat(owner.api()
                        .get("/meetings/" + meeting + "/meeting.ics")
                        .expect(200)
                        .text()
                        .replace("\r\n ", ""))
                .contains("PARTSTAT=ACCEPTED:mailto:" + guest.email());
    }

    @Test
    void anAnswerIsOnesOwnAndNothingElseIsOpenedByIt() {
        Person owner = person();
        Person guest = person();
        Person stranger = person();
        String meeting = meeting(owner, "");
        String participant = invite(meeting, guest);
        String path = "/meetings/" + meeting + "/answer";

        assertThat(stranger.api().put(path, "{\"response\": \"accepted\"}").status())
                .isEqualTo(404);
        assertThat(owner.api().put(path, "{\"response\": \"accepted\"}").status())
                .isEqualTo(404);
        assertThat(guest.api()
                        .put(path, "{\"response\": \"needsAction\"}")
                        .expect(422)
                        .text())
                .contains("not-an-option");
        assertThat(guest.api().put(path, "{}").expect(422).text()).contains("required");
        assertThat(guest.api().put(path, "{\"user\": \"me\"}").status()).isEqualTo(400);
        assertThat(guest.api()
                        .patch("/meeting-participants/" + participant, "{\"response\": \"accepted\"}")
                        .status())
                .isEqualTo(403);
        assertThat(ADMIN.get("/meeting-participants/" + participant).text("response"))
                .isEqualTo("needsAction");
    }

    @Test
    void theInboxAndThePageOfTheMeetingAsk() {
        Person owner = person();
        Person guest = person();
        String meeting = meeting(owner, "");
        String participant = invite(meeting, guest);
        String accepting = "/meetings/" + meeting + "/answer?response=accepted";
        String declining = "/meetings/" + meeting + "/answer?response=declined";
        Visitor pages = guest.pages();

        assertThat(owner.pages().get("/meetings/" + meeting).body()).doesNotContain("/answer?response");
        assertThat(pages.send(pages.form("/?show=invitation", accepting)).statusCode())
                .isEqualTo(302);
        assertThat(response(participant)).isEqualTo("accepted");
        assertThat(pages.get("/").body()).doesNotContain(accepting);

        assertThat(pages.send(pages.form("/meetings/" + meeting, declining)).statusCode())
                .isEqualTo(302);
        assertThat(response(participant)).isEqualTo("declined");
        assertThat(pages.get("/meetings/" + meeting).body()).contains("You said that you do not come.");
    }

    @Test
    void anAnswerIsTakenBackByWhoGaveItAlone() {
        Person owner = person();
        Person guest = person();
        Person other = person();
        String meeting = meeting(owner, "");
        String participant = invite(meeting, guest);
        invite(meeting, other);
        String undo = "/change-sets/" + accept(guest, meeting).header("Peyvand-Change-Set") + "/undo";

        assertThat(other.api().post(undo).status()).isEqualTo(403);
        assertThat(response(participant)).isEqualTo("accepted");
        guest.api().post(undo).expect(200);
        assertThat(response(participant)).isEqualTo("needsAction");

        Visitor pages = guest.pages();
        pages.send(pages.form("/meetings/" + meeting, "/meetings/" + meeting + "/answer?response=declined"));
        assertThat(pages.get("/meetings/" + meeting).body()).containsPattern("/change-sets/[-0-9a-f]+/undo");
    }

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
    void theNearestInvitationIsThereHoweverManyThereAre() {
        Person owner = person();
        Person guest = person();
        String near = meeting(owner, "");
        invite(near, guest);
        List<String> later = made(
                "/meetings/batch",
                IntStream.range(0, 51)
                        .mapToObj(i -> "{\"create\": {\"subject\": \"Later\", \"startAt\": \""
                                + start().plus(Duration.ofDays(9)) + "\", \"owner\": \"" + owner.id() + "\"}}")
                        .toList());
        made(
                "/meeting-participants/batch",
                later.stream()
                        .map(id -> "{\"create\": {\"meeting\": \"" + id + "\", \"user\": \"" + guest.id() + "\"}}")
                        .toList());

        assertThat(guest.pages().get("/?show=invitation").body())
                .contains("/meetings/" + near + "/answer", "/meetings/" + later.getFirst() + "/answer");
    }

    @Test
    void aGuestIsNotOfferedToChangeOneTime() {
        Person owner = person();
        Person guest = person();
        String series = meeting(owner, ", \"recurrence\": \"FREQ=WEEKLY\"");
        invite(series, guest);

        assertThat(owner.pages().get("/meetings/" + series).body()).contains(series + "/times/");
        assertThat(guest.pages().get("/meetings/" + series).body()).doesNotContain(series + "/times/");
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

    @Test
    void nobodyIsInvitedToWhatIsOverOrToTheirOwn() {
        Person owner = person();
        Person guest = person();
        String over = ADMIN.post(
                        "/meetings",
                        "{\"subject\": \"Over\", \"startAt\": \""
                                + Instant.now().minusSeconds(86_400) + "\", \"owner\": \"" + owner.id() + "\"}")
                .expect(201)
                .id();
        invite(over, guest);
        invite(meeting(owner, ""), owner);

        assertThat(told(guest, "invited")).isEmpty();
        assertThat(told(owner, "invited")).isEmpty();
        assertThat(owner.pages().get("/").body()).doesNotContain("/answer?response");
    }

    private static Answer move(Person by, String meeting, Instant to) {
        return by.api()
                .patch("/meetings/" + meeting, "{\"startAt\": \"" + to + "\"}")
                .expect(200);
    }

    private static List<String> told(Person person, String kind) {
        return person.api()
                .get("/notices")
                .expect(200)
                .data()
                .valueStream()
                .filter(each -> each.get("kind").asString().equals(kind))
                .map(each -> each.get("text").asString())
                .toList();
    }

    private static String response(String participant) {
        return ADMIN.get("/meeting-participants/" + participant).text("response");
    }

    private static List<String> made(String path, List<String> acts) {
        return ADMIN.post(path, "[" + String.join(", ", acts) + "]")
                .expect(200)
                .body()
                .valueStream()
                .map(each -> each.get("id").asString())
                .toList();
    }

    private static List<String> responses(String meeting) {
        String filter = "{\"field\": \"meeting\", \"op\": \"eq\", \"value\": \"" + meeting + "\"}";
        return ADMIN.get("/meeting-participants", "filter", filter)
                .data()
                .valueStream()
                .map(each -> each.get("response").asString())
                .toList();
    }

    private static Answer accept(Person guest, String meeting) {
        return guest.api()
                .put("/meetings/" + meeting + "/answer", "{\"response\": \"accepted\"}")
                .expect(200);
    }

    private static Instant start() {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(2));
    }

    private static String meeting(Person owner, String more) {
        return meeting(owner, start(), more);
    }

    private static String meeting(Person owner, Instant start, String more) {
        return ADMIN.post(
                        "/meetings",
                        "{\"subject\": \"Planning\", \"startAt\": \"" + start + "\", \"owner\": \"" + owner.id() + "\""
                                + more + "}")
                .expect(201)
                .id();
    }

    /** The sight of the meeting comes with the invitation, by way of the other nodes. */
    private static String invite(String meeting, Person guest) {
        String participant = ADMIN.post(
                        "/meeting-participants", "{\"meeting\": \"" + meeting + "\", \"user\": \"" + guest.id() + "\"}")
                .expect(201)
                .id();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> guest.api().get("/meetings/" + meeting).status() == 200);
        return participant;
    }

    private static Person person() {
        int number = COUNT.incrementAndGet();
        String name = "Invited " + number;
        String email = "invited" + number + "@example.ir";
        String id = ADMIN.post(
                        "/users",
                        "{\"name\": \"" + name + "\", \"email\": \"" + email + "\", \"password\": \"" + PASSWORD
                                + "\", \"roles\": [\"seller\"]}")
                .expect(201)
                .id();
        String token = ADMIN.post("/users/" + id + "/tokens", "{\"name\": \"test\"}")
                .expect(201)
                .text("token");
        return new Person(id, name, email, Api.of(PROGRAM, token).with("Accept-Language", "en"));
    }

    private record Person(String id, String name, String email, Api api) {

        Visitor pages() {
            return Visitor.signedIn(PROGRAM, email, PASSWORD);
        }
    }
}
