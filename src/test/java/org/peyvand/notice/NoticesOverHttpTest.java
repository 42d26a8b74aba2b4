package org.peyvand.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.record.RecordRef;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;

/** What people are told when others work on records, over the API. */
@Tag("database")
class NoticesOverHttpTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestProgram program = TestProgram.shared();
    private final Api admin = Api.of(program).with("Accept-Language", "en");

    @Test
    void newOwnerIsToldWhatWasGiven() {
        Colleague negar = colleague("seller");

        String lead = admin.post("/leads", "{\"lastName\": \"Karimi\", \"owner\": \"" + negar.id() + "\"}")
                .expect(201)
                .id();
        Answer told = negar.api().get("/notices").expect(200);

        assertThat(told.data()).hasSize(1);
        JsonNode notice = told.data().get(0);
        assertThat(notice.get("text").asString()).contains("Karimi");
        assertThat(notice.get("subject").get("id").asString()).isEqualTo(lead);
        assertThat(notice.get("readAt").isNull()).isTrue();
        assertThat(unread(negar)).isEqualTo(1);
    }

    @Test
    void nobodyIsToldWhatTheyDidThemselves() {
        Colleague negar = colleague("seller");

        negar.api().post("/accounts", "{\"name\": \"Own\"}").expect(201);

        assertThat(unread(negar)).isZero();
    }

    @Test
    void ownerIsToldOfChangesByOthersUnlessTheyDoNotWantTo() {
        Colleague negar = colleague("seller");
        String account = negar.api()
                .post("/accounts", "{\"name\": \"Pars\"}")
                .expect(201)
                .id();

        admin.patch("/accounts/" + account, "{\"website\": \"https://pars.example\"}")
                .expect(200);
        Answer told = negar.api().get("/notices").expect(200);
        negar.api().delete("/accounts/" + account + "/followers/me").expect(204);
        admin.patch("/accounts/" + account, "{\"website\": \"https://other.example\"}")
                .expect(200);

        assertThat(told.data().get(0).get("text").asString()).contains("Pars").contains("Website");
        assertThat(negar.api().get("/notices").data()).hasSize(1);
        assertThat(negar.api()
                        .get("/accounts/" + account + "/followers/me")
                        .get("following")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void followerIsToldOfChangesByOthers() {
        Colleague babak = colleague("sales manager");
        String account =
                admin.post("/accounts", "{\"name\": \"Followed\"}").expect(201).id();

        babak.api().put("/accounts/" + account + "/followers/me", "{}").expect(204);
        admin.patch("/accounts/" + account, "{\"website\": \"https://pars.example\"}")
                .expect(200);
        admin.delete("/accounts/" + account).expect(204);

        assertThat(babak.api().get("/notices").data()).hasSize(2);
        assertThat(admin.get("/accounts/" + account + "/followers")
                        .data()
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo(babak.id());
    }

    @Test
    void manyAtOnceAreOneNotice() {
        Colleague negar = colleague("seller");

        admin.post(
                        "/accounts/batch",
                        "[" + given("One", negar) + "," + given("Two", negar) + "," + given("Three", negar) + "]")
                .expect(200);
        Answer told = negar.api().get("/notices");

        assertThat(told.data()).hasSize(1);
        assertThat(told.data().get(0).get("text").asString()).contains("3");
    }

    @Test
    void undoTellsNobody() {
        Colleague negar = colleague("seller");
        String account = negar.api()
                .post("/accounts", "{\"name\": \"Undone\"}")
                .expect(201)
                .id();
        Answer change =
                admin.patch("/accounts/" + account, "{\"name\": \"Changed\"}").expect(200);
        long before = negar.api().get("/notices").data().size();

        admin.post("/change-sets/" + change.header("Peyvand-Change-Set") + "/undo")
                .expect(200);

        assertThat(negar.api().get("/notices").data()).hasSize((int) before);
    }

    @Test
    void noticeAboutWhatIsOutOfReachShowsNoName() {
        Colleague negar = colleague("seller");
        String account = admin.post("/accounts", given("Secret Holding", negar, false))
                .expect(201)
                .id();

        admin.patch("/accounts/" + account, "{\"owner\": null, \"team\": null}").expect(200);
        Answer told = negar.api().get("/notices").expect(200);

        assertThat(told.data()).isNotEmpty();
        assertThat(told.text()).doesNotContain("Secret Holding").doesNotContain(account);
    }

    @Test
    void fieldsThatTheReaderMayNotSeeAreNotNamed() {
        String role =
                "{\"name\": \"blind " + COUNT.incrementAndGet() + "\", \"types\": {\"accounts\": {\"read\": \"all\","
                        + " \"create\": \"all\", \"update\": \"all\"}, \"users\": {\"read\": \"all\"}},"
                        + " \"fields\": {\"accounts.website\": \"hidden\"}}";
        String id = admin.post("/roles", role).expect(201).id();
        Colleague blind = colleague(id);
        String account = blind.api()
                .post("/accounts", "{\"name\": \"Pars\"}")
                .expect(201)
                .id();

        admin.patch("/accounts/" + account, "{\"website\": \"https://pars.example\"}")
                .expect(200);

        assertThat(blind.api().get("/notices").text()).doesNotContain("Website");
    }

    @Test
    void readOnceIsReadForGood() {
        Colleague negar = colleague("seller");
        tell(negar, "first");
        tell(negar, "second");
        String first = negar.api().get("/notices").data().get(1).get("id").asString();

        negar.api().post("/notices/" + first + "/reading").expect(204);

        assertThat(unread(negar)).isEqualTo(1);
        assertThat(negar.api().get("/notices?unread=true").data()).hasSize(1);
        negar.api().post("/notices/reading").expect(204);
        assertThat(unread(negar)).isZero();
        admin.post("/notices/" + first + "/reading").expect(404);
    }

    @Test
    void sameKeyIsToldOnce() {
        Colleague negar = colleague("seller");

        tell(negar, "same");
        tell(negar, "same");

        assertThat(negar.api().get("/notices").data()).hasSize(1);
    }

    @Test
    void listIsReadPageByPage() {
        Colleague negar = colleague("seller");
        for (int i = 0; i < 5; i++) {
            tell(negar, "notice " + i);
        }

        Answer first = negar.api().get("/notices?limit=3").expect(200);
        String next = first.get("page").get("next").asString();
        Answer second = negar.api().get("/notices?limit=3", "after", next).expect(200);

        assertThat(first.data()).hasSize(3);
        assertThat(second.data()).hasSize(2);
        assertThat(second.get("page").get("next").isNull()).isTrue();
        negar.api().get("/notices?after=nonsense").expect(400);
    }

    @Test
    void whatIsNotWantedOnThePageIsNotShownThere() {
        Colleague negar = colleague("seller");

        negar.api()
                .patch("/notice-choices", "{\"kinds\": {\"assigned\": {\"page\": false, \"email\": false}}}")
                .expect(200);
        tell(negar, "unwanted");

        assertThat(negar.api().get("/notices").data()).isEmpty();
        negar.api()
                .patch("/notice-choices", "{\"kinds\": {\"nonsense\": {\"page\": false}}}")
                .expect(422);
        negar.api()
                .patch("/notice-choices", "{\"kinds\": {\"assigned\": {\"pigeon\": false}}}")
                .expect(422);
    }

    private void tell(Colleague reader, String key) {
        program.bean(Notices.class)
                .tell(NewNotice.of("assigned", UUID.fromString(reader.id()), key)
                        .about(new RecordRef("users", UUID.fromString(reader.id()))));
    }

    private int unread(Colleague colleague) {
        return colleague.api().get("/notices/count").expect(200).get("unread").asInt();
    }

    private static String given(String name, Colleague owner) {
        return given(name, owner, true);
    }

    private static String given(String name, Colleague owner, boolean inBatch) {
        String account = "{\"name\": \"" + name + "\", \"owner\": \"" + owner.id() + "\"}";
        return inBatch ? "{\"create\": " + account + "}" : account;
    }

    private Colleague colleague(String role) {
        int number = COUNT.incrementAndGet();
        String id = admin.post(
                        "/users",
                        "{\"name\": \"Colleague " + number + "\", \"email\": \"notice" + number
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
