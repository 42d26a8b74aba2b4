package org.peyvand.notice.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.notice.Way;

/**
 * A message to put into the queue.
 *
 * @param key what makes it the same message; put twice it is one
 * @param purpose what it is for, such as {@code notice} or {@code reset}
 * @param again whether it is better sent twice than not at all
 * @param user to whose address of the moment it goes, or null
 * @param notice what it tells, put into words when it is sent, or null
 * @param address where it goes when it is not a user's, or null
 * @param letter what it says when it is no notice, or null
 */
public record NewMessage(
        String key,
        Way way,
        String purpose,
        boolean again,
        @Nullable UUID user,
        @Nullable UUID notice,
        @Nullable String address,
        @Nullable Letter letter) {

    /** A notice on its way to its reader. */
    public static NewMessage ofNotice(Way way, UUID notice, UUID reader) {
        return new NewMessage(
                "notice:" + way.key() + ":" + notice, way, "notice", way == Way.EMAIL, reader, notice, null, null);
    }

    /** Something a user needs to go on, such as a link: rather twice than never. */
    public static NewMessage needed(String key, Way way, String purpose, UUID user, Letter letter) {
        return new NewMessage(key, way, purpose, true, user, null, null, letter);
    }

    /** Something written to an address: never twice. */
    public static NewMessage written(String key, Way way, String purpose, String address, Letter letter) {
        return new NewMessage(key, way, purpose, false, null, null, address, letter);
    }
}
