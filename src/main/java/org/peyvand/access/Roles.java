package org.peyvand.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.permission.ShippedRoles;
import org.peyvand.locale.Messages;
import org.peyvand.locale.PersianText;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.Written;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes, changes and deletes roles, for administrators; each call leaves a change set. */
@Component
public class Roles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String HOLDERS = """
            select id, roles from app_user
            where deleted_at is null and roles @> jsonb_build_array(jsonb_build_object('id', {0}::text))
            """;

    private final OwnWrites writes;
    private final DSLContext sql;
    private final Messages messages;
    private final TransactionOperations transactions;

    Roles(OwnWrites writes, DSLContext sql, Messages messages, TransactionOperations transactions) {
        this.writes = writes;
        this.sql = sql;
        this.messages = messages;
        this.transactions = transactions;
    }

    /** Makes a role of the fields of {@link Role}; what its JSON names must exist. */
    public Written create(Actor actor, @Nullable UUID id, Draft draft) {
        writes.demandAdministrator(actor);
        return writes.write(actor, new Write.Create(Role.TYPE, id, draft));
    }

    /** Changes a role; its holders feel it at once. The administrator's cannot be changed. */
    public Written update(Actor actor, UUID id, @Nullable Integer base, Draft draft) {
        writes.demandAdministrator(actor);
        return within(() -> {
            Written written = writes.write(actor, new Write.Update(Role.TYPE, id, base, draft));
            if (draft.values().get(Role.NAME.name()) instanceof String name && written.changeSet() != null) {
                rename(actor, id, name);
            }
            return written;
        });
    }

    /** Deletes a role that nobody holds. */
    public Written delete(Actor actor, UUID id, @Nullable Integer base) {
        writes.demandAdministrator(actor);
        return writes.write(actor, new Write.Delete(Role.TYPE, id, base));
    }

    /** Takes a deleted role back out of the bin. */
    public Written restore(Actor actor, UUID id) {
        writes.demandAdministrator(actor);
        return writes.write(actor, new Write.Restore(Role.TYPE, id));
    }

    /** What people call a role: the shipped ones in their language. */
    public String label(Locale language, UUID id, String name) {
        for (ShippedRoles shipped : ShippedRoles.values()) {
            if (shipped.id().equals(id) && shipped.roleName().equals(name)) {
                return messages.text(language, shipped.labelKey());
            }
        }
        return name;
    }

    /** Puts the roles that the JSON names (by id, {@code {"id"}} or name) into the draft of a user, or the problems. */
    void resolve(JsonNode named, Draft draft) {
        if (!named.isArray()) {
            draft.problem(Problem.of(User.ROLES.name(), "roles-not-a-list"));
            return;
        }
        Map<UUID, String> names = names();
        Map<UUID, String> found = new LinkedHashMap<>();
        for (JsonNode role : named) {
            String word = role.isObject() ? role.path("id").asString("") : role.asString("");
            Optional<UUID> id = find(names, word);
            id.ifPresentOrElse(
                    known -> found.put(known, names.getOrDefault(known, word)),
                    () -> draft.problem(Problem.of(User.ROLES.name(), "unknown-role", word)));
        }
        draft.set(User.ROLES, references(found));
    }

    static ArrayNode references(Map<UUID, String> roles) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        roles.forEach((id, name) -> list.addObject()
                .put("id", id.toString())
                .put("type", Role.TYPE.plural())
                .put("name", name));
        return list;
    }

    private Optional<UUID> find(Map<UUID, String> names, String word) {
        String folded = PersianText.searchText(word);
        return names.entrySet().stream()
                .filter(role -> role.getKey().toString().equalsIgnoreCase(word) || isCalled(role, folded))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean isCalled(Map.Entry<UUID, String> role, String folded) {
        return List.of(
                        role.getValue(),
                        label(Locale.of("fa"), role.getKey(), role.getValue()),
                        label(Locale.ENGLISH, role.getKey(), role.getValue()))
                .stream()
                .anyMatch(name -> PersianText.searchText(name).equals(folded));
    }

    private Map<UUID, String> names() {
        Map<UUID, String> names = new LinkedHashMap<>();
        sql.fetch("select id, name from role where deleted_at is null order by id")
                .forEach(row -> names.put(row.get("id", UUID.class), row.get("name", String.class)));
        return names;
    }

    /** Users show the names of their roles, so these change with them. */
    private void rename(Actor actor, UUID role, String name) {
        sql.fetch(HOLDERS, DSL.val(role.toString())).forEach(row -> {
            Map<UUID, String> held = new LinkedHashMap<>();
            JSON.readTree(row.get("roles", JSONB.class).data()).forEach(each -> {
                UUID id = UUID.fromString(each.path("id").asString());
                held.put(id, id.equals(role) ? name : each.path("name").asString(""));
            });
            writes.change(actor, row.get("id", UUID.class), Draft.of(User.ROLES, references(held)));
        });
    }

    @SuppressWarnings("NullAway") // the template hands through what the callback gives
    private <T> T within(java.util.function.Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }
}
