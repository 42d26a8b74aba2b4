package org.peyvand.record;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;

/**
 * What an actor may see and do; the gates ask it for every read and every write. This is a port: the module that knows
 * users and roles implements it, and without an implementation nothing starts.
 */
public interface Visibility {

    /** The records of a type that the actor may treat so. Decided without a statement to the database. */
    Reach reach(Actor actor, RecordType type, Operation operation);

    /** What the actor may do with a field of a type. */
    FieldAccess access(Actor actor, RecordType type, Field<?> field);

    /** The roles of the actor, in the order in which they were given; their layouts are tried in it. */
    default List<UUID> roles(Actor actor) {
        return List.of();
    }

    /** What is done with records. */
    enum Operation {
        READ,
        CREATE,
        UPDATE,
        DELETE,
        EXPORT,
        IMPORT
    }

    /** What may be done with a field. */
    enum FieldAccess {
        HIDDEN,
        READ_ONLY,
        WRITABLE
    }

    /** Which records of a type are within reach. */
    sealed interface Reach {

        /** No record. */
        record None() implements Reach {}

        /** Every record. */
        record All() implements Reach {}

        /**
         * The records of an owner, of some teams, and those shared with the user or the teams.
         *
         * @param owner whose own records are within reach
         * @param teams the teams whose records are within reach
         * @param grantees the user and teams whose shares count; a share that allows writing counts for UPDATE
         */
        record Some(UUID owner, Set<UUID> teams, Set<UUID> grantees) implements Reach {}

        /**
         * Records that say themselves who sees them: one's own, those shown to some teams, those shown to everyone, and those
         * shared.
         *
         * @param owner whose own records are within reach
         * @param teams the teams for which records shown to a team are within reach
         * @param ownTeams the teams the owner may show own records to
         * @param everyone whether records shown to everyone are within reach
         * @param grantees the user and teams whose shares count, as in {@link Some}
         */
        record Audience(UUID owner, Set<UUID> teams, Set<UUID> ownTeams, boolean everyone, Set<UUID> grantees)
                implements Reach {

            public static final String MINE = "mine";
            public static final String TEAM = "team";
            public static final String EVERYONE = "everyone";

            /** Whether a record of this owner and team may be shown so, shares aside. */
            public boolean covers(@Nullable UUID ofOwner, @Nullable UUID ofTeam, @Nullable String shownTo) {
                boolean own = owner.equals(ofOwner);
                return switch (shownTo) {
                    case TEAM -> ofTeam != null && (teams.contains(ofTeam) || (own && ownTeams.contains(ofTeam)));
                    case EVERYONE -> everyone;
                    case null, default -> own;
                };
            }
        }

        /**
         * Records that belong to another and are treated like it.
         *
         * @param owners the types they may belong to, each with the reach that counts for it
         */
        record Through(List<Place> owners) implements Reach {

            /** A type whose records others belong to. */
            public record Place(RecordType type, Reach reach) {}
        }

        Reach NONE = new None();
        Reach ALL = new All();
    }
}
