package org.peyvand.web.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.peyvand.record.Labels;
import org.peyvand.record.Model;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.web.Choice;
import org.peyvand.web.Page;

/**
 * The form of a role as a table: a row for every type, the first for all of them, and a column for every operation.
 *
 * @param scopes the choices of a cell
 * @param guarded the fields the role has a rule for
 * @param fields the fields it may get one for
 * @param accesses the choices of a rule
 */
public record RoleMatrix(
        List<String> operations,
        List<Row> rows,
        List<Choice> scopes,
        List<Guarded> guarded,
        List<Choice> fields,
        List<Choice> accesses) {

    private static final List<String> OPERATIONS = List.of("read", "create", "update", "delete", "export", "import");

    static RoleMatrix of(Page page, Model model, RoleForm form) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(form, "*", page.t("admin.roles.everyType")));
        model.types().stream()
                .filter(type -> type.belongsToField().isEmpty())
                .map(type -> row(form, type.plural(), label(page, type)))
                .sorted(Comparator.comparing(Row::label))
                .forEach(rows::add);
        List<Guarded> guarded = form.fields().entrySet().stream()
                .map(rule -> new Guarded(rule.getKey(), fieldLabel(page, model, rule.getKey()), rule.getValue()))
                .toList();
        return new RoleMatrix(
                OPERATIONS,
                rows,
                choices(page, "admin.scope.", List.of("none", "own", "team", "teams-below", "all")),
                guarded,
                fields(page, model),
                choices(page, "admin.access.", List.of("hidden", "readOnly", "writable")));
    }

    private static Row row(RoleForm form, String plural, String label) {
        return new Row(
                plural,
                label,
                OPERATIONS.stream()
                        .map(operation -> form.scopes().getOrDefault(plural + "/" + operation, ""))
                        .toList());
    }

    private static List<Choice> fields(Page page, Model model) {
        return model.types().stream()
                .flatMap(type -> type.ownFields().stream()
                        .map(field -> new Choice(
                                type.plural() + "." + field.name(),
                                label(page, type) + " · " + label(page, type, field))))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    private static String fieldLabel(Page page, Model model, String path) {
        int dot = path.indexOf('.');
        return model.find(path.substring(0, Math.max(dot, 0)))
                .flatMap(type -> type.find(path.substring(dot + 1))
                        .map(field -> label(page, type) + " · " + label(page, type, field)))
                .orElse(path);
    }

    private static String label(Page page, RecordType type) {
        return new Labels(page.messages()).many(type, page.presentation().language());
    }

    private static String label(Page page, RecordType type, Field<?> field) {
        return new Labels(page.messages())
                .field(type, field, page.presentation().language());
    }

    private static List<Choice> choices(Page page, String prefix, List<String> keys) {
        return keys.stream().map(key -> new Choice(key, page.t(prefix + key))).toList();
    }

    /** The scopes of one type, in the order of the operations, empty where the role is silent. */
    public record Row(String plural, String label, List<String> values) {}

    /** A rule of one field. */
    public record Guarded(String path, String label, String access) {}
}
