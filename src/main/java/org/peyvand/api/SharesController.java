package org.peyvand.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.access.Shares;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.Refusal;
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
import tools.jackson.databind.node.ObjectNode;

/** Shares a record with users and teams beyond its own. */
@RestController
@RequestMapping(path = "/api/v1/{type}/{id}/shares", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class SharesController {

    private final CurrentActor current;
    private final Shares shares;

    SharesController(CurrentActor current, Shares shares) {
        this.current = current;
        this.shares = shares;
    }

    @GetMapping
    @Parameters
    JsonNode list(@PathVariable String type, @PathVariable UUID id) {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        for (Shares.Share share : shares.list(current.actor(), new RecordRef(type, id))) {
            ObjectNode json = data.addObject();
            json.put("type", share.grantee().type());
            json.put("id", share.grantee().id().toString());
            json.put("writable", share.writable());
        }
        return Pages.data(data);
    }

    /** {@code {"writable": true}} or an empty object for reading alone. */
    @PutMapping("/{grantee}")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void share(@PathVariable String type, @PathVariable UUID id, @PathVariable UUID grantee, @Body JsonNode body) {
        Members.only(body, Set.of("writable"));
        if (grantee.equals(id)) {
            throw new Refusal.Invalid(List.of(Problem.of("grantee", "share-not-a-grantee")));
        }
        boolean writable = Boolean.TRUE.equals(Members.flag(body, "writable"));
        shares.share(current.actor(), new RecordRef(type, id), grantee, writable);
    }

    @DeleteMapping("/{grantee}")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String type, @PathVariable UUID id, @PathVariable UUID grantee) {
        shares.revoke(current.actor(), new RecordRef(type, id), grantee);
    }
}
