package org.peyvand.api;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.InvalidValue;
import org.peyvand.record.field.UuidType;
import org.peyvand.search.MergingTags;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Merges tags. */
@RestController
@Requires(Requires.Permission.SIGNED_IN)
class TagsController {

    private final CurrentActor current;
    private final MergingTags merging;

    TagsController(CurrentActor current, MergingTags merging) {
        this.current = current;
        this.merging = merging;
    }

    /** {@code {"into": id}}: 200 with the change set, or 202 with a job when many records carry the tag. */
    @PostMapping(path = "/api/v1/tags/{id}/merge", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    ResponseEntity<JsonNode> merge(@PathVariable UUID id, @Body JsonNode body) {
        Members.only(body, Set.of("into"));
        MergingTags.Started started = merging.start(current.actor(), id, into(body));
        String changeSet = started.changeSet().toString();
        return started.job()
                .map(job -> ResponseEntity.accepted()
                        .location(URI.create("/api/v1/jobs/" + job.id()))
                        .header(Answers.CHANGE_SET, changeSet)
                        .<JsonNode>body(ExchangeJson.write(job)))
                .orElseGet(() -> ResponseEntity.ok()
                        .header(Answers.CHANGE_SET, changeSet)
                        .body(JsonNodeFactory.instance.objectNode().put("changeSet", changeSet)));
    }

    private static UUID into(JsonNode body) {
        try {
            return UuidType.parse(Members.required(body, "into"));
        } catch (InvalidValue invalid) {
            throw new Refusal.Invalid(List.of(Problem.of("into", invalid)));
        }
    }
}
