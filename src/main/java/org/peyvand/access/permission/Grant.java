package org.peyvand.access.permission;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import tools.jackson.databind.JsonNode;

/**
 * What one role grants, read from its JSON. What it does not understand it does not grant; {@link RoleCheck} refuses such
 * JSON before it is stored.
 *
 * @param types scopes by plural (or {@code *}) and operation
 * @param fields access by {@code plural.field}
 */
public record Grant(Map<String, Map<Operation, Scope>> types, Map<String, FieldAccess> fields) {

    static final String EVERY_TYPE = "*";

    public static Grant of(JsonNode types, JsonNode fields) {
        Map<String, Map<Operation, Scope>> scopes = new HashMap<>();
        types.properties().forEach(type -> scopes.put(type.getKey(), scopes(type.getValue())));
        Map<String, FieldAccess> accesses = new HashMap<>();
        fields.properties()
                .forEach(field -> access(field.getValue()).ifPresent(access -> accesses.put(field.getKey(), access)));
        return new Grant(scopes, accesses);
    }

    /** The scope the role gives, its word on the type itself going before its word on every type; null without either. */
    @Nullable
    Scope scope(String plural, Operation operation) {
        Scope named = named(plural, operation);
        return named != null ? named : named(EVERY_TYPE, operation);
    }

    /** The scope the role gives to the type by its own name, or null. */
    @Nullable
    Scope named(String plural, Operation operation) {
        return types.getOrDefault(plural, Map.of()).get(operation);
    }

    @Nullable
    FieldAccess access(String plural, String field) {
        return fields.get(plural + "." + field);
    }

    static Optional<Operation> operation(String key) {
        for (Operation operation : Operation.values()) {
            if (operation.name().toLowerCase(Locale.ROOT).equals(key)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    static Optional<FieldAccess> access(JsonNode json) {
        if (!json.isString()) {
            return Optional.empty();
        }
        return switch (json.stringValue()) {
            case "hidden" -> Optional.of(FieldAccess.HIDDEN);
            case "readOnly" -> Optional.of(FieldAccess.READ_ONLY);
            case "writable" -> Optional.of(FieldAccess.WRITABLE);
            default -> Optional.empty();
        };
    }

    private static Map<Operation, Scope> scopes(JsonNode byOperation) {
        Map<Operation, Scope> scopes = new EnumMap<>(Operation.class);
        byOperation
                .properties()
                .forEach(entry -> operation(entry.getKey()).ifPresent(operation -> {
                    JsonNode scope = entry.getValue();
                    if (scope.isString()) {
                        Scope.of(scope.stringValue()).ifPresent(known -> scopes.put(operation, known));
                    }
                }));
        return scopes;
    }
}
