package org.peyvand.access.permission;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility;
import org.peyvand.record.field.ContactPointsType;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.ReferenceType;
import org.springframework.stereotype.Component;

/** Answers the gates from the roles of the acting user; the program itself may do everything, others nothing. */
@Component
class RoleVisibility implements Visibility {

    private final Members members;
    private final Models models;

    RoleVisibility(Members members, Models models) {
        this.members = members;
        this.models = models;
    }

    @Override
    public Reach reach(Actor actor, RecordType type, Operation operation) {
        if (actor.isSystem()) {
            return Reach.ALL;
        }
        UUID user = actor.user();
        if (user == null) {
            return Reach.NONE;
        }
        if (type.belongsToField().isPresent()) {
            return through(actor, user, type, operation);
        }
        Scope scope = permissions(user).scope(type, operation);
        if (type.audienceField().isPresent() && scope != Scope.NONE) {
            return permissions(user).isAdministrator() ? Reach.ALL : audience(user, actor, operation, scope);
        }
        return switch (scope) {
            case NONE -> Reach.NONE;
            case OWN -> new Reach.Some(user, Set.of(), grantees(user, actor));
            case TEAM -> new Reach.Some(user, actor.teams(), grantees(user, actor));
            case TEAMS_BELOW -> new Reach.Some(user, actor.teamsBelow(), grantees(user, actor));
            case ALL -> Reach.ALL;
        };
    }

    /** What belongs to a record is read with it, and made, changed and removed by whoever may change it. */
    private Reach through(Actor actor, UUID user, RecordType type, Operation operation) {
        if (operation == Operation.EXPORT || operation == Operation.IMPORT) {
            return Reach.NONE;
        }
        if (permissions(user).isAdministrator()) {
            return Reach.ALL;
        }
        Operation counts = operation == Operation.READ ? Operation.READ : Operation.UPDATE;
        List<Reach.Through.Place> owners = models.current().types().stream()
                .filter(each -> each.belongsToField().isEmpty() && mayOwn(each, type))
                .map(each -> new Reach.Through.Place(each, reach(actor, each, counts)))
                .filter(place -> !(place.reach() instanceof Reach.None))
                .toList();
        return owners.isEmpty() ? Reach.NONE : new Reach.Through(owners);
    }

    private static boolean mayOwn(RecordType owner, RecordType type) {
        return !(type.belongsToField().orElseThrow().type() instanceof ReferenceType reference)
                || reference.target().equals(owner.plural());
    }

    /** How far a role reaches says to whom one may show, and whose one may change; what is shown is read by all it is for. */
    private Reach audience(UUID user, Actor actor, Operation operation, Scope scope) {
        boolean wide = scope == Scope.TEAMS_BELOW || scope == Scope.ALL;
        Set<UUID> teams = wide ? actor.teamsBelow() : actor.teams();
        return operation == Operation.READ
                ? new Reach.Audience(user, teams, actor.teams(), true, grantees(user, actor))
                : new Reach.Audience(
                        user, scope == Scope.OWN ? Set.of() : teams, actor.teams(), wide, grantees(user, actor));
    }

    @Override
    public FieldAccess access(Actor actor, RecordType type, Field<?> field) {
        if (actor.isSystem()) {
            return FieldAccess.WRITABLE;
        }
        UUID user = actor.user();
        if (user == null) {
            return FieldAccess.HIDDEN;
        }
        Permissions permissions = permissions(user);
        return kindred(type, field)
                .map(each -> permissions.access(type, each))
                .reduce(permissions.access(type, field), RoleVisibility::narrower);
    }

    @Override
    public List<UUID> roles(Actor actor) {
        UUID user = actor.user();
        return user == null ? List.of() : permissions(user).roles();
    }

    /** A list of addresses or numbers holds what its single fields show, and they what the list holds: one rule for all. */
    private static Stream<Field<?>> kindred(RecordType type, Field<?> field) {
        return switch (field.type()) {
            case ContactPointsType list ->
                type.fields().stream()
                        .filter(each -> list.kind() == ContactPointsType.Kind.EMAILS
                                ? each.type() instanceof EmailType
                                : each.type() instanceof PhoneType);
            case EmailType single -> lists(type, ContactPointsType.Kind.EMAILS);
            case PhoneType single -> lists(type, ContactPointsType.Kind.PHONES);
            default -> Stream.empty();
        };
    }

    private static Stream<Field<?>> lists(RecordType type, ContactPointsType.Kind kind) {
        return type.fields().stream()
                .filter(each -> each.type() instanceof ContactPointsType list && list.kind() == kind);
    }

    private static FieldAccess narrower(FieldAccess one, FieldAccess other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Permissions permissions(UUID user) {
        Optional<Member> member = members.known(user).filter(Member::active);
        return member.map(Member::permissions).orElse(Permissions.NOTHING);
    }

    /** What is shared with a team is shared with those in it. */
    private Set<UUID> grantees(UUID user, Actor actor) {
        if (!members.known(user).map(Member::sharedWith).orElse(true)) {
            return Set.of();
        }
        Set<UUID> grantees = new HashSet<>(actor.teams());
        grantees.add(user);
        return grantees;
    }
}
