package org.peyvand.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.access.Tokens;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.InvalidValue;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes and revokes the tokens by which programs act for a user. */
@RestController
@RequestMapping(path = "/api/v1/users/{id}/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class TokensController {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final CurrentActor current;
    private final Tokens tokens;

    TokensController(CurrentActor current, Tokens tokens) {
        this.current = current;
        this.tokens = tokens;
    }

    @PostMapping
    @Parameters
    ResponseEntity<JsonNode> create(@PathVariable UUID id, @Body JsonNode body) {
        Members.only(body, Set.of("name", "expiresAt"));
        Tokens.NewToken made =
                tokens.create(current.actor(), id, Members.required(body, "name"), instant(body.get("expiresAt")));
        ObjectNode json = NODES.objectNode();
        json.put("id", made.id().toString());
        json.put("name", made.name());
        json.put("token", made.token());
        json.put("expiresAt", text(made.expiresAt()));
        return ResponseEntity.created(URI.create("/api/v1/users/" + id + "/tokens/" + made.id()))
                .body(json);
    }

    @GetMapping
    @Parameters
    JsonNode list(@PathVariable UUID id) {
        ArrayNode data = NODES.arrayNode();
        for (Tokens.Token token : tokens.list(current.actor(), id)) {
            ObjectNode json = data.addObject();
            json.put("id", token.id().toString());
            json.put("name", token.name());
            json.put("prefix", token.prefix());
            json.put("createdAt", token.createdAt().toString());
            json.put("expiresAt", text(token.expiresAt()));
            json.put("usedAt", text(token.usedAt()));
        }
        return Pages.data(data);
    }

    @DeleteMapping("/{token}")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @PathVariable UUID token) {
        tokens.revoke(current.actor(), id, token);
    }

    private static @Nullable Instant instant(@Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return null;
        }
        try {
            return new InstantType().fromJson(json);
        } catch (InvalidValue invalid) {
            throw new Refusal.Invalid(List.of(Problem.of("expiresAt", invalid)));
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
