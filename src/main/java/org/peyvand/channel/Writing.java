package org.peyvand.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.stream.Collectors;
import org.peyvand.locale.Messages;
import org.peyvand.notice.outbox.Channel.Envelope;
import org.peyvand.notice.outbox.Letter;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Puts a letter into an e-mail: the plain text first, then a page in the direction of its language that loads nothing. */
@Component
final class Writing {

    private static final String UTF_8 = "UTF-8";

    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s" dir="%2$s"><head><meta charset="utf-8"><title>%3$s</title></head>
            <body style="margin:0;padding:24px;background:#f6f4ef">
            <div dir="%2$s" style="max-width:560px;margin:0 auto;padding:28px;background:#ffffff;border-radius:10px;\
            font-family:Vazirmatn,Tahoma,'Segoe UI',Arial,sans-serif;font-size:16px;line-height:1.9;color:#22313a;\
            text-align:%4$s">
            %5$s
            %6$s
            <p style="margin:28px 0 0;font-size:13px;color:#6b7780">%7$s</p>
            </div></body></html>
            """;

    private static final String BUTTON = """
            <p style="margin:24px 0"><a href="%s" style="display:inline-block;padding:10px 22px;border-radius:8px;\
            background:#0f6b75;color:#ffffff;text-decoration:none">%s</a></p>""";

    private final Messages messages;
    private final Clock clock;

    Writing(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    MimeMessage message(Session session, String from, Envelope envelope) throws MessagingException {
        Letter letter = envelope.letter();
        MimeMessage message = new Numbered(session, "<" + envelope.reference() + ">");
        message.setFrom(sender(from, letter.language()));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(envelope.address(), true));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContentLanguage(new String[] {letter.language().getLanguage()});
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(letter.text() + "\n\n-- \n" + signature(letter.language()), UTF_8, "plain");
        MimeBodyPart page = new MimeBodyPart();
        page.setText(page(letter), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", plain, page));
        message.saveChanges();
        return message;
    }

    private InternetAddress sender(String from, Locale language) throws MessagingException {
        try {
            InternetAddress address = new InternetAddress(from, true);
            if (address.getPersonal() == null) {
                address.setPersonal(messages.text(language, "web.product"), UTF_8);
            }
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String page(Letter letter) {
        boolean persian = letter.language().getLanguage().equals("fa");
        String paragraphs = letter.paragraphs().stream()
                .map(each -> "<p style=\"margin:0 0 14px\">" + escaped(each).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
        Letter.Link link = letter.link();
        return PAGE.formatted(
                letter.language().getLanguage(),
                persian ? "rtl" : "ltr",
                escaped(letter.subject()),
                persian ? "right" : "left",
                paragraphs,
                link == null ? "" : BUTTON.formatted(escaped(link.href()), escaped(link.label())),
                escaped(signature(letter.language())));
    }

    private String signature(Locale language) {
        return messages.text(language, "channel.mail.signature");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, UTF_8);
    }

    /** Keeps the same identifier in every attempt, so that a second copy can be recognised. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
