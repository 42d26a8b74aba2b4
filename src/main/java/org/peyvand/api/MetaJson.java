package org.peyvand.api;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.peyvand.record.Actor;
import org.peyvand.record.FieldRule;
import org.peyvand.record.Labels;
import org.peyvand.record.Layouts;
import org.peyvand.record.Model;
import org.peyvand.record.RecordType;
import org.peyvand.record.Relation;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Operator;
import org.peyvand.record.field.Option;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.Judging;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the effective metadata as one caller may know it: hidden fields are not there. */
@Component
final class MetaJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Locale PERSIAN = Locale.of("fa");

    private final Labels labels;
    private final Visibility visibility;
    private final Layouts layouts;
    private final Judging judging;

    MetaJson(Labels labels, Visibility visibility, Layouts layouts, Judging judging) {
        this.judging = judging;
        this.layouts = layouts;
        this.labels = labels;
        this.visibility = visibility;
    }

    ObjectNode type(Actor actor, Model model, RecordType effective) {
        RecordType type = layouts.of(actor, effective);
        ObjectNode json = NODES.objectNode();
        json.put("name", type.plural());
        json.put("singular", type.name());
        json.set("label", label(language -> labels.many(type, language)));
        json.set("singularLabel", label(language -> labels.one(type, language)));
        json.put("own", type.is(RecordType.Flag.OWN));
        json.put("icon", type.icon());
        json.put("board", type.boardField().map(Field::name).orElse(null));
        json.put("titleField", type.titleField().name());
        json.put("defaultSort", type.defaultSort());
        ArrayNode columns = json.putArray("listColumns");
        type.listColumns().stream()
                .filter(field -> visibility.access(actor, type, field) != FieldAccess.HIDDEN)
                .forEach(field -> columns.add(field.name()));
        ArrayNode sections = json.putArray("sections");
        type.sections().forEach(section -> sections.add(section(actor, type, section)));
        ArrayNode fields = json.putArray("fields");
        for (Field<?> field : type.fields()) {
            FieldAccess access = visibility.access(actor, type, field);
            if (access != FieldAccess.HIDDEN) {
                ObjectNode each = field(type, field, access);
                rule(actor, model, type, field, each);
                fields.add(each);
            }
        }
        ArrayNode relations = json.putArray("relations");
        for (Relation relation : model.relations(type)) {
            if (visibility.access(actor, relation.forward() ? type : relation.target(), relation.field())
                    != FieldAccess.HIDDEN) {
                ObjectNode each = relations.addObject();
                each.put("name", relation.name());
                each.put("target", relation.target().plural());
                each.put("field", relation.field().name());
                each.put("many", !relation.forward());
            }
        }
        return json;
    }

    private ObjectNode section(Actor actor, RecordType type, RecordType.Section section) {
        ObjectNode json = NODES.objectNode().put("key", section.key());
        json.set("label", label(language -> labels.section(section, language)));
        ArrayNode fields = json.putArray("fields");
        section.fields().stream()
                .filter(name -> visibility.access(actor, type, type.field(name)) != FieldAccess.HIDDEN)
                .forEach(fields::add);
        return json;
    }

    /** A field with its rules, which only those are told who may know every field that they name. */
    private void rule(Actor actor, Model model, RecordType type, Field<?> field, ObjectNode json) {
        FieldRule rule = type.rules().getOrDefault(field.name(), FieldRule.NONE);
        JsonNode visible = rule.visibleWhen();
        JsonNode required = rule.requiredWhen();
        if (visible != null && judging.isReadable(actor, model, type, visible)) {
            json.set("visibleWhen", visible);
        }
        if (required != null && judging.isReadable(actor, model, type, required)) {
            json.set("requiredWhen", required);
        }
    }

    /** A field as an answer to the administrator who changed it. */
    ObjectNode changed(Actor actor, Model model, RecordType type, Field<?> field) {
        ObjectNode json = field(type, field, visibility.access(actor, type, field));
        rule(actor, model, type, field, json);
        return json;
    }

    private ObjectNode field(RecordType type, Field<?> field, FieldAccess access) {
        ObjectNode json = NODES.objectNode();
        json.put("name", field.name());
        json.put("type", field.type().key());
        json.set("label", label(language -> labels.field(type, field, language)));
        json.put("required", field.is(Field.Flag.REQUIRED));
        json.put("unique", field.is(Field.Flag.UNIQUE));
        json.put("key", field.is(Field.Flag.KEY));
        List<Option> options = options(field);
        if (options != null) {
            ArrayNode array = json.putArray("options");
            for (Option option : options) {
                ObjectNode each = array.addObject();
                each.put("key", option.key());
                each.set("label", label(language -> labels.option(type, field, option.key(), language)));
                each.put("color", option.color());
                each.put("closed", option.closed());
            }
            json.put("open", field.type() instanceof ChoiceType choice && choice.isOpen());
        }
        if (field.type() instanceof ReferenceType reference) {
            json.put("target", reference.target());
        }
        ArrayNode operators = json.putArray("operators");
        field.type().operators().stream().map(Operator::key).sorted().forEach(operators::add);
        json.put("sortable", field.type().sortable());
        json.put("readable", true);
        json.put("writable", access == FieldAccess.WRITABLE && !field.is(Field.Flag.READ_ONLY));
        json.put("own", field.is(Field.Flag.OWN));
        json.put("state", field.is(Field.Flag.BUILDING) ? "building" : "live");
        return json;
    }

    private static @org.jspecify.annotations.Nullable List<Option> options(Field<?> field) {
        return switch (field.type()) {
            case ChoiceType choice -> choice.options();
            case MultiChoiceType choices -> choices.options();
            default -> null;
        };
    }

    static ObjectNode label(Function<Locale, String> in) {
        ObjectNode json = NODES.objectNode();
        json.put("fa", in.apply(PERSIAN));
        json.put("en", in.apply(Locale.ENGLISH));
        return json;
    }
}
