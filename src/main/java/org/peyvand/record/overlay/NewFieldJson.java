package org.peyvand.record.overlay;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import tools.jackson.databind.JsonNode;

/** Reads wishes for fields as the API takes them: {@code {"name"?, "type", "label", "options"?, "target"?, …}}. */
public final class NewFieldJson {

    private static final Set<String> TRAITS =
            Set.of("name", "type", "label", "options", "target", "required", "unique");
    private static final Set<String> CHANGEABLE = Set.of("label", "options", "required", "visibleWhen", "requiredWhen");

    private NewFieldJson() {}

    /**
     * A wish for a new field; without a label its name is its label.
     *
     * @throws Refusal.Malformed for unknown traits
     * @throws Refusal.Invalid for ill-formed ones
     */
    public static NewField read(JsonNode json) {
        OverlayJson.only(json, TRAITS);
        Field.Label label = OverlayJson.label(json, "label");
        String name = OverlayJson.text(json, "name");
        return new NewField(
                name,
                OverlayJson.required(json, "type"),
                label == null ? new Field.Label(null, name) : label,
                Objects.requireNonNullElse(OverlayJson.options(json, "options"), List.of()),
                OverlayJson.text(json, "target"),
                Boolean.TRUE.equals(OverlayJson.flag(json, "required")),
                Boolean.TRUE.equals(OverlayJson.flag(json, "unique")));
    }

    /**
     * A wish for a change of a field.
     *
     * @throws Refusal.Malformed for unknown traits
     * @throws Refusal.Invalid for ill-formed ones
     */
    public static FieldChange readChange(JsonNode json) {
        OverlayJson.only(json, CHANGEABLE);
        return new FieldChange(
                OverlayJson.label(json, "label"),
                OverlayJson.flag(json, "required"),
                OverlayJson.options(json, "options"),
                json.get("visibleWhen"),
                json.get("requiredWhen"));
    }
}
