package org.peyvand.web.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.exchange.ExportRequest;
import org.peyvand.exchange.Import;
import org.peyvand.exchange.Importing;
import org.peyvand.job.Job;
import org.peyvand.job.Jobs;
import org.peyvand.job.Undoing;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.write.ChangeLog;
import org.peyvand.record.write.ChangeSet;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.value.Problems;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's imports: how far they are, what became of them, and their taking back. */
@Controller
@RequestMapping("/imports")
@Requires(Requires.Permission.SIGNED_IN)
class ImportPages {

    private static final int LATEST = 50;
    private static final String JOB = "web/exchange/job";

    private final Importing importing;
    private final ImportTypes types;
    private final Undoing undoing;
    private final ChangeLog log;
    private final Jobs jobs;
    private final Reports reports;
    private final Problems problems;

    ImportPages(
            Importing importing,
            ImportTypes types,
            Undoing undoing,
            ChangeLog log,
            Jobs jobs,
            Reports reports,
            Problems problems) {
        this.importing = importing;
        this.types = types;
        this.undoing = undoing;
        this.log = log;
        this.jobs = jobs;
        this.reports = reports;
        this.problems = problems;
    }

    @GetMapping
    String list(Page page, Actor actor, Model model) {
        List<ImportLine> lines = importing.latest(actor, LATEST).stream()
                .map(run -> line(run, page))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("exporting", types.mayAny(actor, Operation.EXPORT));
        return "web/exchange/imports";
    }

    @GetMapping("/{id}")
    String show(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID undo,
            @RequestParam(defaultValue = "false") boolean conflict,
            Model model) {
        Import run = find(actor, id);
        Job job = undo == null ? null : jobs.find(actor, undo).orElse(null);
        model.addAttribute("report", reports.of(run, page));
        model.addAttribute("conflict", conflict);
        model.addAttribute(
                "progress", job != null && !job.status().isOver() ? undo(id, job, page) : reports.progress(run, page));
        return "web/exchange/report";
    }

    @GetMapping("/{id}/state")
    String state(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response, Model model) {
        Progress progress = reports.progress(find(actor, id), page);
        return progress(progress, "/imports/" + id, response, model);
    }

    @GetMapping("/{id}/undoing/{job}")
    String undoing(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID job,
            HttpServletResponse response,
            Model model) {
        Job found = jobs.find(actor, job).orElseThrow(Refusal.NotFound::new);
        return progress(undo(id, found, page), "/imports/" + id, response, model);
    }

    @GetMapping("/{id}/failures")
    void failures(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        ExportRequest.Format wanted = ExportRequest.Format.of(format);
        Import run = find(actor, id);
        String name = page.t("transfer.failuresName") + "-" + wanted.nameOf(run.fileName());
        response.setContentType(wanted.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        importing.failures(actor, id, page.presentation().language(), wanted, response.getOutputStream());
    }

    @PostMapping("/{id}/undo")
    String undo(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean skip,
            RedirectAttributes redirect) {
        try {
            return after(id, importing.undo(actor, id, skip), page.t("transfer.undone"), redirect);
        } catch (Refusal.Conflict conflict) {
            return refused(id, conflict, page, redirect);
        }
    }

    /** Brings back what was taken back. */
    @PostMapping("/{id}/redo")
    String redo(Page page, Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        UUID undo = Optional.ofNullable(find(actor, id).changeSet())
                .flatMap(changeSet -> log.find(actor, changeSet))
                .map(ChangeSet::undoneBy)
                .orElseThrow(Refusal.NotFound::new);
        try {
            return after(id, undoing.start(actor, undo, true).job(), page.t("transfer.redone"), redirect);
        } catch (Refusal.Conflict conflict) {
            return refused(id, conflict, page, redirect);
        }
    }

    private static String after(UUID id, Optional<Job> job, String done, RedirectAttributes redirect) {
        if (job.isPresent()) {
            return "redirect:/imports/" + id + "?undo=" + job.get().id();
        }
        redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(done));
        return "redirect:/imports/" + id;
    }

    private String refused(UUID id, Refusal.Conflict conflict, Page page, RedirectAttributes redirect) {
        redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(problems.sentence(conflict, page)));
        boolean passable = conflict.code().matches("changed-since|undo-conflict");
        return "redirect:/imports/" + id + (passable ? "?conflict=true" : "");
    }

    /** A fragment that asks for itself again, and the whole page anew when the work is over. */
    private static String progress(Progress progress, String href, HttpServletResponse response, Model model) {
        if (progress.pollHref() == null) {
            response.setHeader("HX-Redirect", href);
        }
        model.addAttribute("progress", progress);
        return JOB;
    }

    private static Progress undo(UUID id, Job job, Page page) {
        boolean over = job.status().isOver();
        Long total = job.total();
        return new Progress(
                "undo-" + job.id(),
                page.t("transfer.undoing"),
                !over ? "running" : job.status() == Job.Status.FAILED ? "failed" : "done",
                over ? 100 : Progress.percent(job.done(), total == null ? 0 : total),
                page.t("transfer.progress", page.number(job.done()), page.number(total == null ? 0 : total)),
                over ? null : "/imports/" + id + "/undoing/" + job.id());
    }

    private ImportLine line(Import run, Page page) {
        String tone = switch (run.status()) {
            case "done" -> run.failed() > 0 ? "warn" : "good";
            case "failed" -> "bad";
            case "undone" -> "";
            default -> "acc";
        };
        return new ImportLine(
                "/imports/" + run.id(),
                run.fileName(),
                reports.many(run, page),
                page.presentation().instant(run.createdAt()),
                page.number(run.rows()),
                page.t("transfer.status." + run.status()),
                tone);
    }

    private Import find(Actor actor, UUID id) {
        return importing.find(actor, id).orElseThrow(Refusal.NotFound::new);
    }
}
