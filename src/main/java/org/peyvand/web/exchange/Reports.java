package org.peyvand.web.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peyvand.exchange.Import;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.web.Page;
import org.peyvand.web.value.Problems;
import org.springframework.stereotype.Component;

/** Says what became of imports. */
@Component
class Reports {

    private final Models models;
    private final Labels labels;
    private final Problems problems;

    Reports(Models models, Labels labels, Problems problems) {
        this.models = models;
        this.labels = labels;
        this.problems = problems;
    }

    Report of(Import run, Page page) {
        String many = many(run, page);
        boolean undone = run.status().equals("undone");
        boolean failed = run.status().equals("failed") || (run.rows() > 0 && run.failed() == run.rows());
        return new Report(
                "/imports/" + run.id(),
                page.t("transfer.import.of", many),
                run.fileName(),
                headline(run, page),
                detail(run, page),
                failed ? "bad" : undone ? "muted" : "good",
                parts(run, page),
                page.number(run.rows()),
                run.rows() == run.done(),
                run.pictures() == 0 ? null : page.t("transfer.pictures", page.number(run.pictures())),
                run.failed() > 0 ? "/imports/" + run.id() + "/failures" : null,
                "/" + run.type() + "?sort=-createdAt",
                many,
                run.changeSet() != null && !undone && run.created() + run.updated() > 0,
                undone);
    }

    Progress progress(Import run, Page page) {
        boolean running = !run.status().matches("done|failed|undone");
        return new Progress(
                "import-" + run.id(),
                run.fileName(),
                running ? "running" : run.status().equals("failed") ? "failed" : "done",
                running ? Progress.percent(run.done(), run.rows()) : 100,
                running
                        ? page.t("transfer.progress", page.number(run.done()), page.number(run.rows()))
                        : headline(run, page),
                running ? "/imports/" + run.id() + "/state" : null);
    }

    String headline(Import run, Page page) {
        return switch (run.status()) {
            case "done" -> page.t("transfer.done", page.number(run.created() + run.updated()), many(run, page));
            case "undone" -> page.t("transfer.undone");
            case "failed" -> page.t("transfer.broken");
            default -> page.t("transfer.running");
        };
    }

    String many(Import run, Page page) {
        return models.current()
                .find(run.type())
                .map((RecordType type) -> labels.many(type, page.presentation().language()))
                .orElse(run.type());
    }

    private String detail(Import run, Page page) {
        String problem = run.problem();
        if (problem != null) {
            return problems.sentence(problem, List.of(), page);
        }
        Instant started = run.startedAt();
        Instant finished = run.finishedAt();
        if (started == null || finished == null) {
            return "";
        }
        Duration took = Duration.between(started, finished);
        Duration whole = took.compareTo(Duration.ofSeconds(1)) < 0
                ? Duration.ofSeconds(1)
                : Duration.ofSeconds(took.toSeconds());
        return page.t("transfer.took", page.presentation().duration(whole));
    }

    private static List<Report.Part> parts(Import run, Page page) {
        List<Report.Part> parts = new ArrayList<>();
        add(parts, "created", "p-created", run.created(), run.rows(), page);
        add(parts, "updated", "p-updated", run.updated(), run.rows(), page);
        add(parts, "skipped", "p-skipped", run.skipped(), run.rows(), page);
        add(parts, "failed", "p-failed", run.failed(), run.rows(), page);
        return parts;
    }

    private static void add(List<Report.Part> parts, String key, String hue, long count, long rows, Page page) {
        int before =
                parts.isEmpty() ? 0 : parts.getLast().before() + parts.getLast().share();
        int share = rows == 0 ? 0 : (int) (count * 1000 / rows);
        BigDecimal percent = rows == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(count * 100).divide(BigDecimal.valueOf(rows), 1, RoundingMode.HALF_UP);
        parts.add(new Report.Part(
                page.t("transfer." + key),
                page.number(count),
                page.presentation().percent(percent),
                hue,
                share,
                before));
    }
}
