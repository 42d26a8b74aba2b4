package org.peyvand.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.notice.Way;
import org.peyvand.notice.outbox.Letter;
import org.peyvand.notice.outbox.NewMessage;
import org.peyvand.notice.outbox.Outbox;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;

/** A mail server that wants to know who is there. */
@Tag("database")
class MailLoginTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
        server.setUser("crm@pars.example", "crm@pars.example", "p:w/@");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void escapedUserAndPasswordOfTheAddressSignIn() throws Exception {
        try (var program = program("crm%40pars.example:p%3Aw%2F%40")) {
            put(program);

            assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
            assertThat(server.getReceivedMessages()[0].getFrom()[0].toString()).contains("crm@pars.example");
        }
    }

    @Test
    void wrongPasswordIsTriedEightTimesAtGrowingPausesAndSaysWhatToMend() {
        try (var program = program("crm%40pars.example:wrong")) {
            List<Long> pauses = new ArrayList<>();
            put(program);
            for (int attempt = 1; attempt < 8; attempt++) {
                awaitRow(program, "queued", attempt);
                pauses.add(Math.round(
                        number(program, "select extract(epoch from due_at - now()) from outbox_message") / 30.0));
                hurry(program);
            }
            awaitRow(program, "failed", 8);
            hurry(program);

            assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L);
            assertThat(error(program, "en")).isEqualTo("The mail server refused user or password of PEYVAND_SMTP_URL.");
            assertThat(error(program, "fa")).matches("[\u0600-\u06FF\u200c .]+");
            assertThat(server.getReceivedMessages()).isEmpty();
            assertThat(number(program, "select attempts from outbox_message")).isEqualTo(8);
        }
    }

    private TestProgram program(String login) {
        return TestProgram.start("PEYVAND_SMTP_URL=smtp://" + login + "@127.0.0.1:"
                + server.getSmtp().getPort());
    }

    private static void put(TestProgram program) {
        var letter = new Letter(java.util.Locale.of("fa"), "Trial", List.of("Text"), null);
        program.bean(Outbox.class).put(NewMessage.written("trial", Way.EMAIL, "trial", "someone@example.ir", letter));
    }

    /** As if the pause had passed. */
    private static void hurry(TestProgram program) {
        program.database().sql().execute("update outbox_message set due_at = now()");
        program.database().sql().execute("select pg_notify('outbox', '')");
    }

    private static void awaitRow(TestProgram program, String state, int attempts) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> program.database()
                        .sql()
                        .fetchExists(org.jooq
                                .impl
                                .DSL
                                .selectOne()
                                .from("outbox_message")
                                .where("state = ? and attempts = ?", state, attempts)));
    }

    private static double number(TestProgram program, String query) {
        return program.database().sql().fetchSingle(query).get(0, Double.class);
    }

    private static String error(TestProgram program, String language) {
        return Api.of(program)
                .with("Accept-Language", language)
                .get("/messages?state=failed")
                .expect(200)
                .body()
                .at("/data/0/error")
                .asString();
    }
}
