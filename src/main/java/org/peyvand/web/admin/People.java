package org.peyvand.web.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Role;
import org.peyvand.access.Roles;
import org.peyvand.access.Team;
import org.peyvand.access.User;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.Count;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.web.Choice;
import org.peyvand.web.Page;
import org.peyvand.web.list.ListState;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads users, teams and roles for the administrator's pages. */
@Component
class People {

    private final ReadGate reads;
    private final Models models;
    private final Roles roles;
    private final Labels labels;

    People(ReadGate reads, Models models, Roles roles, Labels labels) {
        this.labels = labels;
        this.reads = reads;
        this.models = models;
        this.roles = roles;
    }

    /** A page of users whose name or e-mail holds the words. */
    UserList users(Actor actor, Page page, @Nullable String words, @Nullable String after) {
        String asked = words == null || words.isBlank() ? null : words;
        var found = reads.page(actor, Query.of(type(User.TYPE)).matching(asked).after(after));
        Map<RecordRef, RecordName> names = reads.namesIn(actor, found.items());
        return new UserList(
                found.items().stream().map(user -> row(page, user, names)).toList(), found.next());
    }

    Optional<StoredRecord> user(Actor actor, UUID id) {
        return reads.find(actor, type(User.TYPE), id).filter(user -> !user.deleted());
    }

    Optional<StoredRecord> role(Actor actor, UUID id) {
        return reads.find(actor, type(Role.TYPE), id).filter(role -> !role.deleted());
    }

    List<StoredRecord> roles(Actor actor) {
        return all(actor, Role.TYPE);
    }

    List<StoredRecord> teams(Actor actor) {
        return all(actor, Team.TYPE);
    }

    List<Choice> teamChoices(Actor actor) {
        return teams(actor).stream()
                .map(team -> new Choice(team.id().toString(), text(team.get(Team.NAME))))
                .toList();
    }

    List<Choice> roleChoices(Actor actor, Page page) {
        return roles(actor).stream()
                .map(role -> new Choice(role.id().toString(), label(page, role)))
                .toList();
    }

    String label(Page page, StoredRecord role) {
        return roles.label(page.presentation().language(), role.id(), text(role.get(Role.NAME)));
    }

    /** How much somebody owns of the types in the side bar; those of which they own nothing are left out. */
    List<Owned> owned(Actor actor, Page page, UUID user) {
        List<Owned> found = new ArrayList<>();
        for (RecordType type : models.current().types()) {
            if (type.is(RecordType.Flag.OWNED) && type.is(RecordType.Flag.NAVIGATION)) {
                count(actor, page, type, user).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Owned> count(Actor actor, Page page, RecordType type, UUID user) {
        FieldPath owner = FieldPath.of(type, SystemFields.OWNER);
        Count count = reads.count(actor, Query.of(type).where(Condition.compare(owner, Operator.EQ, user)));
        String filter = JsonNodeFactory.instance
                .objectNode()
                .put("field", SystemFields.OWNER.name())
                .put("op", "eq")
                .put("value", user.toString())
                .toString();
        String href = "/" + type.plural() + "?" + ListState.parameter("filter", filter);
        String number = page.number(count.count()) + (count.capped() ? "+" : "");
        String label = labels.many(type, page.presentation().language());
        return count.count() == 0 ? Optional.empty() : Optional.of(new Owned(label, number, href));
    }

    /** The ids of the roles that a user holds. */
    static List<String> held(StoredRecord user) {
        JsonNode held = user.get(User.ROLES);
        return held == null
                ? List.of()
                : held.valueStream().map(role -> role.path("id").asString("")).toList();
    }

    private UserRow row(Page page, StoredRecord user, Map<RecordRef, RecordName> names) {
        UUID team = user.get(SystemFields.TEAM);
        RecordName teamName = team == null ? null : names.get(new RecordRef(Team.TYPE.plural(), team));
        return new UserRow(
                user.id(),
                text(user.get(User.NAME)),
                text(user.get(User.EMAIL)),
                teamName == null ? "" : text(teamName.name()),
                roleLabels(page, user),
                Boolean.TRUE.equals(user.get(User.ACTIVE)));
    }

    private List<String> roleLabels(Page page, StoredRecord user) {
        JsonNode held = user.get(User.ROLES);
        return held == null
                ? List.of()
                : held.valueStream()
                        .map(role -> roles.label(
                                page.presentation().language(),
                                UUID.fromString(role.path("id").asString()),
                                role.path("name").asString("")))
                        .toList();
    }

    private List<StoredRecord> all(Actor actor, RecordType declared) {
        List<StoredRecord> found = new ArrayList<>();
        reads.each(actor, Query.of(type(declared)).limited(200), found::add);
        return found;
    }

    private RecordType type(RecordType declared) {
        return models.current().effective(declared);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** What a select box sent: an id, or nothing. */
    static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Refusal.Malformed("not-a-reference");
        }
    }

    /** A page of users and the cursor that leads on. */
    record UserList(List<UserRow> rows, @Nullable String next) {}
}
