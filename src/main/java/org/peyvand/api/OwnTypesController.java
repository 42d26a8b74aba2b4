package org.peyvand.api;

import java.net.URI;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.overlay.OwnTypes;
import org.peyvand.record.overlay.TypeJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes, changes and hides the record types that an organisation adds, and changes what it calls the others. */
@RestController
@RequestMapping(path = "/api/v1/meta", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.ADMINISTRATOR)
class OwnTypesController {

    private final CurrentActor current;
    private final Models models;
    private final OwnTypes ownTypes;
    private final Types types;
    private final MetaJson json;

    OwnTypesController(CurrentActor current, Models models, OwnTypes ownTypes, Types types, MetaJson json) {
        this.current = current;
        this.models = models;
        this.ownTypes = ownTypes;
        this.types = types;
        this.json = json;
    }

    @PostMapping("/types")
    @Parameters
    ResponseEntity<JsonNode> create(@Body JsonNode body) {
        RecordType made = ownTypes.create(current.actor(), TypeJson.read(body));
        URI location = URI.create("/api/v1/meta/types/" + made.plural());
        return ResponseEntity.created(location).body(answer(made));
    }

    @PatchMapping("/types/{type}")
    @Parameters
    JsonNode change(@PathVariable String type, @Body JsonNode body) {
        Actor actor = current.actor();
        return answer(ownTypes.change(actor, types.find(actor, type).plural(), TypeJson.readChange(body)));
    }

    @DeleteMapping("/types/{type}")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable String type) {
        Actor actor = current.actor();
        ownTypes.retire(actor, types.find(actor, type).plural());
    }

    @PostMapping("/types/{type}/restoration")
    @Parameters
    JsonNode restore(@PathVariable String type) {
        return answer(ownTypes.restore(current.actor(), type));
    }

    @GetMapping("/retired-types")
    @Parameters
    JsonNode retired() {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        for (OwnTypes.Retired type : ownTypes.retired()) {
            data.addObject().put("name", type.name()).set("label", MetaJson.label(type::in));
        }
        return Pages.data(data);
    }

    private JsonNode answer(RecordType type) {
        return json.type(current.actor(), models.current(), type);
    }
}
