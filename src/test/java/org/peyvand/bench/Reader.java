package org.peyvand.bench;

import java.util.UUID;
import org.peyvand.record.Actor;

/**
 * Somebody who asks.
 *
 * @param sight what bare SQL has to add to see as much as this reader, beginning with {@code and}, or nothing
 * @param token opens the doors
 */
record Reader(String name, Actor actor, String sight, String token) {

    UUID user() {
        UUID user = actor.user();
        if (user == null) {
            throw new IllegalStateException(name + " is nobody");
        }
        return user;
    }

    boolean seesAll() {
        return sight.isEmpty();
    }
}
