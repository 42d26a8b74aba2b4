package org.peyvand.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Refusal;
import org.peyvand.record.overlay.Layout;
import org.peyvand.record.overlay.LayoutJson;
import org.peyvand.record.overlay.OwnLayouts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The layouts of a type: one for everybody, called {@code default}, and one for each role that has its own. */
@RestController
@RequestMapping(path = "/api/v1/meta/types/{type}/layouts", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.ADMINISTRATOR)
class LayoutsController {

    private final CurrentActor current;
    private final Types types;
    private final OwnLayouts layouts;

    LayoutsController(CurrentActor current, Types types, OwnLayouts layouts) {
        this.current = current;
        this.types = types;
        this.layouts = layouts;
    }

    @GetMapping
    @Parameters
    JsonNode all(@PathVariable String type) {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        for (Layout layout : layouts.of(plural(type))) {
            data.add(LayoutJson.write(layout).put("role", word(layout.role())));
        }
        return Pages.data(data);
    }

    @PutMapping("/{role}")
    @Parameters
    JsonNode put(@PathVariable String type, @PathVariable String role, @Body JsonNode body) {
        Layout layout = LayoutJson.read(plural(type), role(role), body);
        layouts.put(current.actor(), layout);
        return LayoutJson.write(layout).put("role", word(layout.role()));
    }

    @DeleteMapping("/{role}")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String type, @PathVariable String role) {
        layouts.remove(current.actor(), plural(type), role(role));
    }

    private String plural(String type) {
        return types.find(current.actor(), type).plural();
    }

    private static String word(@Nullable UUID role) {
        return role == null ? "default" : role.toString();
    }

    private static @Nullable UUID role(String word) {
        try {
            return word.equals("default") ? null : UUID.fromString(word);
        } catch (IllegalArgumentException _) {
            throw new Refusal.NotFound();
        }
    }
}
