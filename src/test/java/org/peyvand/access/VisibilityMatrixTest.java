package org.peyvand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.peyvand.access.permission.Scope;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every owned type, by every scope, by every call, for records that stand near or far: who sees and changes what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisibilityMatrixTest extends AccessOverHttp {

    /** Where a record stands to the user. */
    private enum Nearness {
        OWN,
        TEAM,
        TEAM_BELOW,
        STRANGE,
        SHARED,
        SHARED_WRITABLE,
        SHARED_WITH_TEAM
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    Users users;

    @Autowired
    Roles roles;

    @Autowired
    Shares shares;

    @Autowired
    Actors actors;

    @Autowired
    Models models;

    @Autowired
    WriteGate gate;

    @Autowired
    ReadGate reads;

    private UUID team = new UUID(0, 0);
    private UUID teamBelow = new UUID(0, 0);
    private UUID teamElsewhere = new UUID(0, 0);
    private UUID user = new UUID(0, 0);
    private UUID stranger = new UUID(0, 0);
    private final Map<Scope, UUID> rolesByScope = new EnumMap<>(Scope.class);

    @BeforeAll
    void makePeople() {
        team = make(Team.TYPE, Draft.of(Team.NAME, "Sales"));
        teamBelow = make(Team.TYPE, Draft.of(Team.NAME, "Sales south").set(Team.PARENT, team));
        teamElsewhere = make(Team.TYPE, Draft.of(Team.NAME, "Support"));
        user = person("Near", team);
        stranger = person("Far", teamElsewhere);
        for (Scope scope : Scope.values()) {
            rolesByScope.put(scope, role(scope));
        }
    }

    @TestFactory
    Collection<DynamicTest> everyOwnedTypeByEveryScope() {
        return models.current().types().stream()
                .filter(type -> type.is(RecordType.Flag.OWNED)
                        && !type.is(RecordType.Flag.GUARDED)
                        && type.audienceField().isEmpty())
                .flatMap(type -> Arrays.stream(Scope.values())
                        .map(scope -> DynamicTest.dynamicTest(
                                type.plural() + " by " + scope.key(), () -> check(type, scope))))
                .toList();
    }

    private void check(RecordType type, Scope scope) {
        Map<Nearness, UUID> records = records(type);
        Actor actor = actorWith(scope);
        Set<Nearness> visible = visible(scope);
        Set<Nearness> writable = writable(scope);

        assertThat(near(
                        records,
                        near -> reads.find(actor, type, id(records, near)).isPresent()))
                .as("find")
                .isEqualTo(visible);
        assertThat(nearOf(records, reads.findAll(actor, type, records.values()).keySet()))
                .as("findAll")
                .isEqualTo(visible);
        assertThat(listed(actor, type, records)).as("page").isEqualTo(visible);
        assertThat(near(records, near -> isNamed(actor, type, id(records, near))))
                .as("names")
                .isEqualTo(visible);
        assertThat(near(records, near -> mayWrite(actor, update(type, id(records, near)), visible.contains(near))))
                .as("update")
                .isEqualTo(writable);
        assertThat(near(
                        records,
                        near -> mayWrite(
                                actor, new Write.Delete(type, id(records, near), null), visible.contains(near))))
                .as("delete")
                .isEqualTo(writable);
        assertThat(listed(actor, type, records))
                .as("page after deleting")
                .isEqualTo(invisible(union(writable, invisible(visible))));
    }

    private static Set<Nearness> visible(Scope scope) {
        return switch (scope) {
            case NONE -> EnumSet.noneOf(Nearness.class);
            case OWN -> EnumSet.of(Nearness.OWN, Nearness.SHARED, Nearness.SHARED_WRITABLE, Nearness.SHARED_WITH_TEAM);
            case TEAM -> plus(visible(Scope.OWN), Nearness.TEAM);
            case TEAMS_BELOW -> plus(visible(Scope.TEAM), Nearness.TEAM_BELOW);
            case ALL -> EnumSet.allOf(Nearness.class);
        };
    }

    private static Set<Nearness> writable(Scope scope) {
        return switch (scope) {
            case NONE -> EnumSet.noneOf(Nearness.class);
            case OWN -> EnumSet.of(Nearness.OWN, Nearness.SHARED_WRITABLE);
            case TEAM -> plus(writable(Scope.OWN), Nearness.TEAM);
            case TEAMS_BELOW -> plus(writable(Scope.TEAM), Nearness.TEAM_BELOW);
            case ALL -> EnumSet.allOf(Nearness.class);
        };
    }

    private static Set<Nearness> plus(Set<Nearness> some, Nearness more) {
        return union(some, EnumSet.of(more));
    }

    private static Set<Nearness> union(Set<Nearness> some, Set<Nearness> others) {
        Set<Nearness> all = EnumSet.noneOf(Nearness.class);
        all.addAll(some);
        all.addAll(others);
        return all;
    }

    private static Set<Nearness> invisible(Set<Nearness> visible) {
        Set<Nearness> others = EnumSet.allOf(Nearness.class);
        others.removeAll(visible);
        return others;
    }

    private Map<Nearness, UUID> records(RecordType type) {
        Map<Nearness, UUID> records = new EnumMap<>(Nearness.class);
        for (Nearness near : Nearness.values()) {
            UUID owner = near == Nearness.OWN ? user : stranger;
            UUID owningTeam = switch (near) {
                case TEAM -> team;
                case TEAM_BELOW -> teamBelow;
                case OWN, STRANGE, SHARED, SHARED_WRITABLE, SHARED_WITH_TEAM -> teamElsewhere;
            };
            Draft draft = sound(type).set(SystemFields.OWNER, owner).set(SystemFields.TEAM, owningTeam);
            records.put(near, make(type, draft));
        }
        share(type, records, Nearness.SHARED, user, false);
        share(type, records, Nearness.SHARED_WRITABLE, user, true);
        share(type, records, Nearness.SHARED_WITH_TEAM, team, false);
        return records;
    }

    private void share(RecordType type, Map<Nearness, UUID> records, Nearness near, UUID grantee, boolean writable) {
        shares.share(Actor.system(), new RecordRef(type.plural(), id(records, near)), grantee, writable);
    }

    private Set<Nearness> listed(Actor actor, RecordType type, Map<Nearness, UUID> records) {
        Set<UUID> seen = new HashSet<>();
        reads.each(actor, Query.of(type).limited(200), record -> seen.add(record.id()));
        return nearOf(records, seen);
    }

    private boolean isNamed(Actor actor, RecordType type, UUID id) {
        RecordRef ref = new RecordRef(type.plural(), id);
        var name = reads.names(actor, List.of(ref)).get(ref);
        return name != null && !name.hidden();
    }

    /** What is out of sight is absent; what is seen but out of reach is forbidden. */
    private boolean mayWrite(Actor actor, Write write, boolean visible) {
        try {
            gate.write(actor, Batch.of(write));
            return true;
        } catch (Refusal.NotFound _) {
            assertThat(visible).isFalse();
            return false;
        } catch (Refusal.Forbidden _) {
            assertThat(visible).isTrue();
            return false;
        }
    }

    private static Write update(RecordType type, UUID id) {
        Field<?> title = type.titleField();
        boolean writable = !title.is(Field.Flag.READ_ONLY) && title.type().javaType() == String.class;
        return new Write.Update(
                type,
                id,
                null,
                writable
                        ? new Draft().put(title, "changed " + COUNT.incrementAndGet())
                        : Draft.of(SystemFields.TAGS, List.of("changed")));
    }

    /** The fewest values with which such a record may be. */
    private Draft sound(RecordType type) {
        Draft draft = new Draft();
        for (Field<?> field : type.ownFields()) {
            boolean isTitle = field.name().equals(type.titleField().name());
            if ((field.is(Field.Flag.REQUIRED) || isTitle)
                    && !field.is(Field.Flag.READ_ONLY)
                    && field.initial() == null) {
                draft.put(field, value(field));
            }
        }
        type.find("lastName").ifPresent(field -> draft.put(field, value(field)));
        return draft;
    }

    private @Nullable Object value(Field<?> field) {
        return switch (field.type()) {
            case ReferenceType reference -> {
                RecordType target = models.current().type(reference.target());
                yield make(target, sound(target));
            }
            case ChoiceType choice -> choice.options().getFirst().key();
            default -> "thing " + COUNT.incrementAndGet();
        };
    }

    private Actor actorWith(Scope scope) {
        var named = JsonNodeFactory.instance
                .arrayNode()
                .add(Objects.requireNonNull(rolesByScope.get(scope)).toString());
        users.setRoles(Actor.system(), user, named);
        return actors.find(user, Actor.Kind.USER).orElseThrow();
    }

    private UUID role(Scope scope) {
        ObjectNode scopes = JsonNodeFactory.instance.objectNode();
        for (String operation : List.of("read", "create", "update", "delete")) {
            scopes.put(operation, scope.key());
        }
        ObjectNode types = JsonNodeFactory.instance.objectNode();
        types.set("*", scopes);
        return made(roles.create(
                Actor.system(),
                null,
                Draft.of(Role.NAME, "scope " + scope.key()).set(Role.TYPES, types)));
    }

    private UUID person(String name, UUID ofTeam) {
        return made(
                users.create(Actor.system(), null, Draft.of(User.NAME, name).set(SystemFields.TEAM, ofTeam), PASSWORD));
    }

    private UUID make(RecordType type, Draft draft) {
        return made(gate.write(Actor.system(), Batch.of(new Write.Create(type, null, draft))));
    }

    private static UUID made(Written written) {
        return Objects.requireNonNull(written.single().id());
    }

    private static UUID id(Map<Nearness, UUID> records, Nearness near) {
        return Objects.requireNonNull(records.get(near));
    }

    private static Set<Nearness> near(Map<Nearness, UUID> records, java.util.function.Predicate<Nearness> test) {
        return new ArrayList<>(records.keySet())
                .stream().filter(test).collect(Collectors.toCollection(() -> EnumSet.noneOf(Nearness.class)));
    }

    private static Set<Nearness> nearOf(Map<Nearness, UUID> records, Set<UUID> ids) {
        return near(records, near -> ids.contains(id(records, near)));
    }
}
