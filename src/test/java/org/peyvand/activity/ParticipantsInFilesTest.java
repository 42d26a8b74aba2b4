package org.peyvand.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;

/** Who takes part in meetings goes out and comes in with the files of meetings. */
@Tag("database")
class ParticipantsInFilesTest {

    private static final Api API = Api.of(TestProgram.shared());

    private final String mark = Mark.fresh();
    private final String email = "files-" + mark + "@example.ir";

    @Test
    void comeInByNameAndAddressAndGoOutAgain() {
        API.post("/users", "{\"name\": \"Colleague " + mark + "\", \"email\": \"" + email + "\"}")
                .expect(201);
        API.post("/contacts", "{\"name\": \"مریم " + mark + "\"}").expect(201);
        API.post("/contacts", "{\"name\": \"دیگری " + mark + "\", \"email\": \"other-" + mark + "@example.ir\"}")
                .expect(201);
        String rows = "subject,startAt,Participants\n"
                + "First %1$s,2029-05-01T08:00:00Z,مریم %1$s; %2$s\n"
                + "Second %1$s,2029-05-02T08:00:00Z,other-%1$s@example.ir\n"
                + "Third %1$s,2029-05-03T08:00:00Z,nobody %1$s\n"
                + "Fourth %1$s,2029-05-04T08:00:00Z,\n";

        Answer preview = API.upload("/imports?preview=true", "m.csv", bytes(rows), Map.of("type", "meetings"))
                .expect(200);
        Answer done = imported(rows, "{}");

        assertThat(preview.get("wouldFail").intValue()).isEqualTo(1);
        assertThat(preview.get("problems").get(0).get("field").asString()).isEqualTo("participants");
        assertThat(done.get("created").intValue()).isEqualTo(3);
        assertThat(done.get("failed").intValue()).isEqualTo(1);
        assertThat(taking("First")).isEqualTo(2);
        assertThat(taking("Second")).isEqualTo(1);
        assertThat(taking("Fourth")).isZero();
        assertThat(exported("true")).contains("مریم " + mark, "Colleague " + mark, "دیگری " + mark);
        String again = exported("false");
        assertThat(again).contains(email).doesNotContain("مریم");

        imported(again.replace(mark + ",", mark + " again,"), "{}");

        assertThat(API.get("/meetings/count", "filter", named("First " + mark + " again"))
                        .get("count")
                        .intValue())
                .isEqualTo(1);
        assertThat(takingOf("First " + mark + " again")).isEqualTo(2);
        API.delete("/imports/" + done.id()).expect(200);
        assertThat(taking("First")).isZero();
    }

    @Test
    void areAddedToAMeetingThatIsThereOnlyOnce() {
        API.post("/users", "{\"name\": \"Colleague " + mark + "\", \"email\": \"" + email + "\"}")
                .expect(201);
        String options = "{\"onDuplicate\": \"update\", \"matchOn\": [\"subject\"]}";
        String rows = "subject,startAt,participants\nSame %1$s,2029-06-01T08:00:00Z,%2$s\n";

        imported(rows, options);
        imported(rows, options);

        assertThat(taking("Same")).isEqualTo(1);
    }

    @Test
    void addingThemToAMeetingCountsAsUpdatingIt() {
        API.post("/contacts", "{\"name\": \"مریم " + mark + "\"}").expect(201);
        String options = "{\"onDuplicate\": \"update\", \"matchOn\": [\"subject\"]}";
        String rows = "subject,startAt,participants\nSame %1$s,2029-06-01T08:00:00Z,";
        imported(rows + "\n", options);

        Answer added = imported(rows + "مریم %1$s\n", options);
        Answer again = imported(rows + "مریم %1$s\n", options);

        assertThat(added.get("updated").intValue()).isEqualTo(1);
        assertThat(again.get("updated").intValue()).isZero();
        assertThat(again.get("skipped").intValue()).isEqualTo(1);
    }

    @Test
    void aRowWhoseParticipantsAreRefusedFailsAloneAndLeavesNothing() {
        API.post("/contacts", "{\"name\": \"مریم " + mark + "\"}").expect(201);
        API.post("/users", "{\"name\": \"Colleague " + mark + "\", \"email\": \"" + email + "\"}")
                .expect(201);
        String rows = "subject,startAt,owner,participants\n"
                + "Mine %1$s,2029-07-01T08:00:00Z,,مریم %1$s\n"
                + "Theirs %1$s,2029-07-02T08:00:00Z,%2$s,مریم %1$s\n"
                + "Empty %1$s,2029-07-03T08:00:00Z,%2$s,\n";

        Answer done = imported(whoChangesOnlyTheirOwn(), rows, "{}");

        assertThat(done.text("status")).isEqualTo("done");
        assertThat(done.get("created").intValue()).isEqualTo(2);
        assertThat(done.get("failed").intValue()).isEqualTo(1);
        assertThat(taking("Mine")).isEqualTo(1);
        assertThat(API.get("/meetings/count", "filter", named("Theirs " + mark))
                        .get("count")
                        .intValue())
                .isZero();
        assertThat(API.get("/meetings/count", "filter", named("Empty " + mark))
                        .get("count")
                        .intValue())
                .isEqualTo(1);
    }

    /** The meeting that is there may be given away, and with it the right to add people to it. */
    @Test
    void aRowWhoseParticipantsAreRefusedChangesNothingOfAMeetingThatIsThere() {
        API.post("/contacts", "{\"name\": \"مریم " + mark + "\"}").expect(201);
        API.post("/users", "{\"name\": \"Colleague " + mark + "\", \"email\": \"" + email + "\"}")
                .expect(201);
        Api importer = whoChangesOnlyTheirOwn();
        String given = importer.post(
                        "/meetings",
                        "{\"subject\": \"Given " + mark
                                + "\", \"startAt\": \"2029-07-01T08:00:00Z\", \"location\": \"قدیم\"}")
                .expect(201)
                .id();
        String kept = importer.post(
                        "/meetings",
                        "{\"subject\": \"Kept " + mark
                                + "\", \"startAt\": \"2029-07-01T08:00:00Z\", \"location\": \"قدیم\"}")
                .expect(201)
                .id();
        String rows = "subject,startAt,location,owner,participants\n"
                + "Given %1$s,2029-07-02T08:00:00Z,جدید,%2$s,مریم %1$s\n"
                + "Kept %1$s,2029-07-02T08:00:00Z,جدید,,مریم %1$s\n";

        Answer done = imported(importer, rows, "{\"onDuplicate\": \"update\", \"matchOn\": [\"subject\"]}");

        assertThat(done.get("updated").intValue()).isEqualTo(1);
        assertThat(done.get("failed").intValue()).isEqualTo(1);
        assertThat(API.get("/meetings/" + given).text("location")).isEqualTo("قدیم");
        assertThat(API.get("/meetings/" + given + "/changes").data()).hasSize(1);
        assertThat(taking("Given")).isZero();
        assertThat(API.get("/meetings/" + kept).text("location")).isEqualTo("جدید");
        assertThat(taking("Kept")).isEqualTo(1);
    }

    @Test
    void anImportThatMovesTheirMeetingAsksThemAgain() {
        String contact = API.post("/contacts", "{\"name\": \"مریم " + mark + "\"}")
                .expect(201)
                .id();
        String options = "{\"onDuplicate\": \"update\", \"matchOn\": [\"subject\"]}";
        imported("subject,startAt,participants\nMoved %1$s,2029-06-01T08:00:00Z,مریم %1$s\n", options);
        String filter = "{\"field\": \"contact\", \"op\": \"eq\", \"value\": \"" + contact + "\"}";
        String participant = API.get("/meeting-participants", "filter", filter)
                .data()
                .get(0)
                .get("id")
                .asString();
        API.patch("/meeting-participants/" + participant, "{\"response\": \"accepted\"}")
                .expect(200);

        imported("subject,startAt\nMoved %1$s,2029-06-02T08:00:00Z\n", options);

        assertThat(API.get("/meeting-participants/" + participant).text("response"))
                .isEqualTo("needsAction");
    }

    @Test
    void aNameMayHoldACommaOfPersian() {
        API.post("/contacts", "{\"name\": \"مریم، دکتر " + mark + "\"}").expect(201);
        API.post("/contacts", "{\"name\": \"دیگری " + mark + "\"}").expect(201);

        imported("subject,startAt,participants\nBoth %1$s,2029-06-01T08:00:00Z,مریم، دکتر %1$s; دیگری %1$s\n", "{}");

        assertThat(taking("Both")).isEqualTo(2);
    }

    private Api whoChangesOnlyTheirOwn() {
        API.post("/roles", """
                        {"name": "own %s", "types": {"meetings": {"read": "all", "create": "all", "update": "own", "import": "all"},
                         "contacts": {"read": "all"}, "users": {"read": "all"}}}""".formatted(mark)).expect(201);
        String user = API.post("/users", """
                        {"name": "Importer %1$s", "email": "importer-%1$s@example.ir", "roles": ["own %1$s"]}""".formatted(mark)).expect(201).id();
        return Api.of(
                TestProgram.shared(),
                API.post("/users/" + user + "/tokens", "{\"name\": \"test\"}")
                        .expect(201)
                        .text("token"));
    }

    private byte[] bytes(String rows) {
        return rows.replace("%1$s", mark).replace("%2$s", email).getBytes(StandardCharsets.UTF_8);
    }

    private Answer imported(String rows, String options) {
        return imported(API, rows, options);
    }

    private Answer imported(Api by, String rows, String options) {
        return finished(
                by,
                "/imports/"
                        + by.upload("/imports", "m.csv", bytes(rows), Map.of("type", "meetings", "options", options))
                                .expect(202)
                                .id());
    }

    private String exported(String safe) {
        String filter = "{\"field\": \"subject\", \"op\": \"endsWith\", \"value\": \"" + mark + "\"}";
        Answer done = finished(
                API,
                "/exports/"
                        + API.post(
                                        "/exports",
                                        "{\"type\": \"meetings\", \"format\": \"csv\", \"safe\": " + safe
                                                + ", \"filter\": " + filter
                                                + ", \"fields\": [\"subject\", \"startAt\", \"participants\"]}")
                                .expect(202)
                                .id());
        return API.get("/exports/" + done.id() + "/file").expect(200).text();
    }

    private static Answer finished(Api by, String path) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> by.get(path).expect(200),
                        answer -> !answer.text("status").matches("queued|running"));
    }

    private int taking(String subject) {
        return takingOf(subject + " " + mark);
    }

    private static int takingOf(String subject) {
        String filter = "{\"field\": \"meeting.subject\", \"op\": \"eq\", \"value\": \"" + subject + "\"}";
        return API.get("/meeting-participants/count", "filter", filter)
                .expect(200)
                .get("count")
                .intValue();
    }

    private static String named(String subject) {
        return "{\"field\": \"subject\", \"op\": \"eq\", \"value\": \"" + subject + "\"}";
    }
}
