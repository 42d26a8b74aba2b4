package org.peyvand.activity.invitation;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;

/** Colleagues of a test who are asked to meetings, and what they hear. */
final class Guests {

    static final TestProgram PROGRAM = TestProgram.shared();
    static final Api ADMIN = Api.of(PROGRAM).with("Accept-Language", "en");
    private static final String PASSWORD = "long enough a word";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Guests() {}

    static Answer move(Person by, String meeting, Instant to) {
        return by.api()
                .patch("/meetings/" + meeting, "{\"startAt\": \"" + to + "\"}")
                .expect(200);
    }

    static List<String> told(Person person, String kind) {
        return person.api()
                .get("/notices")
                .expect(200)
                .data()
                .valueStream()
                .filter(each -> each.get("kind").asString().equals(kind))
                .map(each -> each.get("text").asString())
                .toList();
    }

    static String response(String participant) {
        return ADMIN.get("/meeting-participants/" + participant).text("response");
    }

    static List<String> made(String path, List<String> acts) {
        return ADMIN.post(path, "[" + String.join(", ", acts) + "]")
                .expect(200)
                .body()
                .valueStream()
                .map(each -> each.get("id").asString())
                .toList();
    }

    static List<String> responses(String meeting) {
        String filter = "{\"field\": \"meeting\", \"op\": \"eq\", \"value\": \"" + meeting + "\"}";
        return ADMIN.get("/meeting-participants", "filter", filter)
                .data()
                .valueStream()
                .map(each -> each.get("response").asString())
                .toList();
    }

    static Answer accept(Person guest, String meeting) {
        return guest.api()
                .put("/meetings/" + meeting + "/answer", "{\"response\": \"accepted\"}")
                .expect(200);
    }

    static Instant start() {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(2));
    }

    static String meeting(Person owner, String more) {
        return meeting(owner, start(), more);
    }

    static String meeting(Person owner, Instant start, String more) {
        return ADMIN.post(
                        "/meetings",
                        "{\"subject\": \"Planning\", \"startAt\": \"" + start + "\", \"owner\": \"" + owner.id() + "\""
                                + more + "}")
                .expect(201)
                .id();
    }

    /** The sight of the meeting comes with the invitation, by way of the other nodes. */
    static String invite(String meeting, Person guest) {
        String participant = ADMIN.post(
                        "/meeting-participants", "{\"meeting\": \"" + meeting + "\", \"user\": \"" + guest.id() + "\"}")
                .expect(201)
                .id();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> guest.api().get("/meetings/" + meeting).status() == 200);
        return participant;
    }

    static Person person() {
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

    record Person(String id, String name, String email, Api api) {

        Visitor pages() {
            return Visitor.signedIn(PROGRAM, email, PASSWORD);
        }
    }
}
