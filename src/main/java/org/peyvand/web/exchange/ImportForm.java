package org.peyvand.web.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.peyvand.exchange.ImportRequest;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody chose on the page that says where columns go.
 *
 * @param columns empty when nothing was chosen yet, so that everything is guessed
 * @param matchOn fields that tell whether a record is there already
 */
public record ImportForm(
        List<Column> columns,
        List<Replacement> replacements,
        String dateOrder,
        String encoding,
        String delimiter,
        String sheet,
        String onDuplicate,
        Set<String> matchOn,
        String currency,
        String amountUnit,
        boolean createReferences) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_COLUMNS = 500;

    static ImportForm empty(boolean persian) {
        return new ImportForm(
                List.of(), List.of(), "", "", "", "", "create", Set.of(), persian ? "IRR" : "", "", false);
    }

    static ImportForm read(MultiValueMap<String, String> sent) {
        return new ImportForm(
                readColumns(sent),
                readReplacements(sent),
                text(sent, "dateOrder"),
                text(sent, "encoding"),
                text(sent, "delimiter"),
                text(sent, "sheet"),
                text(sent, "onDuplicate"),
                Set.copyOf(sent.getOrDefault("matchOn", List.of())),
                text(sent, "currency"),
                text(sent, "amountUnit"),
                !text(sent, "createReferences").isEmpty());
    }

    /** As the same columns were imported before. */
    static ImportForm again(ImportRequest before, List<String> header) {
        JsonNode mapping = before.mapping() == null ? NODES.objectNode() : before.mapping();
        List<Column> columns = new ArrayList<>();
        for (String name : header) {
            JsonNode target = mapping.path(name);
            String field = target.isString() ? target.stringValue() : "";
            columns.add(new Column(columns.size(), name, "", field, "text", "", "", "muted", ""));
        }
        JsonNode options = before.options() == null ? NODES.objectNode() : before.options();
        Set<String> matchOn = new HashSet<>();
        options.path("matchOn").forEach(each -> matchOn.add(each.asString("")));
        return new ImportForm(
                columns,
                List.of(),
                options.path("dateOrder").asString(""),
                "",
                "",
                "",
                options.path("onDuplicate").asString("create"),
                matchOn,
                options.path("currency").asString(""),
                options.path("amountUnit").asString(""),
                options.path("createReferences").asBoolean(false));
    }

    ImportForm withColumns(List<Column> others) {
        return new ImportForm(
                others,
                others.isEmpty() ? List.of() : replacements,
                dateOrder,
                encoding,
                delimiter,
                sheet,
                onDuplicate,
                matchOn,
                currency,
                amountUnit,
                createReferences);
    }

    ImportRequest request(String type, UUID file) {
        return new ImportRequest(type, file, columns.isEmpty() ? null : mapping(), values(), options());
    }

    ObjectNode options() {
        ObjectNode json = NODES.objectNode();
        put(json, "dateOrder", dateOrder);
        put(json, "encoding", encoding);
        put(json, "delimiter", delimiter);
        put(json, "sheet", sheet);
        put(json, "onDuplicate", onDuplicate);
        put(json, "currency", currency);
        put(json, "amountUnit", amountUnit);
        if (!matchOn.isEmpty() && !onDuplicate.equals("create")) {
            var names = json.putArray("matchOn");
            matchOn.stream().sorted().forEach(names::add);
        }
        json.put("createReferences", createReferences);
        return json;
    }

    private ObjectNode mapping() {
        ObjectNode json = NODES.objectNode();
        for (Column column : columns) {
            if (column.isNew()) {
                json.putObject(column.name()).set("newField", wanted(column));
            } else if (column.isLeftOut()) {
                json.putNull(column.name());
            } else {
                json.put(column.name(), column.target());
            }
        }
        return json;
    }

    private static ObjectNode wanted(Column column) {
        ObjectNode json = NODES.objectNode();
        json.put("type", column.kind());
        String label = column.label().isBlank() ? column.name() : column.label();
        json.putObject("label").put("fa", label).put("en", label);
        if (column.kind().equals("reference")) {
            put(json, "target", column.points());
        }
        return json;
    }

    private ObjectNode values() {
        ObjectNode json = NODES.objectNode();
        for (Replacement each : replacements) {
            ObjectNode words =
                    json.get(each.column()) instanceof ObjectNode known ? known : json.putObject(each.column());
            words.put(each.from(), each.to());
        }
        return json;
    }

    private static List<Column> readColumns(MultiValueMap<String, String> sent) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < MOST_COLUMNS && sent.containsKey("column" + i); i++) {
            columns.add(new Column(
                    i,
                    raw(sent, "column" + i),
                    raw(sent, "example" + i),
                    text(sent, "to" + i),
                    text(sent, "kind" + i).isEmpty() ? "text" : text(sent, "kind" + i),
                    text(sent, "label" + i),
                    text(sent, "points" + i),
                    "muted",
                    ""));
        }
        return columns;
    }

    /** Words of the file, what to write instead, and the one whose suggestion was just taken. */
    private static List<Replacement> readReplacements(MultiValueMap<String, String> sent) {
        List<String> columns = sent.getOrDefault("wordColumn", List.of());
        List<String> from = sent.getOrDefault("word", List.of());
        List<String> to = sent.getOrDefault("instead", List.of());
        List<String> suggested = sent.getOrDefault("suggested", List.of());
        int count = Math.min(Math.min(columns.size(), from.size()), Math.min(to.size(), suggested.size()));
        String taken = text(sent, "take");
        List<Replacement> replacements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String instead = taken.equals(Integer.toString(i)) ? suggested.get(i) : to.get(i);
            if (!instead.isBlank()) {
                replacements.add(new Replacement(columns.get(i), from.get(i), instead.strip()));
            }
        }
        return replacements;
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    private static String raw(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return raw(sent, name).strip();
    }
}
