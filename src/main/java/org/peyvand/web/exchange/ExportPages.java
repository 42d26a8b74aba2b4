package org.peyvand.web.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.exchange.Export;
import org.peyvand.exchange.ExportRequest;
import org.peyvand.exchange.Exporting;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.Operator;
import org.peyvand.web.Page;
import org.peyvand.web.Problem;
import org.peyvand.web.list.ListAddress;
import org.peyvand.web.list.ListState;
import org.peyvand.web.value.Problems;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes the records of a list out as a file. */
@Controller
@RequestMapping("/exports")
@Requires(Requires.Permission.SIGNED_IN)
class ExportPages {

    private final ImportTypes types;
    private final Exporting exporting;
    private final ExportColumns columns;
    private final Problems problems;

    ExportPages(ImportTypes types, Exporting exporting, ExportColumns columns, Problems problems) {
        this.types = types;
        this.exporting = exporting;
        this.columns = columns;
        this.problems = problems;
    }

    @GetMapping
    String ask(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String type,
            Narrowing which,
            @RequestParam(defaultValue = "") List<String> columns,
            Model model) {
        return asking(page, actor, new Asked(type, which, columns), List.of(), model);
    }

    /** The same of what is ticked in a list, or of all that the list holds. */
    @PostMapping("/asked")
    String askTicked(Page page, Actor actor, @RequestParam String type, Ticked ticked, ListAddress list, Model model) {
        ListState state = list.state(types.find(actor, type, Operation.EXPORT));
        JsonNode filter = ticked.filter(state);
        Asked asked = new Asked(
                type,
                new Narrowing(
                        filter == null ? "" : filter.toString(), ticked.isAll() ? state.words() : "", state.sort()),
                state.manner().columns());
        return asking(page, actor, asked, List.of(), model);
    }

    /**
     * What a list sends along.
     *
     * @param ids of the records that are ticked
     * @param all {@code true} for all of the list whatever is ticked
     */
    record Ticked(@Nullable List<UUID> ids, @Nullable String all) {

        boolean isAll() {
            return "true".equals(all);
        }

        /** Null for every record. */
        @Nullable
        JsonNode filter(ListState list) {
            if (isAll()) {
                return list.filter();
            }
            ObjectNode filter = JsonNodeFactory.instance
                    .objectNode()
                    .put("field", SystemFields.ID.name())
                    .put("op", Operator.IN.key());
            ArrayNode many = filter.putArray("value");
            Objects.requireNonNullElse(ids, List.<UUID>of()).forEach(id -> many.add(id.toString()));
            return filter;
        }
    }

    /**
     * What a file is asked for.
     *
     * @param type its plural, empty for the first that may be exported
     * @param columns names of fields to be ticked first, possibly none
     */
    private record Asked(String type, Narrowing which, List<String> columns) {}

    /** The columns of another type, when one is chosen. */
    @GetMapping("/columns")
    String columns(Page page, Actor actor, @RequestParam(defaultValue = "") String type, Model model) {
        addColumns(page, actor, type, List.of(), model);
        return "web/exchange/exportcolumns";
    }

    @PostMapping
    String start(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String type,
            Narrowing which,
            ExportManner manner,
            HttpServletResponse response,
            Model model) {
        RecordType exported = types.find(actor, type, Operation.EXPORT);
        try {
            Export export = exporting.start(
                    actor,
                    new ExportRequest(
                            type,
                            which.condition(),
                            which.words(),
                            which.order(),
                            columns.asked(actor, exported, manner.fieldsOf(type)),
                            ExportRequest.Format.of(manner.formatKey()),
                            manner.isSafe(),
                            manner.isJalali(),
                            manner.isLabelled() ? page.presentation().language() : null));
            return "redirect:/exports/" + export.id();
        } catch (Refusal.Malformed | Refusal.Invalid refused) {
            response.setStatus(422);
            List<Problem> why = List.of(new Problem("type", problems.sentence(refused, page)));
            return asking(page, actor, new Asked(type, which, manner.fieldsOf(type)), why, model);
        }
    }

    @GetMapping("/{id}")
    String show(Page page, Actor actor, @PathVariable UUID id, Model model) {
        Export export = find(actor, id);
        model.addAttribute("progress", progress(export, page));
        model.addAttribute("title", page.t("transfer.export"));
        model.addAttribute("fileName", export.fileName());
        model.addAttribute("download", export.status().equals("done") ? "/exports/" + id + "/file" : null);
        model.addAttribute("back", "/" + export.type());
        return "web/exchange/exported";
    }

    @GetMapping("/{id}/state")
    String state(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response, Model model) {
        Progress progress = progress(find(actor, id), page);
        if (progress.pollHref() == null) {
            response.setHeader("HX-Redirect", "/exports/" + id);
        }
        model.addAttribute("progress", progress);
        return "web/exchange/job";
    }

    @GetMapping("/{id}/file")
    ResponseEntity<Resource> file(Actor actor, @PathVariable UUID id) {
        Export export = find(actor, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(export.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(export.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(exporting.open(actor, id)));
    }

    /** A filter and words are of one type, so that no other is offered beside them. */
    private String asking(Page page, Actor actor, Asked asked, List<Problem> why, Model model) {
        model.addAttribute(
                "types",
                types.choices(actor, Operation.EXPORT, page).stream()
                        .filter(each ->
                                !asked.which().isNarrow() || each.value().equals(asked.type()))
                        .toList());
        addColumns(page, actor, asked.type(), asked.columns(), model);
        model.addAttribute("which", asked.which());
        model.addAttribute("problems", why);
        return "web/exchange/export";
    }

    /** Of the first type that may be exported when none is named, as the form shows it. */
    private void addColumns(Page page, Actor actor, String type, List<String> chosen, Model model) {
        RecordType exported = type.isBlank()
                ? types.all(actor, Operation.EXPORT).stream().findFirst().orElseThrow(Refusal.NotFound::new)
                : types.find(actor, type, Operation.EXPORT);
        model.addAttribute("type", exported.plural());
        model.addAttribute("columns", columns.of(actor, exported, chosen, page));
    }

    private static Progress progress(Export export, Page page) {
        boolean over = export.status().matches("done|failed");
        return new Progress(
                "export-" + export.id(),
                export.fileName(),
                !over ? "running" : export.status(),
                over ? 100 : 5,
                page.t(over ? "transfer.export." + export.status() : "transfer.exported", page.number(export.rows())),
                over ? null : "/exports/" + export.id() + "/state");
    }

    private Export find(Actor actor, UUID id) {
        return exporting.find(actor, id).orElseThrow(Refusal.NotFound::new);
    }
}
