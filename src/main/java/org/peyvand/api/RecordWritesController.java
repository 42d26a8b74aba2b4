package org.peyvand.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.InvalidValue;
import org.peyvand.record.field.UuidType;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Writes single records of any type. */
@RestController
@RequestMapping(path = "/api/v1/{type}", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class RecordWritesController {

    private final CurrentActor current;
    private final Types types;
    private final Drafts drafts;
    private final WriteGate writes;
    private final Answers answers;

    RecordWritesController(CurrentActor current, Types types, Drafts drafts, WriteGate writes, Answers answers) {
        this.current = current;
        this.types = types;
        this.drafts = drafts;
        this.writes = writes;
        this.answers = answers;
    }

    @PostMapping
    @Parameters
    ResponseEntity<JsonNode> create(@PathVariable String type, @Body JsonNode body) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        Draft draft = drafts.read(actor, found, body, Set.of("id"));
        return writes.write(
                actor,
                Batch.of(new Write.Create(found, newId(body), draft)),
                written -> answers.of(actor, found, written, true));
    }

    @PatchMapping("/{id}")
    @Parameters("require")
    ResponseEntity<JsonNode> change(
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam @Nullable String require,
            @Body JsonNode body) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        Integer base = base(ifMatch, require);
        Draft draft = drafts.read(actor, found, body, Set.of());
        return writes.write(
                actor,
                Batch.of(new Write.Update(found, id, base, draft)),
                written -> answers.of(actor, found, written, false));
    }

    @DeleteMapping("/{id}")
    @Parameters("require")
    ResponseEntity<Void> delete(
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam @Nullable String require) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        Written written = writes.write(actor, Batch.of(new Write.Delete(found, id, base(ifMatch, require))));
        return Answers.marked(ResponseEntity.status(HttpStatus.NO_CONTENT), written)
                .build();
    }

    @PostMapping("/{id}/restoration")
    @Parameters
    ResponseEntity<JsonNode> restore(@PathVariable String type, @PathVariable UUID id) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        return writes.write(
                actor, Batch.of(new Write.Restore(found, id)), written -> answers.of(actor, found, written, false));
    }

    /** The version that the caller saw, or null. */
    static @Nullable Integer base(@Nullable String ifMatch, @Nullable String require) {
        if (require != null && !require.equals("version")) {
            throw Refusal.Malformed.about("require", "bad-parameter", "require");
        }
        Integer base = Etags.version(ifMatch);
        if (base == null && require != null) {
            throw new VersionRequired();
        }
        return base;
    }

    /** The id that a new record brings: of version 7, so that records made in a row are stored in a row. */
    static @Nullable UUID newId(JsonNode body) {
        UUID id = id(body);
        if (id != null && id.version() != 7) {
            throw new Refusal.Invalid(List.of(Problem.of("id", "not-version-7")));
        }
        return id;
    }

    static @Nullable UUID id(JsonNode body) {
        JsonNode id = body.isObject() ? body.get("id") : null;
        if (id == null || id.isNull()) {
            return null;
        }
        try {
            return UuidType.parse(id.isString() ? id.stringValue() : "");
        } catch (InvalidValue invalid) {
            throw new Refusal.Invalid(List.of(Problem.of("id", invalid)));
        }
    }

    /** The caller asked to be held to naming the version, and did not. */
    static final class VersionRequired extends RuntimeException {
        VersionRequired() {
            super("If-Match is missing", null, false, false);
        }
    }
}
