package org.peyvand.web.admin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Role;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.write.Draft;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the form of a role holds. Scopes are sent as {@code scope/accounts/read}, rules of fields as
 * {@code field/contacts.nationalCode}, a new rule as {@code newField} and {@code newAccess}.
 *
 * @param scopes by plural and operation, {@code accounts/read}
 * @param fields access by {@code plural.field}
 */
public record RoleForm(@Nullable UUID id, String name, Map<String, String> scopes, Map<String, String> fields) {

    private static final String SCOPE = "scope/";
    private static final String FIELD = "field/";

    static RoleForm blank() {
        return new RoleForm(null, "", Map.of(), Map.of());
    }

    static RoleForm of(StoredRecord role, String label) {
        Map<String, String> scopes = new TreeMap<>();
        Map<String, String> fields = new TreeMap<>();
        properties(role.get(Role.TYPES))
                .forEach(type -> type.getValue()
                        .properties()
                        .forEach(scope -> scopes.put(
                                type.getKey() + "/" + scope.getKey(),
                                scope.getValue().asString(""))));
        properties(role.get(Role.FIELDS))
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString("")));
        return new RoleForm(role.id(), label, scopes, fields);
    }

    static RoleForm of(@Nullable UUID id, MultiValueMap<String, String> sent) {
        Map<String, String> scopes = new TreeMap<>();
        Map<String, String> fields = new TreeMap<>();
        sent.toSingleValueMap().forEach((key, value) -> {
            if (key.startsWith(SCOPE) && !value.isEmpty()) {
                scopes.put(key.substring(SCOPE.length()), value);
            } else if (key.startsWith(FIELD) && !value.isEmpty()) {
                fields.put(key.substring(FIELD.length()), value);
            }
        });
        String newField = first(sent, "newField");
        if (!newField.isEmpty() && !first(sent, "newAccess").isEmpty()) {
            fields.put(newField, first(sent, "newAccess"));
        }
        return new RoleForm(id, first(sent, "name"), scopes, fields);
    }

    /** A shipped role shows its name in the reader's language; left as it is, the stored one stays. */
    RoleForm keepingName(StoredRecord stored, String label) {
        return name.equals(label) ? new RoleForm(id, People.text(stored.get(Role.NAME)), scopes, fields) : this;
    }

    Draft draft() {
        ObjectNode types = JsonNodeFactory.instance.objectNode();
        scopes.forEach((place, scope) -> {
            int slash = place.lastIndexOf('/');
            if (slash > 0) {
                types.withObjectProperty(place.substring(0, slash)).put(place.substring(slash + 1), scope);
            }
        });
        ObjectNode guarded = JsonNodeFactory.instance.objectNode();
        fields.forEach(guarded::put);
        return Draft.of(Role.NAME, name.isBlank() ? null : name.strip())
                .set(Role.TYPES, types)
                .set(Role.FIELDS, guarded);
    }

    private static Iterable<Map.Entry<String, JsonNode>> properties(@Nullable JsonNode json) {
        return json == null ? List.of() : json.properties();
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        return People.text(sent.getFirst(name));
    }
}
