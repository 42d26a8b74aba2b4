package org.peyvand.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.InvalidValue;
import org.peyvand.record.field.UuidType;
import org.peyvand.record.query.RecordName;
import org.peyvand.search.Favourites;
import org.peyvand.search.Recents;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The caller's starred records and views, and what the caller opened last. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class FavouritesController {

    private final CurrentActor current;
    private final Favourites favourites;
    private final Recents recents;

    FavouritesController(CurrentActor current, Favourites favourites, Recents recents) {
        this.current = current;
        this.favourites = favourites;
        this.recents = recents;
    }

    @GetMapping("/favourites")
    @Parameters("limit")
    JsonNode list(@RequestParam @Nullable String limit) {
        int most = ListParameters.number("limit", limit, Favourites.MOST, 1, Favourites.MOST);
        return write(favourites.of(current.actor(), most));
    }

    /** {@code {"order": [ids]}}: the order of the caller's own hand. */
    @PutMapping("/favourites")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrange(@Body JsonNode body) {
        Members.only(body, Set.of("order"));
        JsonNode order = body.get("order");
        if (order == null || !order.isArray()) {
            throw new Refusal.Invalid(List.of(Problem.of("order", "not-a-list")));
        }
        List<UUID> ids = new ArrayList<>();
        for (JsonNode each : order) {
            try {
                ids.add(UuidType.parse(each.isString() ? each.stringValue() : ""));
            } catch (InvalidValue invalid) {
                throw new Refusal.Invalid(List.of(Problem.of("order", invalid)));
            }
        }
        favourites.arrange(current.actor(), ids);
    }

    @PutMapping("/favourites/{type}/{id}")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable String type, @PathVariable UUID id) {
        favourites.add(current.actor(), type, id);
    }

    @DeleteMapping("/favourites/{type}/{id}")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String type, @PathVariable UUID id) {
        favourites.remove(current.actor(), id);
    }

    @GetMapping("/recents")
    @Parameters("limit")
    JsonNode recents(@RequestParam @Nullable String limit) {
        return write(recents.of(current.actor(), ListParameters.number("limit", limit, 20, 1, Recents.KEPT)));
    }

    private static JsonNode write(List<RecordName> names) {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        for (RecordName name : names) {
            ObjectNode json = data.addObject();
            json.put("type", name.ref().type());
            json.put("id", name.ref().id().toString());
            json.put("name", Objects.requireNonNullElse(name.name(), ""));
        }
        return Pages.data(data);
    }
}
