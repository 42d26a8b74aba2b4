package org.peyvand.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.peyvand.access.Requires;
import org.peyvand.access.Roles;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Roles, each a matrix of record types and what is done with them, and a list of guarded fields. */
@Controller
@RequestMapping("/admin/roles")
@Requires(Requires.Permission.ADMINISTRATOR)
class RolesAdmin {

    private static final String LIST = "redirect:/admin/roles";

    private final People people;
    private final Roles roles;
    private final Models models;

    RolesAdmin(People people, Roles roles, Models models) {
        this.people = people;
        this.roles = roles;
        this.models = models;
    }

    @GetMapping
    String list(Page page, Actor actor, Model model) {
        model.addAttribute("roles", people.roleChoices(actor, page));
        return "web/admin/roles";
    }

    @GetMapping("/new")
    String blank(Page page, Model model) {
        return form(page, RoleForm.blank(), List.of(), model);
    }

    @PostMapping
    String create(
            Page page,
            Actor actor,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        RoleForm form = RoleForm.of(null, sent);
        try {
            roles.create(actor, null, form.draft());
            return saved(page, redirect);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return corrected(page, form, refused, model, response);
        }
    }

    @GetMapping("/{id}")
    String show(Page page, Actor actor, @PathVariable UUID id, Model model) {
        StoredRecord role = people.role(actor, id).orElseThrow(Refusal.NotFound::new);
        return form(page, RoleForm.of(role, people.label(page, role)), List.of(), model);
    }

    @PostMapping("/{id}")
    String save(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        StoredRecord role = people.role(actor, id).orElseThrow(Refusal.NotFound::new);
        RoleForm form = RoleForm.of(id, sent).keepingName(role, people.label(page, role));
        try {
            roles.update(actor, id, null, form.draft());
            return saved(page, redirect);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return corrected(page, form, refused, model, response);
        }
    }

    @PostMapping("/{id}/deletion")
    String delete(Page page, Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        try {
            roles.delete(actor, id, null);
            return saved(page, redirect);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(Refused.line(page, refused)));
            return LIST + "/" + id;
        }
    }

    private String form(Page page, RoleForm form, List<Problem> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("matrix", RoleMatrix.of(page, models.current(), form));
        return "web/admin/role";
    }

    private String corrected(Page page, RoleForm form, Refusal refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(page, form, Refused.problems(page, refused), model);
    }

    private static String saved(Page page, RedirectAttributes redirect) {
        redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("admin.saved")));
        return LIST;
    }
}
