package org.peyvand.api;

import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells which types and fields there are, and makes, changes and hides the types of the organisation. */
@RestController
@RequestMapping(path = "/api/v1/meta/types", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class MetaController {

    private final CurrentActor current;
    private final Models models;
    private final Types types;
    private final MetaJson json;

    MetaController(CurrentActor current, Models models, Types types, MetaJson json) {
        this.current = current;
        this.models = models;
        this.types = types;
        this.json = json;
    }

    @GetMapping
    @Parameters
    JsonNode all() {
        Actor actor = current.actor();
        Model model = models.current();
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        for (RecordType type : model.types()) {
            if (types.mayAnything(actor, type)) {
                data.add(json.type(actor, model, type));
            }
        }
        return Pages.data(data);
    }

    @GetMapping("/{type}")
    @Parameters
    JsonNode one(@PathVariable String type) {
        Actor actor = current.actor();
        return json.type(actor, models.current(), types.find(actor, type));
    }
}
