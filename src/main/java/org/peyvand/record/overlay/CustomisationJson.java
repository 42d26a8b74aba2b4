package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.FieldRule;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The document of a customisation: lists of flat parts that name what they belong to. */
final class CustomisationJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int FORMAT = 1;
    private static final Set<String> PARTS =
            Set.of("format", "types", "fields", "changes", "layouts", "rules", "grants");

    private CustomisationJson() {}

    /** The document as values. */
    record Document(
            List<OverlayType> types,
            List<OverlayField> fields,
            List<ShippedChange> changes,
            List<Laid> layouts,
            List<Ruled> rules,
            List<RoleGrants.Grant> grants) {}

    /** A layout with the name of its role, which is another identifier in another installation. */
    record Laid(Layout layout, @Nullable String role) {}

    /** The rule of a field. */
    record Ruled(String type, String field, FieldRule rule) {}

    static ObjectNode write(Document document) {
        ObjectNode json = NODES.objectNode().put("format", FORMAT);
        ArrayNode types = json.putArray("types");
        document.types().forEach(type -> types.add(type(type)));
        ArrayNode fields = json.putArray("fields");
        document.fields().forEach(field -> fields.add(field(field)));
        ArrayNode changes = json.putArray("changes");
        document.changes().forEach(change -> changes.add(change(change)));
        ArrayNode layouts = json.putArray("layouts");
        document.layouts().forEach(laid -> {
            ObjectNode each =
                    layouts.addObject().put("of", laid.layout().type()).put("role", laid.role());
            each.setAll(LayoutJson.write(laid.layout()));
        });
        ArrayNode rules = json.putArray("rules");
        document.rules().forEach(ruled -> {
            ObjectNode each = rules.addObject().put("of", ruled.type()).put("field", ruled.field());
            each.set("visibleWhen", orNull(ruled.rule().visibleWhen()));
            each.set("requiredWhen", orNull(ruled.rule().requiredWhen()));
        });
        ArrayNode grants = json.putArray("grants");
        document.grants()
                .forEach(grant -> grants.addObject()
                        .put("role", grant.role())
                        .put("type", grant.type())
                        .set("scopes", grant.scopes()));
        return json;
    }

    private static ObjectNode type(OverlayType type) {
        ObjectNode json = NODES.objectNode().put("name", type.name()).put("own", type.own());
        json.set("label", label(type.many()));
        json.set("singularLabel", label(type.one()));
        return json.put("icon", type.icon())
                .put("defaultSort", type.defaultSort())
                .put("board", type.board())
                .put("retired", type.retired());
    }

    private static ObjectNode field(OverlayField field) {
        ObjectNode json = NODES.objectNode()
                .put("of", field.type())
                .put("name", field.name())
                .put("type", field.fieldType());
        json.set("label", label(field.label()));
        json.put("required", field.required()).put("unique", field.unique()).put("target", field.target());
        json.set("options", options(field.options()));
        return json.put("retired", field.state() == OverlayField.State.RETIRED);
    }

    private static ObjectNode change(ShippedChange change) {
        ObjectNode json = NODES.objectNode().put("of", change.type()).put("name", change.name());
        json.set("label", label(change.label()));
        json.put("required", change.required());
        json.set("options", options(change.options()));
        return json;
    }

    private static JsonNode label(Field.@Nullable Label label) {
        return label == null
                ? NODES.nullNode()
                : NODES.objectNode().put("fa", label.fa()).put("en", label.en());
    }

    private static JsonNode options(@Nullable List<Option> options) {
        if (options == null) {
            return NODES.nullNode();
        }
        ArrayNode array = NODES.arrayNode();
        for (Option option : options) {
            ObjectNode each = array.addObject().put("key", option.key());
            if (option.fa() != null || option.en() != null) {
                each.set("label", label(new Field.Label(option.fa(), option.en())));
            }
            each.put("color", option.color()).put("closed", option.closed());
        }
        return array;
    }

    private static JsonNode orNull(@Nullable JsonNode json) {
        return json == null ? NODES.nullNode() : json;
    }

    /**
     * Reads a document.
     *
     * @throws Refusal.Malformed for unknown members
     * @throws Refusal.Invalid for ill-formed ones, or a document of another format
     */
    static Document read(JsonNode json) {
        OverlayJson.only(json, PARTS);
        if (json.path("format").asInt(0) != FORMAT) {
            throw new Refusal.Invalid(List.of(Problem.of("format", "other-format", Integer.toString(FORMAT))));
        }
        return new Document(
                each(json, "types", CustomisationJson::readType),
                each(json, "fields", CustomisationJson::readField),
                each(json, "changes", CustomisationJson::readChange),
                each(json, "layouts", CustomisationJson::readLayout),
                each(json, "rules", CustomisationJson::readRule),
                each(json, "grants", CustomisationJson::readGrant));
    }

    private static <T> List<T> each(JsonNode json, String name, Function<JsonNode, T> reader) {
        JsonNode list = json.get(name);
        List<T> parts = new ArrayList<>();
        if (list != null && !list.isArray()) {
            throw OverlayJson.invalid(name, "not-a-list");
        }
        for (int i = 0; list != null && i < list.size(); i++) {
            String place = name + "/" + i + "/";
            try {
                parts.add(reader.apply(list.get(i)));
            } catch (Refusal.Invalid invalid) {
                throw new Refusal.Invalid(invalid.problems().stream()
                        .map(problem -> Customisation.at(place, problem))
                        .toList());
            }
        }
        return parts;
    }

    private static OverlayType readType(JsonNode json) {
        OverlayJson.only(
                json, Set.of("name", "own", "label", "singularLabel", "icon", "defaultSort", "board", "retired"));
        String name = OverlayJson.required(json, "name");
        boolean own = Boolean.TRUE.equals(OverlayJson.flag(json, "own"));
        return new OverlayType(
                name,
                own ? TypeNames.singular(name) : null,
                OverlayJson.label(json, "label"),
                OverlayJson.label(json, "singularLabel"),
                OverlayJson.text(json, "icon"),
                OverlayJson.text(json, "defaultSort"),
                json.path("board").isString() ? json.get("board").stringValue() : null,
                Boolean.TRUE.equals(OverlayJson.flag(json, "retired")));
    }

    private static OverlayField readField(JsonNode json) {
        OverlayJson.only(
                json, Set.of("of", "name", "type", "label", "required", "unique", "target", "options", "retired"));
        return new OverlayField(
                OverlayJson.required(json, "of"),
                OverlayJson.required(json, "name"),
                OverlayJson.required(json, "type"),
                Objects.requireNonNullElse(OverlayJson.label(json, "label"), new Field.Label(null, null)),
                Boolean.TRUE.equals(OverlayJson.flag(json, "required")),
                Boolean.TRUE.equals(OverlayJson.flag(json, "unique")),
                Objects.requireNonNullElse(OverlayJson.options(json, "options"), List.of()),
                OverlayJson.text(json, "target"),
                Boolean.TRUE.equals(OverlayJson.flag(json, "retired"))
                        ? OverlayField.State.RETIRED
                        : OverlayField.State.LIVE);
    }

    private static ShippedChange readChange(JsonNode json) {
        OverlayJson.only(json, Set.of("of", "name", "label", "required", "options"));
        return new ShippedChange(
                OverlayJson.required(json, "of"),
                OverlayJson.required(json, "name"),
                OverlayJson.label(json, "label"),
                OverlayJson.flag(json, "required"),
                OverlayJson.options(json, "options"));
    }

    private static Laid readLayout(JsonNode json) {
        OverlayJson.only(json, Set.of("of", "role", "listColumns", "sections"));
        ObjectNode traits = NODES.objectNode();
        traits.set("listColumns", orNull(json.get("listColumns")));
        traits.set("sections", orNull(json.get("sections")));
        return new Laid(
                LayoutJson.read(OverlayJson.required(json, "of"), null, traits), OverlayJson.text(json, "role"));
    }

    private static Ruled readRule(JsonNode json) {
        OverlayJson.only(json, Set.of("of", "field", "visibleWhen", "requiredWhen"));
        return new Ruled(
                OverlayJson.required(json, "of"),
                OverlayJson.required(json, "field"),
                new FieldRule(filter(json, "visibleWhen"), filter(json, "requiredWhen")));
    }

    private static @Nullable JsonNode filter(JsonNode json, String name) {
        JsonNode filter = json.get(name);
        return filter == null || filter.isNull() ? null : filter;
    }

    private static RoleGrants.Grant readGrant(JsonNode json) {
        OverlayJson.only(json, Set.of("role", "type", "scopes"));
        return new RoleGrants.Grant(
                OverlayJson.required(json, "role"),
                OverlayJson.required(json, "type"),
                Objects.requireNonNullElse(json.get("scopes"), NODES.objectNode()));
    }
}
