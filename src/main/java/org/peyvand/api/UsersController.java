package org.peyvand.api;

import java.util.Set;
import java.util.UUID;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.access.User;
import org.peyvand.access.Users;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Draft;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Makes users, and says who they are, whether they come in and what they may do. */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class UsersController {

    private final CurrentActor current;
    private final Models models;
    private final Drafts drafts;
    private final Users users;
    private final Answers answers;

    UsersController(CurrentActor current, Models models, Drafts drafts, Users users, Answers answers) {
        this.current = current;
        this.models = models;
        this.drafts = drafts;
        this.users = users;
        this.answers = answers;
    }

    @PostMapping
    @Parameters
    ResponseEntity<JsonNode> create(@Body JsonNode body) {
        Actor actor = current.actor();
        Draft draft = drafts.read(actor, type(), body, Set.of("id", "password"));
        String password = Members.text(body, "password");
        return answers.of(actor, type(), users.create(actor, RecordWritesController.newId(body), draft, password));
    }

    /** The whole list of roles, by id or name. */
    @PutMapping("/{id}/roles")
    @Parameters
    ResponseEntity<JsonNode> roles(@PathVariable UUID id, @Body JsonNode body) {
        Actor actor = current.actor();
        return answers.of(actor, type(), users.setRoles(actor, id, body));
    }

    @PutMapping("/{id}/activation")
    @Parameters
    ResponseEntity<JsonNode> activate(@PathVariable UUID id) {
        Actor actor = current.actor();
        return answers.of(actor, type(), users.activate(actor, id));
    }

    @DeleteMapping("/{id}/activation")
    @Parameters
    ResponseEntity<JsonNode> deactivate(@PathVariable UUID id) {
        Actor actor = current.actor();
        return answers.of(actor, type(), users.deactivate(actor, id));
    }

    /** {@code {"password", "present"?}}: the present one is needed for one's own. */
    @PutMapping("/{id}/password")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@PathVariable UUID id, @Body JsonNode body) {
        Members.only(body, Set.of("password", "present"));
        String present = Members.text(body, "present");
        users.setPassword(current.actor(), id, present, Members.required(body, "password"), null);
    }

    private RecordType type() {
        return models.current().effective(User.TYPE);
    }
}
