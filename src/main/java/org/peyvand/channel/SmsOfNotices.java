package org.peyvand.channel;

import java.util.List;
import org.peyvand.notice.Carrier;
import org.peyvand.notice.Way;
import org.peyvand.notice.outbox.NewMessage;
import org.peyvand.notice.outbox.Outbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Notices of those who want them on their telephone. */
@Component
final class SmsOfNotices implements Carrier {

    private final ObjectProvider<Outbox> outbox;

    SmsOfNotices(ObjectProvider<Outbox> outbox) {
        this.outbox = outbox;
    }

    @Override
    public Way way() {
        return Way.SMS;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void take(List<Told> notices) {
        outbox.getObject()
                .put(notices.stream()
                        .map(told -> NewMessage.ofNotice(Way.SMS, told.notice(), told.reader()))
                        .toList());
    }
}
