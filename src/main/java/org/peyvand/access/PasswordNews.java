package org.peyvand.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Extension point: hears, within its transaction, that the password of a user was replaced. */
public interface PasswordNews {

    /**
     * Another password holds from now on.
     *
     * @param by who replaced it, or null when it was done by a one-time link
     */
    void passwordReplaced(UUID user, @Nullable UUID by);
}
