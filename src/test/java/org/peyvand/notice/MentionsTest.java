package org.peyvand.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordRef;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;

/** Colleagues are mentioned in notes, and hear of it when they may see what is written about. */
@Tag("database")
class MentionsTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestProgram program = TestProgram.shared();
    private final Api admin = Api.of(program).with("Accept-Language", "en");

    @Test
    void readsAsANameAndKeepsTheReference() {
        UUID user = UUID.fromString("019ab000-0000-7000-8000-000000000001");
        String text = "سلام @[نگار کریمی](users/" + user + ")، ببین.";

        assertThat(MentionText.plain(text)).isEqualTo("سلام @نگار کریمی، ببین.");
        assertThat(MentionText.users(text)).containsExactly(user);
        assertThat(MentionText.users("negar@[example].ir @[x](users/1)")).isEmpty();
    }

    @Test
    void whoMaySeeTheRecordIsToldOnce() {
        Colleague babak = colleague("sales manager");
        String account =
                admin.post("/accounts", "{\"name\": \"Pars\"}").expect(201).id();

        String note = note(account, babak);
        admin.patch("/notes/" + note, "{\"body\": \"again " + mention(babak) + "\"}")
                .expect(200);
        List<String> kinds = kinds(babak);

        assertThat(kinds).containsOnlyOnce("mentioned");
        assertThat(babak.api().get("/notices").text()).contains("Pars");
        assertThat(admin.get("/notes/" + note).text("title"))
                .doesNotContain("users/")
                .contains("@Babak");
    }

    @Test
    void aMentionCountsAsUnreadAgainWhenItsReadingIsTakenBack() {
        Colleague babak = colleague("sales manager");
        String account =
                admin.post("/accounts", "{\"name\": \"Unread\"}").expect(201).id();
        note(account, babak);
        String notice =
                babak.api().get("/notices").expect(200).data().get(0).path("id").asString();

        babak.api().post("/notices/" + notice + "/reading", "").expect(204);
        assertThat(babak.api().get("/notices/count").get("unread").asInt()).isZero();
        babak.api().delete("/notices/" + notice + "/reading").expect(204);

        assertThat(babak.api().get("/notices/count").get("unread").asInt()).isEqualTo(1);
        admin.delete("/notices/" + notice + "/reading").expect(404);
    }

    @Test
    void whoMayNotSeeItIsNotToldAndIsNamedToTheWriter() {
        Colleague stranger = colleague("seller");
        String account =
                admin.post("/accounts", "{\"name\": \"Hidden\"}").expect(201).id();

        note(account, stranger);
        List<String> blind = program.bean(Mentions.class)
                .blind(Actor.system(), mention(stranger), new RecordRef("accounts", UUID.fromString(account)));

        assertThat(kinds(stranger)).doesNotContain("mentioned");
        assertThat(blind).hasSize(1);
    }

    @Test
    void newLeadIsCalledOneToItsOwner() {
        Colleague negar = colleague("seller");

        admin.post("/leads", "{\"lastName\": \"Karimi\", \"owner\": \"" + negar.id() + "\"}")
                .expect(201);

        assertThat(kinds(negar)).containsExactly("new-lead");
    }

    private String note(String account, Colleague mentioned) {
        return admin.post(
                        "/notes",
                        "{\"body\": \"" + mention(mentioned)
                                + " look\", \"regarding\": {\"type\": \"accounts\", \"id\": \"" + account + "\"}}")
                .expect(201)
                .id();
    }

    private static String mention(Colleague colleague) {
        return "@[Babak](users/" + colleague.id() + ")";
    }

    private static List<String> kinds(Colleague colleague) {
        return colleague
                .api()
                .get("/notices")
                .expect(200)
                .data()
                .valueStream()
                .map((JsonNode each) -> each.get("kind").asString())
                .toList();
    }

    private Colleague colleague(String role) {
        int number = COUNT.incrementAndGet();
        String id = admin.post(
                        "/users",
                        "{\"name\": \"Babak " + number + "\", \"email\": \"mention" + number
                                + "@example.ir\", \"password\": \"long enough a word\", \"roles\": [\"" + role + "\"]}")
                .expect(201)
                .id();
        String token = admin.post("/users/" + id + "/tokens", "{\"name\": \"test\"}")
                .expect(201)
                .text("token");
        return new Colleague(id, Api.of(program, token).with("Accept-Language", "en"));
    }

    /** Somebody else who works with the program. */
    private record Colleague(String id, Api api) {}
}
