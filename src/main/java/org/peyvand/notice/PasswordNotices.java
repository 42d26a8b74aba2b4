package org.peyvand.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.PasswordNews;
import org.peyvand.record.write.RecordIds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells people that their password was replaced, so that they notice when it was not them. */
@Component
final class PasswordNotices implements PasswordNews {

    static final String KIND = "password-replaced";

    private final ObjectProvider<Notices> notices;

    PasswordNotices(ObjectProvider<Notices> notices) {
        this.notices = notices;
    }

    /** Told also to who did it themselves: it might have been somebody at their open screen. */
    @Override
    public void passwordReplaced(UUID user, @Nullable UUID by) {
        UUID other = user.equals(by) ? null : by;
        notices.getObject()
                .tell(NewNotice.of(KIND, user, KIND + ":" + RecordIds.next())
                        .by(other)
                        .leadingTo("/settings"));
    }
}
