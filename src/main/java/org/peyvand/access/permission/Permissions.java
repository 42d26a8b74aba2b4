package org.peyvand.access.permission;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.Field;

/**
 * What somebody may do by all of their roles together, which add up to the widest. Immutable, and a pure function of the
 * roles.
 *
 * <p>Types that everybody's work refers to (users, teams, tags, pipelines, stages, products) are read by everyone who has
 * a role, unless that role names the type and says otherwise. Types whose records have no owner are written as a whole or
 * not at all: a role that names such a type grants that with any scope, one that speaks of every type only with
 * {@code all}, because "his own" stages do not exist. Records that say themselves who sees them, such as views, belong to
 * everybody who has a role: such a person keeps own ones, unless a role names the type.
 *
 * <p>Types that an administrator made are reached by their own name only: no role opens by {@code *} what did not exist when
 * it was written.
 */
public final class Permissions {

    private static final Set<String> REFERRED_TO = Set.of("users", "teams", "tags", "pipelines", "stages", "products");

    /** Of somebody without a role. */
    public static final Permissions NOTHING = new Permissions(List.of(), List.of(), false);

    private final List<UUID> roles;
    private final List<Grant> grants;
    private final boolean administrator;

    /**
     * @param roles in the order in which they were given
     * @param administrator whether one of the roles is the administrator's, which nothing is kept from
     */
    public Permissions(List<UUID> roles, List<Grant> grants, boolean administrator) {
        this.roles = List.copyOf(roles);
        this.grants = List.copyOf(grants);
        this.administrator = administrator;
    }

    /** In the order in which they were given. */
    public List<UUID> roles() {
        return roles;
    }

    public boolean isAdministrator() {
        return administrator;
    }

    public Scope scope(RecordType type, Operation operation) {
        if (administrator) {
            return Scope.ALL;
        }
        if (type.is(Flag.GUARDED) && operation != Operation.READ && operation != Operation.EXPORT) {
            return Scope.NONE;
        }
        Scope widest = Scope.NONE;
        for (Grant grant : grants) {
            widest = widest.widest(scope(grant, type, operation));
        }
        return widest;
    }

    public FieldAccess access(RecordType type, Field<?> field) {
        if (administrator) {
            return FieldAccess.WRITABLE;
        }
        FieldAccess widest = FieldAccess.HIDDEN;
        for (Grant grant : grants) {
            if (type.belongsToField().isPresent() || scope(grant, type, Operation.READ) != Scope.NONE) {
                FieldAccess access = access(grant, type, field);
                widest = access.compareTo(widest) > 0 ? access : widest;
            }
        }
        return widest;
    }

    private static Scope scope(Grant grant, RecordType type, Operation operation) {
        Scope named = grant.named(type.plural(), operation);
        Scope given = type.is(Flag.OWN) ? named : grant.scope(type.plural(), operation);
        if (type.audienceField().isPresent() && named == null && !isTransfer(operation)) {
            return given == null ? Scope.OWN : given.widest(Scope.OWN);
        }
        if (type.is(Flag.OWNED)) {
            return given == null ? Scope.NONE : given;
        }
        if (operation == Operation.READ) {
            return readingUnowned(type, named, given);
        }
        if (named == null) {
            return given == Scope.ALL ? Scope.ALL : Scope.NONE;
        }
        return named == Scope.NONE ? Scope.NONE : Scope.ALL;
    }

    private static boolean isTransfer(Operation operation) {
        return operation == Operation.EXPORT || operation == Operation.IMPORT;
    }

    private static Scope readingUnowned(RecordType type, @Nullable Scope named, @Nullable Scope given) {
        if (named == null && REFERRED_TO.contains(type.plural())) {
            return Scope.ALL;
        }
        return given == null || given == Scope.NONE ? Scope.NONE : Scope.ALL;
    }

    private static FieldAccess access(Grant grant, RecordType type, Field<?> field) {
        FieldAccess named = grant.access(type.plural(), field.name());
        if (named != null) {
            return named;
        }
        return field.is(Field.Flag.SENSITIVE) ? FieldAccess.HIDDEN : FieldAccess.WRITABLE;
    }
}
