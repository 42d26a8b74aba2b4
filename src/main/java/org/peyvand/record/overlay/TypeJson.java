package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import tools.jackson.databind.JsonNode;

/** Reads wishes for record types as the API takes them: {@code {"name"?, "label", "singularLabel"?, "icon"?, "fields"?}}. */
public final class TypeJson {

    private static final Set<String> TRAITS = Set.of("name", "label", "singularLabel", "icon", "fields");
    private static final Set<String> CHANGEABLE = Set.of("label", "singularLabel", "icon", "defaultSort", "board");

    private TypeJson() {}

    /**
     * A wish for a new type; without a label its name is its label.
     *
     * @throws Refusal.Malformed for unknown traits
     * @throws Refusal.Invalid for ill-formed ones
     */
    public static NewType read(JsonNode json) {
        OverlayJson.only(json, TRAITS);
        String name = OverlayJson.text(json, "name");
        Field.Label label = OverlayJson.label(json, "label");
        return new NewType(
                name,
                label == null ? new Field.Label(null, name) : label,
                OverlayJson.label(json, "singularLabel"),
                OverlayJson.text(json, "icon"),
                fields(json.get("fields")));
    }

    /**
     * A wish for a change of a type; a board of null takes it away.
     *
     * @throws Refusal.Malformed for unknown traits
     * @throws Refusal.Invalid for ill-formed ones
     */
    public static TypeChange readChange(JsonNode json) {
        OverlayJson.only(json, CHANGEABLE);
        return new TypeChange(
                OverlayJson.label(json, "label"),
                OverlayJson.label(json, "singularLabel"),
                OverlayJson.text(json, "icon"),
                OverlayJson.text(json, "defaultSort"),
                json.has("board") ? Objects.requireNonNullElse(OverlayJson.text(json, "board"), "") : null);
    }

    private static List<NewField> fields(@Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return List.of();
        }
        if (!json.isArray()) {
            throw OverlayJson.invalid("fields", "not-a-list");
        }
        List<NewField> fields = new ArrayList<>();
        json.forEach(each -> fields.add(NewFieldJson.read(each)));
        return fields;
    }
}
