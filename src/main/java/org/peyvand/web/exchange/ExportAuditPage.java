package org.peyvand.web.exchange;

import java.util.List;
import org.peyvand.access.Requires;
import org.peyvand.exchange.ExportAudit;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.web.AdministratorPlaces;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the administrator who took which records out, and how many. */
@Controller
@Requires(Requires.Permission.ADMINISTRATOR)
class ExportAuditPage implements AdministratorPlaces {

    private static final String HERE = "/admin/exports";
    private static final int LATEST = 200;

    private final ExportAudit audit;
    private final Models models;
    private final Labels labels;

    ExportAuditPage(ExportAudit audit, Models models, Labels labels) {
        this.audit = audit;
        this.models = models;
        this.labels = labels;
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(7, "file-export", "transfer.audit", HERE));
    }

    @GetMapping(HERE)
    String show(Page page, Model model) {
        model.addAttribute(
                "lines",
                audit.latest(LATEST).stream().map(entry -> line(entry, page)).toList());
        return "web/exchange/audit";
    }

    private AuditLine line(ExportAudit.Entry entry, Page page) {
        String plural = entry.request().path("type").asString("");
        String type = models.current()
                .find(plural)
                .map(found -> labels.many(found, page.presentation().language()))
                .orElse(plural);
        String filter = entry.request().path("filter").isObject()
                ? entry.request().path("filter").toString()
                : "";
        String words = entry.request().path("q").asString("");
        return new AuditLine(
                entry.name(),
                type,
                (words + " " + filter).strip(),
                page.number(entry.rows()),
                page.presentation().instant(entry.at()),
                page.t("transfer.status." + entry.status()));
    }
}
