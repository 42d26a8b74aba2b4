package org.peyvand.record;

import java.util.Set;
import java.util.UUID;
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

        Reach NONE = new None();
        Reach ALL = new All();
    }
}
