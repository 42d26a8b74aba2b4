package org.peyvand.access.permission;

import java.util.Arrays;
import java.util.Optional;

/** How far a role reaches, from nothing to everything. The order counts: of several the widest holds. */
public enum Scope {
    NONE("none"),
    OWN("own"),
    TEAM("team"),
    TEAMS_BELOW("teams-below"),
    ALL("all");

    private final String key;

    Scope(String key) {
        this.key = key;
    }

    /** As it stands in the JSON of a role. */
    public String key() {
        return key;
    }

    public static Optional<Scope> of(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key.equals(key)).findFirst();
    }

    Scope widest(Scope other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
