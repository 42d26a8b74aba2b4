package org.peyvand.notice.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.Peyvand;
import org.peyvand.notice.NewNotice;
import org.peyvand.notice.Notices;
import org.peyvand.notice.Way;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestDatabase;
import org.peyvand.testing.TestProgram;

/**
 * The sender dies, or its connection does, when the mail server has said 250 and nobody has noted it. A trigger holds that moment:
 * noting "sent" waits for a lock of the test.
 */
@Tag("database")
class SenderDiesTest {

    private static final String SECRET = "one secret that both of the nodes share";
    private static final long LOCK = 250;
    private static final String HOLD = """
            create function hold_sent() returns trigger language plpgsql as $$
            begin
                if new.state = 'sent' then perform pg_advisory_xact_lock(250); end if;
                return new;
            end $$;
            create trigger hold_sent before update on outbox_message for each row execute function hold_sent()
            """;
    private static final String WAITING =
            "select pid from pg_locks where locktype = 'advisory' and objid = 250 and not granted";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private TestDatabase database;
    private TestProgram node;

    @BeforeEach
    void start() {
        server.start();
        database = TestDatabase.fresh();
        node = TestProgram.start(
                database,
                database.jdbcUrl(),
                "PEYVAND_SMTP_URL=" + smtp(),
                "PEYVAND_SECRET=" + SECRET,
                "PEYVAND_BASE_URL=https://crm.pars.example");
        node.bean(Courier.class).stop();
        database.sql().execute(HOLD);
    }

    @AfterEach
    void stop() {
        node.close();
        server.stop();
    }

    @Test
    void programKilledAfter250LeavesACampaignUncertainAndRepeatsANoticeUnderTheSameIdentifier() throws Exception {
        put();
        try (Connection held = database.dataSource().getConnection()) {
            lock(held);
            Process other = program();
            await().atMost(Duration.ofSeconds(90)).until(() -> waiting().size() == 2);
            other.destroyForcibly().waitFor();
            endWaiting();
            unlock(held);
        }
        String identifier = to("reader@pars.example").getFirst().getMessageID();
        assertThat(states()).containsExactly("sending", "sending");

        // As if the minute had passed after which a node that says nothing counts as gone.
        database.sql().execute("update outbox_message set lease_until = now()");
        node.bean(Courier.class).start();
        await().atMost(Duration.ofSeconds(30)).until(() -> states().equals(List.of("uncertain", "sent")));

        assertThat(to("customer@example.ir")).hasSize(1);
        assertThat(to("reader@pars.example"))
                .hasSize(2)
                .allSatisfy(mail ->
                        assertThat(mail.getMessageID()).isEqualTo(identifier).endsWith("@crm.pars.example>"));
        assertThat(uncertain("en"))
                .contains("customer@example.ir", "The program ended while this was being sent.")
                .doesNotContain("reader@pars.example");
        assertThat(uncertain("fa")).contains("customer@example.ir").doesNotContain("The program ended");
    }

    @Test
    void connectionLostAfter250IsNotedLaterAndNothingIsSentTwice() throws Exception {
        put();
        try (Connection held = database.dataSource().getConnection()) {
            lock(held);
            node.bean(Courier.class).start();
            await().atMost(Duration.ofSeconds(30)).until(() -> waiting().size() == 2);
            endWaiting();
            await().atMost(Duration.ofSeconds(30)).until(() -> waiting().size() == 2);
            unlock(held);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> states().equals(List.of("sent", "sent")));

        assertThat(to("customer@example.ir")).hasSize(1);
        assertThat(to("reader@pars.example")).hasSize(1);
    }

    /** A message of a campaign and a notice, in this order. */
    private void put() {
        String reader = Api.of(node)
                .post(
                        "/users",
                        "{\"name\": \"Reader\", \"email\": \"reader@pars.example\", \"roles\": [\"seller\"],"
                                + " \"password\": \"long enough a word\"}")
                .expect(201)
                .id();
        database.sql().execute("delete from outbox_message");
        var letter = new Letter(Locale.of("fa"), "Trial", List.of("Text"), null);
        node.bean(Outbox.class)
                .put(NewMessage.written("campaign:1", Way.EMAIL, "trial", "customer@example.ir", letter));
        node.bean(Notices.class).tell(NewNotice.of("assigned", UUID.fromString(reader), "told once"));
        assertThat(states()).containsExactly("queued", "queued");
    }

    private Process program() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Peyvand.class.getName(),
                        "--PEYVAND_PORT=0",
                        "--PEYVAND_DATA=target/programs/dying-sender",
                        "--PEYVAND_DATABASE_URL=" + database.jdbcUrl(),
                        "--PEYVAND_SMTP_URL=" + smtp(),
                        "--PEYVAND_SECRET=" + SECRET,
                        "--PEYVAND_BASE_URL=https://crm.pars.example")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File("target/dying-sender.log")))
                .start();
    }

    private String smtp() {
        return "smtp://127.0.0.1:" + server.getSmtp().getPort();
    }

    private static void lock(Connection held) throws SQLException {
        try (var statement = held.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
        }
    }

    private static void unlock(Connection held) throws SQLException {
        try (var statement = held.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
        }
    }

    private List<Integer> waiting() {
        return database.sql().fetch(WAITING).getValues(0, Integer.class);
    }

    /** Ends the statements that wait to note what came of it, as the death of their connection does. */
    private void endWaiting() {
        for (int pid : waiting()) {
            database.sql().execute("select pg_terminate_backend(" + pid + ", 5000)");
        }
    }

    private List<String> states() {
        return database.sql()
                .select(DSL.field("state", String.class))
                .from("outbox_message")
                .orderBy(DSL.field("again"))
                .fetch(0, String.class);
    }

    private List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(address);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private String uncertain(String language) {
        return Api.of(node)
                .with("Accept-Language", language)
                .get("/messages?state=uncertain")
                .expect(200)
                .text();
    }
}
