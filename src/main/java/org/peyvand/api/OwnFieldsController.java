package org.peyvand.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Option;
import org.peyvand.record.overlay.FieldChange;
import org.peyvand.record.overlay.NewField;
import org.peyvand.record.overlay.OwnFields;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Makes and changes the fields that an organisation adds. */
@RestController
@RequestMapping(path = "/api/v1/meta/types/{type}/fields", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.ADMINISTRATOR)
class OwnFieldsController {

    private static final Set<String> CREATE =
            Set.of("name", "type", "label", "options", "target", "required", "unique");
    private static final Set<String> CHANGE = Set.of("label", "options", "required");

    private final CurrentActor current;
    private final Types types;
    private final OwnFields ownFields;
    private final MetaJson json;
    private final Visibility visibility;

    OwnFieldsController(CurrentActor current, Types types, OwnFields ownFields, MetaJson json, Visibility visibility) {
        this.current = current;
        this.types = types;
        this.ownFields = ownFields;
        this.json = json;
        this.visibility = visibility;
    }

    @PostMapping
    @Parameters
    ResponseEntity<JsonNode> create(@PathVariable String type, @Body JsonNode body) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        names(body, CREATE);
        NewField wanted = newField(body);
        Field<?> field = ownFields.create(actor, found.plural(), wanted);
        URI location = URI.create("/api/v1/meta/types/" + found.plural() + "/fields/" + field.name());
        return ResponseEntity.created(location).body(json.field(types.find(actor, type), field, FieldAccess.WRITABLE));
    }

    @PatchMapping("/{name}")
    @Parameters
    JsonNode change(@PathVariable String type, @PathVariable String name, @Body JsonNode body) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        names(body, CHANGE);
        Field.Label label = label(body.get("label"));
        FieldChange change = new FieldChange(label, flag(body, "required"), options(body.get("options")));
        Field<?> field = ownFields.change(actor, found.plural(), name, change);
        return json.field(types.find(actor, type), field, visibility.access(actor, found, field));
    }

    @DeleteMapping("/{name}")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable String type, @PathVariable String name) {
        Actor actor = current.actor();
        ownFields.retire(actor, types.find(actor, type).plural(), name);
    }

    /** Reads a description of a new field; also used where an import makes one. */
    static NewField newField(JsonNode body) {
        String type = text(body, "type");
        if (type == null) {
            throw required("type");
        }
        Field.Label label = label(body.get("label"));
        NewField wanted = NewField.of(type, label == null ? new Field.Label(null, text(body, "name")) : label);
        String name = text(body, "name");
        wanted = name == null ? wanted : wanted.named(name);
        String target = text(body, "target");
        wanted = target == null ? wanted : wanted.pointingAt(target);
        List<Option> options = options(body.get("options"));
        wanted = options == null ? wanted : wanted.withOptions(options);
        wanted = Boolean.TRUE.equals(flag(body, "required")) ? wanted.asRequired() : wanted;
        return Boolean.TRUE.equals(flag(body, "unique")) ? wanted.asUnique() : wanted;
    }

    private static void names(JsonNode body, Set<String> known) {
        if (!body.isObject()) {
            throw new Refusal.Malformed("not-an-object");
        }
        for (String name : body.propertyNames()) {
            if (!known.contains(name)) {
                throw new Refusal.Malformed(List.of(Problem.of(name, "unknown-field", name)), "unknown-field", name);
            }
        }
    }

    private static Field.@Nullable Label label(@Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return null;
        }
        if (json.isString()) {
            return new Field.Label(json.stringValue(), json.stringValue());
        }
        if (!json.isObject()) {
            throw invalid("label", "not-text");
        }
        return new Field.Label(text(json, "fa"), text(json, "en"));
    }

    /** Keys alone, or objects of a key and a label. */
    private static @Nullable List<Option> options(@Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return null;
        }
        if (!json.isArray()) {
            throw invalid("options", "not-a-list");
        }
        List<Option> options = new ArrayList<>();
        for (JsonNode each : json) {
            if (each.isString()) {
                options.add(Option.of(each.stringValue()));
            } else {
                String key = text(each, "key");
                Field.Label label = label(each.get("label"));
                if (key == null) {
                    throw required("options");
                }
                options.add(label == null ? Option.of(key) : new Option(key, label.fa(), label.en()));
            }
        }
        return options;
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw invalid(name, "not-text");
        }
        return value.stringValue().isBlank() ? null : value.stringValue().strip();
    }

    private static @Nullable Boolean flag(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw invalid(name, "not-a-boolean");
        }
        return value.booleanValue();
    }

    private static Refusal required(String name) {
        return new Refusal.Invalid(List.of(Problem.of(name, "required", name)));
    }

    private static Refusal invalid(String name, String code) {
        return new Refusal.Invalid(List.of(Problem.of(name, code)));
    }
}
