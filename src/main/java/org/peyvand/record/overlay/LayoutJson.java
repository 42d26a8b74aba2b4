package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Layouts as the API takes and gives them: {@code {"listColumns": […], "sections": [{"key"?, "label"?, "fields": […]}]}}. */
public final class LayoutJson {

    private static final Set<String> TRAITS = Set.of("listColumns", "sections");
    private static final Set<String> SECTION = Set.of("key", "label", "fields");

    private LayoutJson() {}

    /**
     * A wish for a layout of a type.
     *
     * @throws Refusal.Malformed for unknown traits
     * @throws Refusal.Invalid for ill-formed ones
     */
    public static Layout read(String type, @Nullable UUID role, JsonNode json) {
        OverlayJson.only(json, TRAITS);
        JsonNode sections = json.get("sections");
        JsonNode columns = json.get("listColumns");
        return new Layout(
                type,
                role,
                sections == null || sections.isNull() ? null : sections(sections),
                columns == null || columns.isNull() ? null : names(columns, "listColumns"));
    }

    /** The traits of a layout, absent ones as null. */
    public static ObjectNode write(Layout layout) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("listColumns", columns(layout.listColumns()));
        json.set("sections", sections(layout.sections()));
        return json;
    }

    static List<RecordType.Section> sections(JsonNode json) {
        if (!json.isArray()) {
            throw OverlayJson.invalid("sections", "not-a-list");
        }
        List<RecordType.Section> sections = new ArrayList<>();
        for (JsonNode each : json) {
            OverlayJson.only(each, SECTION);
            Field.Label label = OverlayJson.label(each, "label");
            String key = OverlayJson.text(each, "key");
            if (key == null && label == null) {
                throw OverlayJson.invalid("sections", "required");
            }
            sections.add(new RecordType.Section(
                    key == null ? "own-" + (sections.size() + 1) : key, names(each.get("fields"), "sections"), label));
        }
        return sections;
    }

    static List<String> names(@Nullable JsonNode json, String place) {
        if (json == null || !json.isArray()) {
            throw OverlayJson.invalid(place, "not-a-list");
        }
        List<String> names = new ArrayList<>();
        for (JsonNode each : json) {
            if (!each.isString()) {
                throw OverlayJson.invalid(place, "not-text");
            }
            names.add(each.stringValue());
        }
        return names;
    }

    static JsonNode sections(@Nullable List<RecordType.Section> sections) {
        if (sections == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (RecordType.Section section : sections) {
            ObjectNode each = array.addObject().put("key", section.key());
            Field.Label label = section.label();
            if (label != null) {
                each.putObject("label").put("fa", label.fa()).put("en", label.en());
            }
            ArrayNode fields = each.putArray("fields");
            section.fields().forEach(fields::add);
        }
        return array;
    }

    static JsonNode columns(@Nullable List<String> columns) {
        if (columns == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        columns.forEach(array::add);
        return array;
    }
}
