package org.peyvand.record;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who reads or writes, resolved once per request.
 *
 * @param user the user on whose behalf it happens, or null for the program itself
 * @param name as shown in the history
 * @param kind through which kind of door
 * @param token the API token used, if any
 * @param zone the user's time zone, which decides what "today" is
 * @param teams the teams the user is in
 * @param teamsBelow those teams and all below them
 */
public record Actor(
        @Nullable UUID user,
        String name,
        Kind kind,
        @Nullable UUID token,
        ZoneId zone,
        Set<UUID> teams,
        Set<UUID> teamsBelow) {

    /** Kinds of doors; {@link #key} is what the API shows as {@code actor}. */
    public enum Kind {
        USER,
        TOKEN,
        AUTOMATION,
        IMPORT,
        ASSISTANT,
        SYSTEM;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The program itself: sees and may do everything; for start-up, demo data and repairs only. */
    public static Actor system() {
        return new Actor(null, "Peyvand", Kind.SYSTEM, null, ZoneId.of("Asia/Tehran"), Set.of(), Set.of());
    }

    public boolean isSystem() {
        return kind == Kind.SYSTEM;
    }

    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** The first of the user's teams, which new records go to; null when the user is in none. */
    public @Nullable UUID homeTeam() {
        return teams.isEmpty() ? null : teams.iterator().next();
    }

    public Actor as(Kind other) {
        return new Actor(user, name, other, token, zone, teams, teamsBelow);
    }
}
