package org.peyvand.channel;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.peyvand.locale.Messages;
import org.peyvand.notice.outbox.Channel.Envelope;
import org.peyvand.notice.outbox.Letter;
import org.peyvand.notice.outbox.Undelivered;
import org.peyvand.setting.Settings;
import org.peyvand.setting.Settings.MailServer;

/** A program of its own, since whom it trusts is decided once for a JVM: sends a mail by each way it is told and says what came of it. */
final class MailProgram {

    private MailProgram() {}

    /** Each argument is an encryption, host, port, user and password, parted by blanks. */
    public static void main(String[] arguments) throws Exception {
        for (String each : arguments) {
            String[] parts = each.split(" ");
            var encryption = MailServer.Encryption.valueOf(parts[0]);
            var server = new MailServer(
                    parts[1],
                    Integer.parseInt(parts[2]),
                    encryption,
                    Optional.of(parts[3]),
                    Optional.of(parts[4]),
                    "peyvand@pars.example");
            System.out.println("RESULT " + sent(server));
        }
    }

    private static String sent(MailServer server) throws Exception {
        var letter = new Letter(Locale.of("en"), "Trial", List.of("Text"), null);
        try {
            email(server).send(new Envelope("one@peyvand.example", "someone@example.ir", letter));
            return "sent";
        } catch (Undelivered failure) {
            return failure.kind() + " " + failure.reason().code();
        }
    }

    static Email email(MailServer server) throws Exception {
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
}
