package org.peyvand.web.list;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.job.Job;
import org.peyvand.job.Jobs;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.web.Page;
import org.peyvand.web.value.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.JsonNode;

/** How far long work is that was started from a list, and what came of it. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class WorkController {

    private final CurrentActor current;
    private final Jobs jobs;
    private final Models models;
    private final Labels labels;
    private final Problems problems;

    WorkController(CurrentActor current, Jobs jobs, Models models, Labels labels, Problems problems) {
        this.current = current;
        this.jobs = jobs;
        this.models = models;
        this.labels = labels;
        this.problems = problems;
    }

    @GetMapping("/jobs/{id}")
    String job(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Page page,
            Model model) {
        Job job = jobs.find(current.actor(), id).orElseThrow(Refusal.NotFound::new);
        String type = job.payload().path("type").asString("");
        boolean undoable = job.changeSet() != null && job.status() == Job.Status.DONE;
        return show(
                new Work(
                        page.t("list.job.title", label(type, page)),
                        state(job.status()),
                        percent(job),
                        detail(job, page),
                        job.status().isOver() ? null : "/jobs/" + id,
                        "/" + type,
                        undoable ? "/change-sets/" + job.changeSet() + "/undo" : null,
                        reasons(job, page)),
                partial,
                model);
    }

    private static String show(Work work, @Nullable String partial, Model model) {
        model.addAttribute("work", work);
        return partial == null ? "web/list/work" : "web/list/progress";
    }

    private String label(String type, Page page) {
        return models.current()
                .find(type)
                .map(each -> labels.many(each, page.presentation().language()))
                .orElse(type);
    }

    private static String state(Job.Status status) {
        return switch (status) {
            case QUEUED, RUNNING -> "running";
            case DONE, UNDONE -> "done";
            case FAILED -> "failed";
        };
    }

    private static int percent(Job job) {
        Long total = job.total();
        return job.status() == Job.Status.DONE
                ? 100
                : total == null || total == 0 ? 0 : (int) (100 * job.done() / total);
    }

    private static String detail(Job job, Page page) {
        if (job.status() == Job.Status.FAILED) {
            return page.t("list.job.failed");
        }
        if (!job.status().isOver()) {
            Long total = job.total();
            return page.t(
                    "list.job.progress", page.number(job.done()), page.number(total == null ? job.done() : total));
        }
        JsonNode result = job.result() == null ? job.payload() : job.result();
        long refused = result.path("refused").asLong(0);
        long unchanged = result.path("unchanged").asLong(0);
        String done = page.t("list.job.done", page.number(job.done() - refused - unchanged));
        return done
                + (unchanged == 0 ? "" : " " + page.t("list.job.unchanged", page.number(unchanged)))
                + (refused == 0 ? "" : " " + page.t("list.job.refused", page.number(refused)));
    }

    /** Why records were refused, the most frequent reason first. */
    private List<String> reasons(Job job, Page page) {
        JsonNode counts = job.result() == null
                ? job.payload().path("reasons")
                : job.result().path("reasons");
        RecordType type =
                models.current().find(job.payload().path("type").asString("")).orElse(null);
        return counts.properties().stream()
                .sorted(Comparator.comparingLong(
                        (Map.Entry<String, JsonNode> each) -> -each.getValue().asLong()))
                .map(each -> page.t(
                        "list.job.reason", page.number(each.getValue().asLong()), reason(type, each.getKey(), page)))
                .toList();
    }

    private String reason(@Nullable RecordType type, String counted, Page page) {
        String field = counted.substring(0, counted.indexOf(':'));
        String code = counted.substring(counted.indexOf(':') + 1);
        String sentence = problems.sentence(code, List.of(), page);
        return Optional.ofNullable(type)
                .flatMap(known -> known.find(field)
                        .map(each ->
                                labels.field(known, each, page.presentation().language()) + ": " + sentence))
                .orElse(sentence);
    }
}
