package org.peyvand.access.permission;

import java.util.Map;
import java.util.UUID;
import org.peyvand.record.Model;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The roles every installation begins with. They are known by fixed identifiers, whatever they are renamed to; the
 * administrator's cannot be changed.
 */
public enum ShippedRoles {
    ADMINISTRATOR(1, "administrator", Map.of("*", new Six("all", "all", "all", "all", "all", "all"))),
    SALES_MANAGER(
            2,
            "sales manager",
            Map.of(
                    "*", new Six("all", "teams-below", "teams-below", "teams-below", "all", "all"),
                    "account-contacts", new Six("all", "all", "all", "all", "all", "all"),
                    "competitors", new Six("all", "all", "all", "all", "all", "all"),
                    "tags", new Six("all", "all", "all", "all", "all", "all"))),
    SELLER(
            3,
            "seller",
            Map.of(
                    "*", new Six("team", "own", "own", "own", "none", "none"),
                    "account-contacts", new Six("all", "all", "all", "all", "none", "none"),
                    "competitors", new Six("all", "all", "none", "none", "none", "none"),
                    "tags", new Six("all", "all", "none", "none", "none", "none"))),
    READ_ONLY(4, "read-only", Map.of("*", new Six("all", "none", "none", "none", "none", "none")));

    private final UUID id;
    private final String roleName;
    private final Map<String, Six> scopes;

    ShippedRoles(int number, String roleName, Map<String, Six> scopes) {
        this.id = UUID.fromString("01900000-0000-7000-8000-00000000000" + number);
        this.roleName = roleName;
        this.scopes = scopes;
    }

    public UUID id() {
        return id;
    }

    /** In the API and the data; people are shown {@link #labelKey}. */
    public String roleName() {
        return roleName;
    }

    public String labelKey() {
        return "role." + roleName.replace(' ', '-');
    }

    /** The JSON of its rights, without types that the model does not have. */
    public ObjectNode types(Model model) {
        ObjectNode types = JsonNodeFactory.instance.objectNode();
        scopes.forEach((plural, six) -> {
            if (plural.equals(Grant.EVERY_TYPE) || model.find(plural).isPresent()) {
                types.set(plural, six.json());
            }
        });
        return types;
    }

    /** The scopes of one type. */
    private record Six(String read, String create, String update, String delete, String exporting, String importing) {

        ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("read", read)
                    .put("create", create)
                    .put("update", update)
                    .put("delete", delete)
                    .put("export", exporting)
                    .put("import", importing);
        }
    }
}
