package org.peyvand.channel;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.peyvand.access.Actors;
import org.peyvand.access.LinkDelivery;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.notice.Way;
import org.peyvand.notice.outbox.Letter;
import org.peyvand.notice.outbox.NewMessage;
import org.peyvand.notice.outbox.Outbox;
import org.peyvand.setting.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One-time links by e-mail: rather twice than never, since nobody can come in without. */
@Component
final class LinkLetters implements LinkDelivery {

    private final Email email;
    private final ObjectProvider<Outbox> outbox;
    private final ObjectProvider<Actors> actors;
    private final Messages messages;
    private final Settings settings;

    LinkLetters(
            Email email,
            ObjectProvider<Outbox> outbox,
            ObjectProvider<Actors> actors,
            Messages messages,
            Settings settings) {
        this.email = email;
        this.outbox = outbox;
        this.actors = actors;
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public boolean isOpen() {
        return email.isOpen();
    }

    @Override
    public void deliver(Link link) {
        String purpose = link.purpose().key();
        outbox.getObject().put(NewMessage.needed("link:" + link.id(), Way.EMAIL, purpose, link.user(), letter(link)));
    }

    private Letter letter(Link link) {
        Presentation reader = presentation(link.user());
        Locale language = reader.language();
        String key = "channel." + link.purpose().key() + ".";
        return new Letter(
                language,
                messages.text(language, key + "subject"),
                List.of(
                        messages.text(language, "channel.greeting", link.name()),
                        messages.text(language, key + "text"),
                        messages.text(language, "channel.link.expires", reader.instant(link.expiresAt()))),
                new Letter.Link(messages.text(language, key + "button"), link.href()));
    }

    private Presentation presentation(UUID user) {
        return actors.getObject()
                .presentation(user)
                .orElseGet(() -> Presentation.of(settings.locale()).withZone(settings.timeZone()));
    }
}
