package org.peyvand.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.exchange.Export;
import org.peyvand.exchange.ExportAudit;
import org.peyvand.exchange.ExportRequest;
import org.peyvand.exchange.Exporting;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Exports of records to files: started, watched and fetched. */
@RestController
@RequestMapping("/api/v1/exports")
@Requires(Requires.Permission.SIGNED_IN)
class ExportsController {

    private static final Set<String> MEMBERS =
            Set.of("type", "filter", "q", "sort", "fields", "format", "safe", "calendar");

    private final CurrentActor current;
    private final Exporting exporting;
    private final ExportAudit audit;

    ExportsController(CurrentActor current, Exporting exporting, ExportAudit audit) {
        this.current = current;
        this.exporting = exporting;
        this.audit = audit;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    ResponseEntity<JsonNode> start(@Body JsonNode body) {
        Members.only(body, MEMBERS);
        String format = Members.text(body, "format");
        JsonNode filter = body.get("filter");
        Export export = exporting.start(
                current.actor(),
                new ExportRequest(
                        Members.required(body, "type"),
                        filter == null || filter.isNull() ? null : filter,
                        Members.text(body, "q"),
                        Members.text(body, "sort"),
                        fields(body.get("fields")),
                        ExportRequest.Format.of(format == null ? "csv" : format),
                        !Boolean.FALSE.equals(Members.flag(body, "safe")),
                        jalali(Members.text(body, "calendar")),
                        null));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/exports/" + export.id()))
                .body(ExchangeJson.write(export));
    }

    /** Everybody's, newest first. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters("limit")
    @Requires(Requires.Permission.ADMINISTRATOR)
    JsonNode all(@RequestParam(defaultValue = "50") int limit) {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        audit.latest(Math.clamp(limit, 1, 200)).forEach(entry -> data.add(ExchangeJson.write(entry)));
        return Pages.data(data);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    JsonNode find(@PathVariable UUID id) {
        return ExchangeJson.write(exporting.find(current.actor(), id).orElseThrow(Refusal.NotFound::new));
    }

    @GetMapping("/{id}/file")
    @Parameters
    ResponseEntity<Resource> file(@PathVariable UUID id) {
        Actor actor = current.actor();
        Export export = exporting.find(actor, id).orElseThrow(Refusal.NotFound::new);
        return Downloads.of(export.fileName(), MediaType.parseMediaType(export.mediaType()), exporting.open(actor, id));
    }

    private static boolean jalali(@Nullable String calendar) {
        if (calendar != null && !calendar.equals("jalali") && !calendar.equals("gregorian")) {
            throw new Refusal.Invalid(List.of(Problem.of("calendar", "bad-option", "calendar", calendar)));
        }
        return "jalali".equals(calendar);
    }

    private static @Nullable List<String> fields(@Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return null;
        }
        if (!json.isArray()) {
            throw new Refusal.Invalid(List.of(Problem.of("fields", "not-a-list")));
        }
        List<String> fields = new ArrayList<>();
        for (JsonNode each : json) {
            if (!each.isString()) {
                throw new Refusal.Invalid(List.of(Problem.of("fields", "not-text")));
            }
            fields.add(each.stringValue());
        }
        return fields;
    }
}
