package org.peyvand.record.write;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.Field;

/** What an actor may do; the program itself may do everything. */
final class Rights {

    private final Visibility visibility;
    private final List<Vouching> vouching;

    Rights(Visibility visibility) {
        this(visibility, List.of());
    }

    Rights(Visibility visibility, List<Vouching> vouching) {
        this.visibility = visibility;
        this.vouching = vouching;
    }

    /** Whether a module vouches for the undo of the actor's own change of a record, see {@link Vouching}. */
    boolean vouched(Actor actor, RecordType type, Set<String> fields, Map<String, @Nullable Object> values) {
        return vouching.stream().anyMatch(each -> each.vouches(actor, type, fields, values));
    }

    Reach reach(Actor actor, RecordType type, Operation operation) {
        return actor.isSystem() ? Reach.ALL : visibility.reach(actor, type, operation);
    }

    FieldAccess access(Actor actor, RecordType type, Field<?> field) {
        return actor.isSystem() ? FieldAccess.WRITABLE : visibility.access(actor, type, field);
    }

    /** Whether a record of this owner and team, shown to this audience, is within reach, shares aside. */
    static boolean covers(
            Reach reach, RecordType type, @Nullable UUID owner, @Nullable UUID team, @Nullable String shownTo) {
        return switch (reach) {
            case Reach.None none -> false;
            case Reach.All all -> true;
            case Reach.Some some ->
                !type.is(RecordType.Flag.OWNED) || some.owner().equals(owner) || contains(some.teams(), team);
            case Reach.Audience seen -> seen.covers(owner, team, shownTo);
            // The check of references asks whether the record it is to belong to may be changed.
            case Reach.Through through -> true;
        };
    }

    private static boolean contains(Set<UUID> teams, @Nullable UUID team) {
        return team != null && teams.contains(team);
    }
}
