package org.peyvand.access;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.permission.Members;
import org.peyvand.access.permission.RoleCheck;
import org.peyvand.access.permission.ShippedRoles;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Roles: what they name exists, the administrator's stays as it is, and no role goes that somebody holds. */
@Component
class RoleRule implements RecordRule {

    private static final String HELD = """
            select 1 from app_user
            where deleted_at is null and roles @> jsonb_build_array(jsonb_build_object('id', {0}::text)) limit 1
            """;

    private final ObjectProvider<Models> models;
    private final DSLContext sql;
    private final Members members;

    RoleRule(ObjectProvider<Models> models, DSLContext sql, Members members) {
        this.models = models;
        this.sql = sql;
        this.members = members;
    }

    @Override
    public RecordType type() {
        return Role.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        for (Pending pending : context.pending()) {
            boolean isAdministrator = pending.id().equals(ShippedRoles.ADMINISTRATOR.id());
            switch (pending.act()) {
                case CREATE -> namesWhatExists(pending);
                case UPDATE -> {
                    refuseIf(isAdministrator, pending, "role-administrator");
                    namesWhatExists(pending);
                }
                case DELETE -> {
                    refuseIf(isAdministrator, pending, "role-administrator");
                    refuseIf(isHeld(pending.id()), pending, "role-held");
                }
                case RESTORE -> {}
            }
        }
        members.forgetAfterCommit();
    }

    /** What stood before may name what is hidden since, such as a retired type: it grants nothing until that is back. */
    private void namesWhatExists(Pending pending) {
        RoleCheck.problems(
                        models.getObject().current(),
                        said(pending.before(Role.TYPES), pending.after(Role.TYPES)),
                        said(pending.before(Role.FIELDS), pending.after(Role.FIELDS)))
                .forEach(pending::refuse);
    }

    private static JsonNode said(@Nullable JsonNode before, @Nullable JsonNode after) {
        JsonNode standing = object(before);
        if (!(object(after) instanceof ObjectNode all)) {
            return object(after);
        }
        ObjectNode anew = JsonNodeFactory.instance.objectNode();
        all.properties().stream()
                .filter(each -> !each.getValue().equals(standing.get(each.getKey())))
                .forEach(each -> anew.set(each.getKey(), each.getValue()));
        return anew;
    }

    private static JsonNode object(@Nullable JsonNode json) {
        return json == null ? JsonNodeFactory.instance.objectNode() : json;
    }

    private static void refuseIf(boolean wrong, Pending pending, String code) {
        if (wrong) {
            pending.refuse(Problem.of("", code));
        }
    }

    private boolean isHeld(UUID role) {
        return sql.fetchOne(HELD, DSL.val(role.toString())) != null;
    }
}
