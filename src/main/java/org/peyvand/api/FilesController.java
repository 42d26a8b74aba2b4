package org.peyvand.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.file.Files;
import org.peyvand.file.StoredFile;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.databind.JsonNode;

/** Takes files in and gives them out again, to nobody but who brought them. */
@RestController
@RequestMapping("/api/v1/files")
@Requires(Requires.Permission.SIGNED_IN)
class FilesController {

    private final CurrentActor current;
    private final Files files;
    private final Uploads uploads;

    FilesController(CurrentActor current, Files files, Uploads uploads) {
        this.current = current;
        this.files = files;
        this.uploads = uploads;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    ResponseEntity<JsonNode> store(HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException, MissingServletRequestPartException {
        StoredFile file = uploads.store(current.actor(), uploads.parts(request, Set.of(Uploads.FILE)));
        return ResponseEntity.created(URI.create("/api/v1/files/" + file.id())).body(ExchangeJson.write(file));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    JsonNode find(@PathVariable UUID id) {
        return ExchangeJson.write(files.find(current.actor(), id).orElseThrow(Refusal.NotFound::new));
    }

    @GetMapping("/{id}/content")
    @Parameters
    ResponseEntity<Resource> content(@PathVariable UUID id) {
        Actor actor = current.actor();
        StoredFile file = files.find(actor, id).orElseThrow(Refusal.NotFound::new);
        return Downloads.of(file.name(), MediaType.APPLICATION_OCTET_STREAM, files.open(actor, id));
    }
}
