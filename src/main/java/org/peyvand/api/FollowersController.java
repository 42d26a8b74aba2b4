package org.peyvand.api;

import java.util.UUID;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.notice.Followers;
import org.peyvand.record.RecordRef;
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

/** Who follows a record; everybody speaks for themselves. */
@RestController
@RequestMapping(path = "/api/v1/{type}/{id}/followers", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class FollowersController {

    private final CurrentActor current;
    private final Followers followers;

    FollowersController(CurrentActor current, Followers followers) {
        this.current = current;
        this.followers = followers;
    }

    @GetMapping
    @Parameters
    JsonNode list(@PathVariable String type, @PathVariable UUID id) {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        followers
                .of(current.actor(), new RecordRef(type, id))
                .forEach(user -> data.addObject().put("id", user.toString()).put("type", "users"));
        return Pages.data(data);
    }

    @GetMapping("/me")
    @Parameters
    JsonNode mine(@PathVariable String type, @PathVariable UUID id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("following", followers.follows(current.actor(), new RecordRef(type, id)));
    }

    @PutMapping("/me")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void follow(@PathVariable String type, @PathVariable UUID id) {
        followers.follow(current.actor(), new RecordRef(type, id));
    }

    @DeleteMapping("/me")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unfollow(@PathVariable String type, @PathVariable UUID id) {
        followers.unfollow(current.actor(), new RecordRef(type, id));
    }
}
