package org.peyvand.notice.outbox;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Actors;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.notice.Notice;
import org.peyvand.notice.Notices;
import org.peyvand.setting.Secrets;
import org.peyvand.setting.Settings;
import org.springframework.stereotype.Component;

/** What a message says: as it was sealed, or, for a notice, in the reader's words and by their rights at the time of sending. */
@Component
final class Letters {

    private final Notices notices;
    private final Actors actors;
    private final Messages messages;
    private final Secrets secrets;
    private final Settings settings;

    Letters(Notices notices, Actors actors, Messages messages, Secrets secrets, Settings settings) {
        this.notices = notices;
        this.actors = actors;
        this.messages = messages;
        this.secrets = secrets;
        this.settings = settings;
    }

    /**
     * Empty when there is nothing left to say: the notice was read, or its reader may not come in any more.
     *
     * @throws IllegalStateException when it was sealed by another secret
     */
    Optional<Letter> of(OutboxRows.Claimed message) {
        byte[] content = message.content();
        if (content != null) {
            return Optional.of(Letter.read(secrets.open(Outbox.PURPOSE, content)));
        }
        if (message.notice() == null || message.user() == null) {
            return Optional.empty();
        }
        Presentation presentation = actors.presentation(message.user()).orElse(null);
        return presentation == null
                ? Optional.empty()
                : notices.ofReader(message.notice()).filter(Notice::isUnread).map(each -> letter(each, presentation));
    }

    private Letter letter(Notice notice, Presentation presentation) {
        String text = notice.text();
        return new Letter(presentation.language(), text, List.of(text), link(notice.href(), presentation));
    }

    private Letter.@Nullable Link link(@Nullable String href, Presentation presentation) {
        return href == null
                ? null
                : new Letter.Link(
                        messages.text(presentation.language(), "notice.mail.open"), settings.baseUrl() + href);
    }
}
