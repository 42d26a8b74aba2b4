package org.peyvand.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyvand.locale.Messages;
import org.peyvand.notice.outbox.Channel.Envelope;
import org.peyvand.notice.outbox.Letter;
import org.peyvand.notice.outbox.Undelivered;
import org.peyvand.setting.Settings;
import org.peyvand.setting.Settings.MailServer;

/** What a mail server says and does not say, and what that means for the message. */
class MailFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 try again later, FOR_NOW",
        "MAIL, 550 not from you, FOR_GOOD",
        "RCPT, 450 mailbox busy, FOR_NOW",
        "RCPT, 550 no such user, FOR_GOOD",
        "DATA, 452 no room, FOR_NOW",
        "., 554 looks like spam, FOR_GOOD",
        "., 421 going down, FOR_NOW",
        "., hang up, PERHAPS"
    })
    void answerDecidesWhatBecomesOfTheMessage(String command, String answer, Undelivered.Kind kind) throws Exception {
        try (var server = new Surly(command, answer)) {
            Undelivered failure = catchThrowableOfType(
                    Undelivered.class, () -> email(server.port()).send(envelope()));

            assertThat(failure.kind()).isEqualTo(kind);
        }
    }

    @Test
    void serverThatIsAwayIsTriedAgain() throws Exception {
        // taken but without anybody listening, so that nobody else begins to
        try (var taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            Undelivered failure = catchThrowableOfType(
                    Undelivered.class, () -> email(taken.getLocalPort()).send(envelope()));

            assertThat(failure.kind()).isEqualTo(Undelivered.Kind.FOR_NOW);
        }
    }

    private static Envelope envelope() {
        return new Envelope(
                "one@peyvand.example",
                "someone@example.ir",
                new Letter(Locale.of("fa"), "آزمایش", List.of("متن"), null));
    }

    private static Email email(int port) throws Exception {
        var server = new MailServer(
                "127.0.0.1",
                port,
                MailServer.Encryption.OFFERED,
                Optional.empty(),
                Optional.empty(),
                "peyvand@pars.example");
        var settings = new Settings(
                new java.net.URI("http://localhost"),
                Optional.empty(),
                Locale.of("fa"),
                ZoneId.of("Asia/Tehran"),
                Currency.getInstance("IRR"),
                Settings.Demo.NONE,
                Optional.of(server));
        return new Email(settings, new Writing(new Messages(), Clock.systemUTC()));
    }

    /** A mail server that is pleasant until one command. */
    private static final class Surly implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final String command;
        private final String answer;

        Surly(String command, String answer) throws IOException {
            this.command = command;
            this.answer = answer;
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (Socket client = socket.accept();
                    var in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                say(client, "220 surly");
                boolean data = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    boolean ends = data && line.equals(".");
                    if (data && !ends) {
                        continue;
                    }
                    data = !ends && line.startsWith("DATA") && !command.equals("DATA");
                    if (ends ? command.equals(".") : line.startsWith(command)) {
                        if (answer.equals("hang up")) {
                            return;
                        }
                        say(client, answer);
                    } else {
                        say(client, data ? "354 go on" : "250 fine");
                    }
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
