package org.peyvand.activity.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyvand.activity.invitation.Guests.ADMIN;
import static org.peyvand.activity.invitation.Guests.accept;
import static org.peyvand.activity.invitation.Guests.invite;
import static org.peyvand.activity.invitation.Guests.made;
import static org.peyvand.activity.invitation.Guests.meeting;
import static org.peyvand.activity.invitation.Guests.person;
import static org.peyvand.activity.invitation.Guests.response;
import static org.peyvand.activity.invitation.Guests.start;
import static org.peyvand.activity.invitation.Guests.told;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.activity.invitation.Guests.Person;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Visitor;

/** A colleague is invited to a meeting, answers, and whoever called it hears of that. */
@Tag("database")
class InvitationsTest {

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
    void aGuestIsOfferedNothingThatOnlyTheOwnerMayDo() {
        Person owner = person();
        Person guest = person();
        String meeting = meeting(owner, "");
        String participant = invite(meeting, guest);
        String page = "/meetings/" + meeting;
        String remove = "/meeting-participants/" + participant + "/deletion";

        assertThat(owner.pages().get(page).body()).contains(page + "/edit", page + "/deletion");
        assertThat(guest.pages().get(page).body()).doesNotContain(page + "/edit", page + "/deletion");
        assertThat(owner.pages().get(page + "/related").body())
                .contains("/meeting-participants/new?meeting=" + meeting, remove);
        assertThat(guest.pages().get(page + "/related").body())
                .contains(guest.name())
                .doesNotContain("/meeting-participants/new", remove);
        assertThat(owner.pages().get(page + "/files").body()).contains("type=\"file\"");
        assertThat(guest.pages().get(page + "/files").body()).doesNotContain("type=\"file\"");
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
}
