package org.peyvand.access.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peyvand.record.Model;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import tools.jackson.databind.JsonNode;

/** Finds everything in the JSON of a role that would grant nothing because no such thing exists. */
public final class RoleCheck {

    private static final Set<String> NEVER_HIDDEN = Set.of("id", "version");

    private final Model model;
    private final List<Problem> problems = new ArrayList<>();

    private RoleCheck(Model model) {
        this.model = model;
    }

    /** All problems of the two structures, each named by its place, such as {@code types/accounts/read}. */
    public static List<Problem> problems(Model model, JsonNode types, JsonNode fields) {
        RoleCheck check = new RoleCheck(model);
        check.types(types);
        check.fields(fields);
        return check.problems;
    }

    private void types(JsonNode types) {
        if (!types.isObject()) {
            problems.add(Problem.of("types", "role-not-an-object"));
            return;
        }
        types.properties().forEach(entry -> type(entry.getKey(), entry.getValue()));
    }

    private void type(String plural, JsonNode scopes) {
        String place = "types/" + plural;
        if (!plural.equals(Grant.EVERY_TYPE) && model.find(plural).isEmpty()) {
            problems.add(Problem.of(place, "role-unknown-type", plural));
        }
        if (!scopes.isObject()) {
            problems.add(Problem.of(place, "role-not-an-object"));
            return;
        }
        scopes.properties().forEach(entry -> scope(place, entry.getKey(), entry.getValue()));
    }

    private void scope(String place, String operation, JsonNode scope) {
        if (Grant.operation(operation).isEmpty()) {
            problems.add(Problem.of(place + "/" + operation, "role-unknown-operation", operation));
        } else if (!scope.isString() || Scope.of(scope.stringValue()).isEmpty()) {
            problems.add(Problem.of(place + "/" + operation, "role-unknown-scope", scope.toString()));
        }
    }

    private void fields(JsonNode fields) {
        if (!fields.isObject()) {
            problems.add(Problem.of("fields", "role-not-an-object"));
            return;
        }
        fields.properties().forEach(entry -> field(entry.getKey(), entry.getValue()));
    }

    private void field(String path, JsonNode access) {
        String place = "fields/" + path;
        if (!exists(path)) {
            problems.add(Problem.of(place, "role-unknown-field", path));
        }
        if (Grant.access(access).isEmpty()) {
            problems.add(Problem.of(place, "role-unknown-access", access.toString()));
        }
    }

    private boolean exists(String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return false;
        }
        String name = path.substring(dot + 1);
        Optional<RecordType> type = model.find(path.substring(0, dot));
        return !NEVER_HIDDEN.contains(name) && type.flatMap(t -> t.find(name)).isPresent();
    }
}
