package org.peyvand.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jooq.Record;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.notice.NewNotice;
import org.peyvand.notice.Notices;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.PageForm;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** Notices on the telephone of who chose them there, by the line that is there without a provider. */
@Tag("database")
class SmsOfNoticesTest {

    private final TestProgram program = TestProgram.shared();
    private final Api admin = Api.of(program);

    @Test
    void onlyWhoChoseItGetsAText() {
        Colleague chose = colleague(number());
        Colleague didNot = colleague(number());
        choose(chose, "{\"assigned\": {\"sms\": true}}");

        tell("assigned", chose, didNot);
        Record text = settledTextTo(chose);

        assertThat(text.get("state")).isEqualTo("sent");
        assertThat(text.get("sent_to")).isEqualTo(chose.mobile());
        assertThat(text.get("reference")).isEqualTo("sandbox");
        assertThat(textsTo(didNot)).isEmpty();
    }

    @Test
    void whoChoseItForAnotherKindGetsNone() {
        Colleague reader = colleague(number());
        choose(reader, "{\"changed\": {\"sms\": true}}");

        tell("assigned", reader);
        assertThat(textsTo(reader)).isEmpty();
        tell("changed", reader);

        assertThat(settledTextTo(reader).get("state")).isEqualTo("sent");
        assertThat(textsTo(reader)).hasSize(1);
    }

    @Test
    void textWithoutANumberIsDropped() {
        Colleague reader = colleague("");
        choose(reader, "{\"assigned\": {\"sms\": true}}");

        tell("assigned", reader);

        Record text = settledTextTo(reader);
        assertThat(text.get("state")).isEqualTo("dropped");
        assertThat(text.get("last_error")).asString().contains("no-address");
    }

    @Test
    void pageKeepsWhatWasChosen() {
        Colleague reader = colleague(number());
        Colleague other = colleague(number());
        Visitor visitor = Visitor.signedIn(program, reader.email(), TestProgram.PASSWORD);

        assertThat(visitor.send(choices(visitor).pick("wanted", "assigned.sms")).statusCode())
                .isEqualTo(302);
        String page = visitor.get("/settings/notices").body();
        JsonNode kept = kinds(reader);
        visitor.send(choices(visitor));

        assertThat(page)
                .contains("value=\"assigned.sms\" checked", "value=\"assigned.page\">", "value=\"changed.page\">");
        assertThat(kept.get("assigned").get("sms").asBoolean()).isTrue();
        assertThat(kept.get("assigned").get("page").asBoolean()).isFalse();
        assertThat(kept.get("changed").get("page").asBoolean()).isFalse();
        assertThat(kept.get("assigned").get("email"))
                .as("a way that is closed stays as it was")
                .isEqualTo(kinds(other).get("assigned").get("email"));
        assertThat(kinds(reader)).as("sent again as it is").isEqualTo(kept);
        assertThat(kinds(other).get("assigned").get("sms").asBoolean()).isFalse();
        tell("assigned", reader, other);
        assertThat(settledTextTo(reader).get("state")).isEqualTo("sent");
        assertThat(textsTo(other)).isEmpty();
    }

    private static PageForm choices(Visitor visitor) {
        return visitor.form("/settings/notices", "/settings/notices");
    }

    private static void choose(Colleague reader, String kinds) {
        reader.api().patch("/notice-choices", "{\"kinds\": " + kinds + "}").expect(200);
    }

    private static JsonNode kinds(Colleague reader) {
        return reader.api().get("/notice-choices").expect(200).get("kinds");
    }

    /** In one transaction, so that a text to one of them is there when that to another is. */
    private void tell(String kind, Colleague... readers) {
        program.bean(Notices.class)
                .tell(List.of(readers).stream()
                        .map(each -> NewNotice.of(kind, each.id(), kind + " " + UUID.randomUUID()))
                        .toList());
    }

    private Record settledTextTo(Colleague reader) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < until) {
            for (Record text : textsTo(reader)) {
                if (text.get("finished_at") != null) {
                    return text;
                }
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("no text to " + reader.email() + " was settled within 30 s: " + textsTo(reader));
    }

    private List<Record> textsTo(Colleague reader) {
        return List.copyOf(program.database()
                .sql()
                .fetch("select * from outbox_message where user_id = ? and channel = 'sms'", reader.id()));
    }

    private static String number() {
        return "+98912" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
    }

    private Colleague colleague(String mobile) {
        String email = Mark.fresh() + "@example.ir";
        String id = admin.post("/users", """
                        {"name": "همکار", "email": "%s", "mobile": "%s", "roles": ["seller"], "password": "%s"}
                        """.formatted(email, mobile, TestProgram.PASSWORD))
                .expect(201)
                .id();
        String token = admin.post("/users/" + id + "/tokens", "{\"name\": \"test\"}")
                .expect(201)
                .text("token");
        return new Colleague(UUID.fromString(id), email, mobile, Api.of(program, token));
    }

    /** Somebody who works with the program. */
    private record Colleague(UUID id, String email, String mobile, Api api) {}
}
