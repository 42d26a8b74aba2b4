package org.peyvand.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.exchange.ExportRequest;
import org.peyvand.exchange.Import;
import org.peyvand.exchange.ImportRequest;
import org.peyvand.exchange.Importing;
import org.peyvand.job.Job;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.databind.JsonNode;

/** Imports of files: looked at before, started, watched, reported and taken back. */
@RestController
@RequestMapping("/api/v1/imports")
@Requires(Requires.Permission.SIGNED_IN)
class ImportsController {

    private static final Set<String> PARTS = Set.of(Uploads.FILE, "type", "mapping", "values", "options");

    private final CurrentActor current;
    private final Importing importing;
    private final Uploads uploads;
    private final UndoAnswers undone;
    private final Messages messages;

    ImportsController(
            CurrentActor current, Importing importing, Uploads uploads, UndoAnswers undone, Messages messages) {
        this.current = current;
        this.importing = importing;
        this.uploads = uploads;
        this.undone = undone;
        this.messages = messages;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters("preview")
    ResponseEntity<JsonNode> start(HttpServletRequest request, @RequestParam @Nullable String preview)
            throws HttpMediaTypeNotSupportedException, MissingServletRequestPartException {
        Actor actor = current.actor();
        boolean looking = flag(preview);
        MultipartHttpServletRequest parts = uploads.parts(request, PARTS);
        UUID stored = uploads.stored(actor, parts);
        ImportRequest wanted = wanted(actor, parts, stored);
        boolean kept = stored != null;
        try {
            if (looking) {
                return ResponseEntity.ok(ExchangeJson.write(importing.preview(actor, wanted), sentences()));
            }
            Import started = importing.start(actor, wanted);
            kept = true;
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/imports/" + started.id()))
                    .body(ExchangeJson.write(started));
        } finally {
            if (!kept) {
                uploads.forget(wanted.file());
            }
        }
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    JsonNode find(@PathVariable UUID id) {
        return ExchangeJson.write(importing.find(current.actor(), id).orElseThrow(Refusal.NotFound::new));
    }

    @GetMapping("/{id}/failures")
    @Parameters("format")
    void failures(
            @PathVariable UUID id, @RequestParam(defaultValue = "csv") String format, HttpServletResponse response)
            throws IOException {
        ExportRequest.Format wanted = ExportRequest.Format.of(format);
        Actor actor = current.actor();
        Import run = importing.find(actor, id).orElseThrow(Refusal.NotFound::new);
        response.setContentType(wanted.mediaType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition("failures-" + wanted.nameOf(run.fileName())));
        importing.failures(actor, id, current.language(), wanted, response.getOutputStream());
    }

    @DeleteMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters("onConflict")
    ResponseEntity<JsonNode> undo(@PathVariable UUID id, @RequestParam @Nullable String onConflict) {
        Actor actor = current.actor();
        boolean skip = UndoAnswers.skips(onConflict);
        Import found = importing.find(actor, id).orElseThrow(Refusal.NotFound::new);
        Job job = importing.undo(actor, id, skip).orElse(null);
        return job != null ? UndoAnswers.later(job) : undone.done(actor, found.changeSet());
    }

    private ImportRequest wanted(Actor actor, MultipartHttpServletRequest parts, @Nullable UUID stored)
            throws MissingServletRequestPartException {
        String type = Uploads.text(parts, "type");
        if (type == null) {
            throw new Refusal.Malformed(List.of(Problem.of("type", "required", "type")), "missing-part", "type");
        }
        JsonNode mapping = Uploads.json(parts, "mapping");
        JsonNode values = Uploads.json(parts, "values");
        JsonNode options = Uploads.json(parts, "options");
        UUID file = stored != null ? stored : uploads.store(actor, parts).id();
        return new ImportRequest(type, file, mapping, values, options);
    }

    private static boolean flag(@Nullable String preview) {
        if (preview != null && !preview.equals("true") && !preview.equals("false")) {
            throw Refusal.Malformed.about("preview", "bad-parameter", "preview");
        }
        return "true".equals(preview);
    }

    private ExchangeJson.Sentences sentences() {
        Locale language = current.language();
        return (code, arguments) -> messages.text(language, "problem." + code, arguments.toArray());
    }
}
