package org.peyvand.api;

import java.util.List;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.overlay.Customisation;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The whole customisation as one document, given and taken in. */
@RestController
@RequestMapping(path = "/api/v1/meta/customisation", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.ADMINISTRATOR)
class CustomisationController {

    private final CurrentActor current;
    private final Customisation customisation;

    CustomisationController(CurrentActor current, Customisation customisation) {
        this.current = current;
        this.customisation = customisation;
    }

    @GetMapping
    @Parameters
    JsonNode document() {
        return customisation.document();
    }

    @PostMapping
    @Parameters("preview")
    JsonNode take(@RequestParam(defaultValue = "false") boolean preview, @Body JsonNode body) {
        List<Customisation.Step> steps =
                preview ? customisation.preview(current.actor(), body) : customisation.apply(current.actor(), body);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("applied", !preview);
        ArrayNode done = answer.putArray("steps");
        steps.forEach(step ->
                done.addObject().put("act", step.act()).put("what", step.what()).put("name", step.name()));
        return answer;
    }
}
