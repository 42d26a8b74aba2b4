package org.peyvand.channel;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.peyvand.notice.Way;
import org.peyvand.notice.outbox.Channel;
import org.peyvand.notice.outbox.Reason;
import org.peyvand.notice.outbox.Undelivered;
import org.peyvand.notice.outbox.Undelivered.Kind;
import org.peyvand.setting.Settings;
import org.peyvand.setting.Settings.MailServer;
import org.peyvand.setting.Settings.MailServer.Encryption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** E-mail, handed over to the server of {@code PEYVAND_SMTP_URL}; switched off without one. */
@Component
final class Email implements Channel {

    private static final Logger log = LoggerFactory.getLogger(Email.class);
    private static final String CONNECT_MS = "10000";
    private static final String ANSWER_MS = "30000";
    private static final int LONGEST_REASON = 300;

    private final Optional<MailServer> server;
    private final Writing writing;

    Email(Settings settings, Writing writing) {
        this.server = settings.mail();
        this.writing = writing;
    }

    @Override
    public Way way() {
        return Way.EMAIL;
    }

    @Override
    public boolean isOpen() {
        return server.isPresent();
    }

    @Override
    public Receipt send(Envelope envelope) throws Undelivered {
        MailServer to = server.orElseThrow(() -> new Undelivered(Kind.FOR_NOW, Reason.of("mail-off")));
        Session session = Session.getInstance(properties(to));
        MimeMessage message = written(session, to, envelope);
        Transport transport = connected(session, to);
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException refused) {
            throw failure(refused);
        } finally {
            leave(transport);
        }
        return new Receipt("<" + envelope.reference() + ">", 1);
    }

    private MimeMessage written(Session session, MailServer server, Envelope envelope) throws Undelivered {
        try {
            return writing.message(session, server.from(), envelope);
        } catch (MessagingException wrong) {
            throw new Undelivered(Kind.FOR_GOOD, Reason.said(words(wrong)), wrong);
        }
    }

    private static Transport connected(Session session, MailServer server) throws Undelivered {
        try {
            Transport transport = session.getTransport(protocol(server));
            transport.connect(
                    server.host(),
                    server.port(),
                    server.user().orElse(null),
                    server.password().orElse(null));
            return transport;
        } catch (AuthenticationFailedException refused) {
            throw new Undelivered(Kind.FOR_NOW, Reason.of("mail-login"), refused);
        } catch (MessagingException away) {
            throw new Undelivered(Kind.FOR_NOW, unreached(away), away);
        }
    }

    private static Reason unreached(MessagingException away) {
        for (Throwable each = away; each != null; each = each.getCause()) {
            if (each instanceof SSLException) {
                return Reason.of("mail-certificate", words(away));
            }
        }
        return String.valueOf(away.getMessage()).startsWith("STARTTLS is required")
                ? Reason.of("mail-no-starttls")
                : Reason.of("mail-away", words(away));
    }

    /** By the code of the answer: 5 is for good, 4 for now; without an answer nobody knows. */
    private static Undelivered failure(MessagingException refused) {
        for (Exception each = refused; each != null; each = next(each)) {
            int code = code(each);
            if (code >= 500) {
                return new Undelivered(Kind.FOR_GOOD, Reason.said(words(each)), refused);
            }
            if (code >= 400) {
                return new Undelivered(Kind.FOR_NOW, Reason.said(words(each)), refused);
            }
        }
        return new Undelivered(Kind.PERHAPS, Reason.of("mail-silent", words(refused)), refused);
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException message ? message.getNextException() : null;
    }

    private static int code(Exception failure) {
        return switch (failure) {
            case SMTPSendFailedException sending -> sending.getReturnCode();
            case SMTPAddressFailedException address -> address.getReturnCode();
            default -> 0;
        };
    }

    private static String words(Exception failure) {
        String words =
                String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
        return words.length() > LONGEST_REASON ? words.substring(0, LONGEST_REASON) : words;
    }

    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("The mail server did not say goodbye", e);
        }
    }

    private static String protocol(MailServer server) {
        return server.encryption() == Encryption.FIRST_BYTE ? "smtps" : "smtp";
    }

    private static Properties properties(MailServer server) {
        String protocol = "mail." + protocol(server) + ".";
        Properties properties = new Properties();
        properties.setProperty(protocol + "auth", Boolean.toString(server.user().isPresent()));
        properties.setProperty(protocol + "starttls.enable", "true");
        properties.setProperty(
                protocol + "starttls.required", Boolean.toString(server.encryption() == Encryption.REQUIRED));
        properties.setProperty(protocol + "ssl.checkserveridentity", "true");
        properties.setProperty(protocol + "connectiontimeout", CONNECT_MS);
        properties.setProperty(protocol + "timeout", ANSWER_MS);
        properties.setProperty(protocol + "writetimeout", ANSWER_MS);
        properties.setProperty(protocol + "from", server.from());
        properties.setProperty("mail.mime.charset", "UTF-8");
        return properties;
    }
}
