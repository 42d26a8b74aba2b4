package org.peyvand.access.permission;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;

/**
 * A user as every request needs them: who they are, where they stand and what they may do. A snapshot that is thrown away
 * as soon as any user, team, role or share changes.
 *
 * @param active whether they may come in at all
 * @param team the team they are in, if any
 * @param teamsBelow that team and all below it
 * @param presentation how they read
 * @param theme {@code system}, {@code light}, {@code dark}, or null when they have not chosen
 * @param density {@code normal}, {@code compact}, or null when they have not chosen
 * @param sharedWith whether anything is shared with them or their team, so that reads may leave shares out where it is not
 */
public record Member(
        UUID id,
        String name,
        @Nullable String email,
        boolean active,
        @Nullable UUID team,
        Set<UUID> teamsBelow,
        Permissions permissions,
        Presentation presentation,
        @Nullable String theme,
        @Nullable String density,
        boolean sharedWith) {

    /** Them, acting through a kind of door. */
    public Actor actor(Actor.Kind kind, @Nullable UUID token) {
        return new Actor(
                id, name, kind, token, presentation.zone(), team == null ? Set.of() : Set.of(team), teamsBelow);
    }
}
