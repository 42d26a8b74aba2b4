package org.peyvand.web.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.exchange.ExportAudit;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.web.Page;
import org.peyvand.web.Place;
import org.peyvand.web.Places;
import org.peyvand.web.Section;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the administrator who took which records out, and how many. */
@Controller
@Requires(Requires.Permission.ADMINISTRATOR)
class ExportAuditPage implements Places {

    private static final String HERE = "/admin/exports";
    private static final int LATEST = 200;

    private final ExportAudit audit;
    private final CurrentActor current;
    private final Models models;
    private final Labels labels;
    private final Messages messages;

    ExportAuditPage(ExportAudit audit, CurrentActor current, Models models, Labels labels, Messages messages) {
        this.audit = audit;
        this.current = current;
        this.models = models;
        this.labels = labels;
        this.messages = messages;
    }

    @Override
    public List<Place> of(HttpServletRequest request, Presentation presentation) {
        return current.isAdministrator()
                ? List.of(Place.of(
                        Section.ADMINISTRATION,
                        6,
                        "file-export",
                        messages.text(presentation.language(), "transfer.audit"),
                        HERE))
                : List.of();
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
        return new AuditLine(
                entry.name(),
                type,
                filter,
                page.number(entry.rows()),
                page.presentation().instant(entry.at()),
                page.t("transfer.status." + entry.status()));
    }
}
