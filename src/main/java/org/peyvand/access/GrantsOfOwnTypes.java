package org.peyvand.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.peyvand.access.permission.RoleCheck;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.overlay.RoleGrants;
import org.peyvand.record.write.Draft;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and sets what roles grant to own types; a set grant is an ordinary change of its role. */
@Component
class GrantsOfOwnTypes implements RoleGrants {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;
    private final ObjectProvider<Roles> roles;
    private final ObjectProvider<Models> models;

    GrantsOfOwnTypes(DSLContext sql, ObjectProvider<Roles> roles, ObjectProvider<Models> models) {
        this.sql = sql;
        this.roles = roles;
        this.models = models;
    }

    @Override
    public List<Grant> of(Set<String> types) {
        List<Grant> grants = new ArrayList<>();
        sql.fetch("select name, types from role where deleted_at is null order by name")
                .forEach(row -> types(row.get("types", JSONB.class)).properties().stream()
                        .filter(type -> types.contains(type.getKey()))
                        .map(type -> new Grant(row.get("name", String.class), type.getKey(), type.getValue()))
                        .forEach(grants::add));
        return grants;
    }

    @Override
    public List<Problem> problems(Grant grant) {
        List<Problem> problems = new ArrayList<>();
        if (find(grant.role()).isEmpty()) {
            problems.add(Problem.of("role", "unknown-role", grant.role()));
        }
        ObjectNode types = JsonNodeFactory.instance.objectNode();
        types.set(grant.type(), grant.scopes());
        RoleCheck.problems(models.getObject().current(), types, JsonNodeFactory.instance.objectNode()).stream()
                .filter(problem -> !problem.code().equals("role-unknown-type"))
                .forEach(problems::add);
        return problems;
    }

    @Override
    public void put(Actor actor, List<Grant> grants) {
        Map<String, List<Grant>> byRole = new LinkedHashMap<>();
        grants.forEach(grant ->
                byRole.computeIfAbsent(grant.role(), none -> new ArrayList<>()).add(grant));
        byRole.forEach((name, ofRole) -> find(name).ifPresent(role -> {
            ObjectNode types = role.types().deepCopy();
            ofRole.forEach(grant -> types.set(grant.type(), grant.scopes()));
            roles.getObject().update(actor, role.id(), null, Draft.of(Role.TYPES, types));
        }));
    }

    private Optional<Stored> find(String name) {
        return sql.fetch("select id, types from role where deleted_at is null and name = {0}", DSL.val(name)).stream()
                .map(row -> new Stored(row.get("id", UUID.class), types(row.get("types", JSONB.class))))
                .findFirst();
    }

    private static ObjectNode types(JSONB stored) {
        return JSON.readTree(stored.data()) instanceof ObjectNode types ? types : JsonNodeFactory.instance.objectNode();
    }

    private record Stored(UUID id, ObjectNode types) {}
}
