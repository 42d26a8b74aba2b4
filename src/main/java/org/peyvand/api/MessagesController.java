package org.peyvand.api;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.locale.Messages;
import org.peyvand.notice.Way;
import org.peyvand.notice.outbox.OutMessage;
import org.peyvand.notice.outbox.Outbox;
import org.peyvand.notice.outbox.Reason;
import org.peyvand.record.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What left the program or is to leave it, and what became of it. */
@RestController
@RequestMapping(path = "/api/v1/messages", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.ADMINISTRATOR)
class MessagesController {

    private static final Set<String> STATES = Set.of("queued", "sending", "sent", "failed", "uncertain", "dropped");

    private final CurrentActor current;
    private final Outbox outbox;
    private final Messages messages;

    MessagesController(CurrentActor current, Outbox outbox, Messages messages) {
        this.current = current;
        this.outbox = outbox;
        this.messages = messages;
    }

    @GetMapping
    @Parameters({"state", "channel", "limit"})
    JsonNode latest(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String channel,
            @RequestParam @Nullable String limit) {
        if (state != null && !STATES.contains(state)) {
            throw new Refusal.Malformed("bad-parameter", "state");
        }
        Way way = channel == null
                ? null
                : Way.of(channel).orElseThrow(() -> new Refusal.Malformed("bad-parameter", "channel"));
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        outbox.latest(current.actor(), state, way, ListParameters.number("limit", limit, 50, 1, 200))
                .forEach(message -> data.add(json(message, current.language())));
        return Pages.data(data);
    }

    /** Sends again what failed or is uncertain. */
    @PostMapping("/{id}/sending")
    @Parameters
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable UUID id) {
        outbox.retry(current.actor(), id);
    }

    private ObjectNode json(OutMessage message, Locale language) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", message.id().toString());
        json.put("channel", message.way().key());
        json.put("purpose", message.purpose());
        json.put("state", message.state());
        json.put("attempts", message.attempts());
        json.put("to", message.sentTo());
        Reason error = message.error();
        json.put("error", error == null ? null : error.text(messages, language));
        json.put("reference", message.reference());
        json.put("parts", message.parts());
        json.put("text", message.text());
        json.put("createdAt", message.createdAt().toString());
        json.put("dueAt", message.dueAt() == null ? null : message.dueAt().toString());
        json.put(
                "finishedAt",
                message.finishedAt() == null ? null : message.finishedAt().toString());
        return json;
    }
}
