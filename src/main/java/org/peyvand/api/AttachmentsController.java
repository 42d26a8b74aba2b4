package org.peyvand.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.file.AttachedFile;
import org.peyvand.file.Attachments;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.InvalidValue;
import org.peyvand.record.field.UuidType;
import org.peyvand.record.write.Outcome;
import org.peyvand.record.write.Written;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The files of a record: stored ones are attached to it, listed, read and detached. */
@RestController
@RequestMapping("/api/v1/{type}/{id}/files")
@Requires(Requires.Permission.SIGNED_IN)
class AttachmentsController {

    private final CurrentActor current;
    private final Attachments attachments;

    AttachmentsController(CurrentActor current, Attachments attachments) {
        this.current = current;
        this.attachments = attachments;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    JsonNode list(@PathVariable String type, @PathVariable UUID id) {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        attachments.of(current.actor(), new RecordRef(type, id)).forEach(file -> data.add(ExchangeJson.write(file)));
        return Pages.data(data);
    }

    /** {@code {"file": id}} or {@code {"files": [id, …]}}: all of them or none. */
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    ResponseEntity<JsonNode> attach(@PathVariable String type, @PathVariable UUID id, @Body JsonNode body) {
        Members.only(body, Set.of("file", "files"));
        Actor actor = current.actor();
        Written written = attachments.attach(actor, new RecordRef(type, id), files(body));
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        for (Outcome outcome : written.outcomes()) {
            UUID attached = outcome.id();
            if (attached != null) {
                data.add(ExchangeJson.write(attachments.find(actor, attached)));
            }
        }
        return Answers.marked(ResponseEntity.status(HttpStatus.CREATED), written)
                .body(Pages.data(data));
    }

    @GetMapping("/{file}/content")
    @Parameters
    ResponseEntity<Resource> content(@PathVariable String type, @PathVariable UUID id, @PathVariable UUID file) {
        AttachedFile found = attachments.find(current.actor(), file);
        if (!found.regarding().equals(new RecordRef(type, id))) {
            throw new Refusal.NotFound();
        }
        return attachments.answer(found, true);
    }

    @DeleteMapping("/{file}")
    @Parameters
    ResponseEntity<Void> detach(@PathVariable String type, @PathVariable UUID id, @PathVariable UUID file) {
        Written written = attachments.detach(current.actor(), new RecordRef(type, id), file);
        return Answers.marked(ResponseEntity.noContent(), written).build();
    }

    private static List<UUID> files(JsonNode body) {
        JsonNode many = body.get("files");
        List<UUID> ids = new ArrayList<>();
        if (many == null || many.isNull()) {
            ids.add(id(Members.required(body, "file")));
        } else if (many.isArray() && !many.isEmpty() && many.size() <= 100) {
            many.forEach(each -> ids.add(id(each.isString() ? each.stringValue() : "")));
        } else {
            throw new Refusal.Invalid(List.of(Problem.of("files", "not-a-list")));
        }
        return ids;
    }

    private static UUID id(String text) {
        try {
            return UuidType.parse(text);
        } catch (InvalidValue invalid) {
            throw new Refusal.Invalid(List.of(Problem.of("file", invalid)));
        }
    }
}
