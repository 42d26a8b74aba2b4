package org.peyvand.api;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.access.Role;
import org.peyvand.access.Roles;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Draft;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Makes and changes roles. */
@RestController
@RequestMapping(path = "/api/v1/roles", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.ADMINISTRATOR)
class RolesController {

    private final CurrentActor current;
    private final Models models;
    private final Drafts drafts;
    private final Roles roles;
    private final Answers answers;

    RolesController(CurrentActor current, Models models, Drafts drafts, Roles roles, Answers answers) {
        this.current = current;
        this.models = models;
        this.drafts = drafts;
        this.roles = roles;
        this.answers = answers;
    }

    @PostMapping
    @Parameters
    ResponseEntity<JsonNode> create(@Body JsonNode body) {
        Actor actor = current.actor();
        Draft draft = drafts.read(actor, type(), body, Set.of("id"));
        return answers.of(actor, type(), roles.create(actor, RecordWritesController.id(body), draft));
    }

    @PatchMapping("/{id}")
    @Parameters
    ResponseEntity<JsonNode> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Body JsonNode body) {
        Actor actor = current.actor();
        Draft draft = drafts.read(actor, type(), body, Set.of());
        return answers.of(actor, type(), roles.update(actor, id, Etags.version(ifMatch), draft));
    }

    @DeleteMapping("/{id}")
    @Parameters
    ResponseEntity<Void> delete(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return Answers.marked(
                        ResponseEntity.status(HttpStatus.NO_CONTENT),
                        roles.delete(current.actor(), id, Etags.version(ifMatch)))
                .build();
    }

    @PostMapping("/{id}/restoration")
    @Parameters
    ResponseEntity<JsonNode> restore(@PathVariable UUID id) {
        Actor actor = current.actor();
        return answers.of(actor, type(), roles.restore(actor, id));
    }

    private RecordType type() {
        return models.current().effective(Role.TYPE);
    }
}
