package org.peyvand.channel;

import java.util.List;
import org.peyvand.notice.Carrier;
import org.peyvand.notice.Way;
import org.peyvand.notice.outbox.NewMessage;
import org.peyvand.notice.outbox.Outbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Notices of those who want them by e-mail. */
@Component
final class EmailOfNotices implements Carrier {

    private final Email email;
    private final ObjectProvider<Outbox> outbox;

    EmailOfNotices(Email email, ObjectProvider<Outbox> outbox) {
        this.email = email;
        this.outbox = outbox;
    }

    @Override
    public Way way() {
        return Way.EMAIL;
    }

    @Override
    public boolean isOpen() {
        return email.isOpen();
    }

    @Override
    public void take(List<Told> notices) {
        outbox.getObject()
                .put(notices.stream()
                        .map(told -> NewMessage.ofNotice(Way.EMAIL, told.notice(), told.reader()))
                        .toList());
    }
}
