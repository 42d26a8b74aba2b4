package org.peyvand.api;

import java.net.URI;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.record.overlay.NewFieldJson;
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

    private final CurrentActor current;
    private final Types types;
    private final OwnFields ownFields;
    private final MetaJson json;
    private final Models models;

    OwnFieldsController(CurrentActor current, Types types, OwnFields ownFields, MetaJson json, Models models) {
        this.current = current;
        this.types = types;
        this.ownFields = ownFields;
        this.json = json;
        this.models = models;
    }

    @PostMapping
    @Parameters
    ResponseEntity<JsonNode> create(@PathVariable String type, @Body JsonNode body) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        Field<?> field = ownFields.create(actor, found.plural(), NewFieldJson.read(body));
        URI location = URI.create("/api/v1/meta/types/" + found.plural() + "/fields/" + field.name());
        return ResponseEntity.created(location)
                .body(json.changed(actor, models.current(), types.find(actor, type), field));
    }

    @PatchMapping("/{name}")
    @Parameters
    JsonNode change(@PathVariable String type, @PathVariable String name, @Body JsonNode body) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        Field<?> field = ownFields.change(actor, found.plural(), name, NewFieldJson.readChange(body));
        return json.changed(actor, models.current(), types.find(actor, type), field);
    }

    @DeleteMapping("/{name}")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable String type, @PathVariable String name) {
        Actor actor = current.actor();
        ownFields.retire(actor, types.find(actor, type).plural(), name);
    }

    /** Shows a retired field again. */
    @PostMapping("/{name}/restoration")
    @Parameters
    JsonNode restore(@PathVariable String type, @PathVariable String name) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        Field<?> field = ownFields.restore(actor, found.plural(), name);
        return json.changed(actor, models.current(), types.find(actor, type), field);
    }
}
