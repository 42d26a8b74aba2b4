package org.peyvand.access;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.permission.Grant;
import org.peyvand.access.permission.Permissions;
import org.peyvand.access.permission.Scope;
import org.peyvand.access.permission.ShippedRoles;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What somebody who holds one role alone would see, for those who arrange it. */
public final class RolePreview {

    private final Permissions permissions;

    private RolePreview(Permissions permissions) {
        this.permissions = permissions;
    }

    /** Of a role as it is stored. */
    public static RolePreview of(StoredRecord role) {
        Grant grant = Grant.of(object(role.get(Role.TYPES)), object(role.get(Role.FIELDS)));
        boolean administrator = role.id().equals(ShippedRoles.ADMINISTRATOR.id());
        return new RolePreview(new Permissions(List.of(role.id()), List.of(grant), administrator));
    }

    public boolean reads(RecordType type) {
        return permissions.scope(type, Operation.READ) != Scope.NONE;
    }

    public boolean reads(RecordType type, Field<?> field) {
        return permissions.access(type, field) != FieldAccess.HIDDEN;
    }

    private static JsonNode object(@Nullable JsonNode json) {
        return Objects.requireNonNullElseGet(json, JsonNodeFactory.instance::objectNode);
    }
}
