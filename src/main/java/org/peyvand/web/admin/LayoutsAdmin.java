package org.peyvand.web.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.access.RolePreview;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.overlay.OwnLayouts;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a type is laid out for everybody or for a role, and what that role then sees. */
@Controller
@RequestMapping("/admin/types/{type}/layout")
@Requires(Requires.Permission.ADMINISTRATOR)
class LayoutsAdmin {

    private final Models models;
    private final Labels labels;
    private final OwnLayouts layouts;
    private final People people;

    LayoutsAdmin(Models models, Labels labels, OwnLayouts layouts, People people) {
        this.models = models;
        this.labels = labels;
        this.layouts = layouts;
        this.people = people;
    }

    @GetMapping
    String show(Page page, Actor actor, @PathVariable String type, @RequestParam @Nullable UUID role, Model model) {
        RecordType found = laidOut(type, role);
        Locale language = page.presentation().language();
        StoredRecord shown = role == null ? null : role(actor, role);
        model.addAttribute("type", type);
        model.addAttribute("typeLabel", labels.many(found, language));
        model.addAttribute("role", role == null ? "" : role.toString());
        model.addAttribute("roleLabel", shown == null ? "" : people.label(page, shown));
        model.addAttribute("tabs", tabs(page, actor, type, role));
        model.addAttribute("form", LayoutForm.of(found, labels, language));
        model.addAttribute(
                "sections",
                found.sections().stream()
                        .map(section -> labels.section(section, language))
                        .toList());
        model.addAttribute("preview", preview(found, shown, language));
        model.addAttribute("standing", layouts.find(type, role).isPresent());
        return "web/admin/layout";
    }

    @PostMapping
    String save(
            Page page,
            Actor actor,
            @PathVariable String type,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        UUID role = People.uuid(sent.getFirst("role"));
        RecordType found = laidOut(type, role);
        LayoutForm.Naming naming =
                new LayoutForm.Naming(labels, page.presentation().language());
        layouts.put(actor, LayoutForm.read(found, role, sent, naming));
        redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("admin.saved")));
        return here(type, role);
    }

    @PostMapping("/removal")
    String remove(
            Page page,
            Actor actor,
            @PathVariable String type,
            @RequestParam @Nullable UUID role,
            RedirectAttributes redirect) {
        layouts.remove(actor, laidOut(type, role).plural(), role);
        redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("layoutadmin.removed")));
        return here(type, role);
    }

    private LayoutPreview preview(RecordType type, @Nullable StoredRecord role, Locale language) {
        if (role == null) {
            return LayoutPreview.of(type, labels, language, true, field -> true);
        }
        RolePreview sight = RolePreview.of(role);
        return LayoutPreview.of(type, labels, language, sight.reads(type), field -> sight.reads(type, field));
    }

    private List<Tab> tabs(Page page, Actor actor, String type, @Nullable UUID current) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(Tab.of(page.t("layoutadmin.everybody"), "/admin/types/" + type + "/layout", current == null));
        for (StoredRecord role : people.roles(actor)) {
            tabs.add(Tab.of(
                    people.label(page, role),
                    "/admin/types/" + type + "/layout?role=" + role.id(),
                    role.id().equals(current)));
        }
        return tabs;
    }

    private StoredRecord role(Actor actor, UUID id) {
        return people.role(actor, id).orElseThrow(Refusal.NotFound::new);
    }

    private RecordType laidOut(String plural, @Nullable UUID role) {
        RecordType type = models.current().find(plural).orElseThrow(Refusal.NotFound::new);
        return models.current().laidOut(type, role == null ? List.of() : List.of(role));
    }

    private static String here(String type, @Nullable UUID role) {
        return "redirect:/admin/types/" + type + "/layout" + (role == null ? "" : "?role=" + role);
    }
}
