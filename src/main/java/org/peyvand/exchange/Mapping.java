package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.overlay.NewFieldJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which column goes where.
 *
 * @param header the names of the columns
 * @param targets one for each
 */
record Mapping(List<String> header, List<Target> targets) {

    private static final String BY_ID = ".id";

    /**
     * Reads a mapping; columns it does not name are guessed by field names, labels of both languages and synonyms.
     *
     * @param fields those the actor may write
     * @throws Refusal.Malformed when it names a column that is not there or a field that cannot be written
     */
    static Mapping read(
            @Nullable JsonNode json, List<String> header, RecordType type, List<Field<?>> fields, FieldWords words) {
        Map<String, JsonNode> given = given(json, header);
        Map<String, Field<?>> names = words.fieldsByName(type, fields);
        Set<String> used = new HashSet<>();
        Map<String, Target> said = new HashMap<>();
        given.forEach((column, target) -> said.put(column, said(target, type, fields, used)));
        List<Target> targets = new ArrayList<>();
        for (String column : header) {
            Target target = said.get(column);
            targets.add(target != null ? target : guessed(column, names, used));
        }
        return new Mapping(header, targets);
    }

    /** The column that fills a field, or -1. */
    int columnOf(String field) {
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) instanceof Target.Into into
                    && !into.byId()
                    && into.field().name().equals(field)) {
                return i;
            }
        }
        return -1;
    }

    /** As {@link #read} takes it, with nothing left to be guessed. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < targets.size(); i++) {
            switch (targets.get(i)) {
                case Target.Into into -> json.put(header.get(i), into.field().name() + (into.byId() ? BY_ID : ""));
                case Target.Nowhere nowhere -> json.putNull(header.get(i));
                case Target.Making making -> throw new IllegalStateException("the field is not made yet");
            }
        }
        return json;
    }

    Mapping with(int column, Target target) {
        List<Target> changed = new ArrayList<>(targets);
        changed.set(column, target);
        return new Mapping(header, changed);
    }

    private static Map<String, JsonNode> given(@Nullable JsonNode json, List<String> header) {
        Map<String, JsonNode> given = new HashMap<>();
        if (json == null || json.isNull()) {
            return given;
        }
        if (!json.isObject()) {
            throw new Refusal.Malformed("bad-mapping");
        }
        for (String name : json.propertyNames()) {
            String column = header.stream()
                    .filter(each -> each.equals(name.strip()))
                    .findFirst()
                    .or(() -> header.stream()
                            .filter(each -> each.equalsIgnoreCase(name.strip()))
                            .findFirst())
                    .orElseThrow(() -> new Refusal.Malformed("unknown-column", name));
            given.put(column, json.get(name));
        }
        return given;
    }

    private static Target said(JsonNode target, RecordType type, List<Field<?>> fields, Set<String> used) {
        if (target.isNull()) {
            return Target.NOWHERE;
        }
        if (target.isObject() && target.size() == 1 && target.has("newField")) {
            return new Target.Making(NewFieldJson.read(target.get("newField")));
        }
        if (!target.isString()) {
            throw new Refusal.Malformed("bad-mapping");
        }
        String name = target.stringValue().strip();
        if (name.isEmpty()) {
            return Target.NOWHERE;
        }
        boolean byId = name.endsWith(BY_ID);
        String field = byId ? name.substring(0, name.length() - BY_ID.length()) : name;
        Field<?> found = fields.stream()
                .filter(each -> each.name().equals(field) && (!byId || each.type() instanceof ReferenceType))
                .findFirst()
                .orElseThrow(() -> new Refusal.Malformed(
                        type.find(field).isPresent() ? "field-not-writable" : "unknown-field", name));
        if (!used.add(name)) {
            throw new Refusal.Malformed("field-mapped-twice", name);
        }
        return new Target.Into(found, byId);
    }

    private static Target guessed(String column, Map<String, Field<?>> names, Set<String> used) {
        boolean byId = column.endsWith(BY_ID);
        String words = byId ? column.substring(0, column.length() - BY_ID.length()) : column;
        Field<?> field = names.get(FieldWords.squeezed(words));
        if (field == null || (byId && !(field.type() instanceof ReferenceType))) {
            return Target.NOWHERE;
        }
        return used.add(byId ? field.name() + BY_ID : field.name()) ? new Target.Into(field, byId) : Target.NOWHERE;
    }
}
