package org.peyvand.access;

import java.time.Instant;
import java.util.UUID;

/**
 * Extension point: brings one-time links to their users, for a module that can send. Called within the transaction that
 * makes the link; what it writes down is sent after the commit.
 */
public interface LinkDelivery {

    /** Whether anything can be sent in this installation. */
    boolean isOpen();

    void deliver(Link link);

    /** What a link is for; its key is part of message keys. */
    enum Purpose {
        INVITATION,
        RESET;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A link on its way.
     *
     * @param id names the link without giving it away
     * @param href the whole address, which lets somebody in
     */
    record Link(String id, Purpose purpose, UUID user, String name, String href, Instant expiresAt) {

        /** Keeps the address out of logs. */
        @Override
        public String toString() {
            return purpose + " " + id;
        }
    }
}
