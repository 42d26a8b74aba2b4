package org.peyvand.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Invitations;
import org.peyvand.access.Requires;
import org.peyvand.access.Tokens;
import org.peyvand.access.Users;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
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

/** People: who they are, where they stand, what they may do, whether they may come in. */
@Controller
@RequestMapping("/admin/users")
@Requires(Requires.Permission.ADMINISTRATOR)
class UsersAdmin {

    private final People people;
    private final Users users;
    private final Invitations invitations;
    private final Tokens tokens;

    UsersAdmin(People people, Users users, Invitations invitations, Tokens tokens) {
        this.people = people;
        this.users = users;
        this.invitations = invitations;
        this.tokens = tokens;
    }

    @GetMapping
    String list(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        People.UserList found = people.users(actor, page, q, after);
        model.addAttribute("users", found.rows());
        model.addAttribute("next", found.next());
        model.addAttribute("words", q == null ? "" : q);
        return "web/admin/users";
    }

    @GetMapping("/new")
    String blank(Page page, Actor actor, Model model) {
        return form(page, actor, UserForm.blank(), List.of(), null, model);
    }

    /** Makes the user and sends, or shows, the link by which they choose their password. */
    @PostMapping
    String invite(
            Page page,
            Actor actor,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        UserForm form = UserForm.of(null, sent, false);
        try {
            UUID id = users.create(actor, null, form.draft(), null).single().id();
            if (id == null) {
                throw new IllegalStateException("no user was made");
            }
            if (invitations.areDelivered() && !form.email().isBlank()) {
                return back(redirect, id, page.t("admin.users.invited", form.email()));
            }
            return show(page, actor, id, new Secret("link", invitations.link(actor, id)), model);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return corrected(page, actor, form, refused, model, response);
        }
    }

    @GetMapping("/{id}")
    String show(Page page, Actor actor, @PathVariable UUID id, Model model) {
        return show(page, actor, id, null, model);
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
        UserForm form = UserForm.of(id, sent, true);
        try {
            users.change(actor, id, form.draft());
            return back(redirect, id, page.t("admin.saved"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return corrected(page, actor, form, refused, model, response);
        }
    }

    @PostMapping("/{id}/activation")
    String activate(Page page, Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        users.activate(actor, id);
        return back(redirect, id, page.t("admin.users.activated"));
    }

    @PostMapping("/{id}/deactivation")
    String deactivate(Page page, Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        try {
            users.deactivate(actor, id);
            return back(redirect, id, page.t("admin.users.deactivated"));
        } catch (Refusal.Conflict refused) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(Refused.line(page, refused)));
            return "redirect:/admin/users/" + id;
        }
    }

    @PostMapping("/{id}/link")
    String link(Page page, Actor actor, @PathVariable UUID id, Model model) {
        return show(page, actor, id, new Secret("link", invitations.link(actor, id)), model);
    }

    @PostMapping("/{id}/tokens")
    String token(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            Model model,
            RedirectAttributes redirect) {
        try {
            String made = tokens.create(actor, id, name, null).token();
            return show(page, actor, id, new Secret("token", made), model);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(Refused.line(page, refused)));
            return "redirect:/admin/users/" + id;
        }
    }

    @PostMapping("/{id}/tokens/{token}/revocation")
    String revoke(
            Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID token, RedirectAttributes redirect) {
        tokens.revoke(actor, id, token);
        return back(redirect, id, page.t("admin.tokens.revoked"));
    }

    private String show(Page page, Actor actor, UUID id, @Nullable Secret secret, Model model) {
        UserForm form = people.user(actor, id).map(UserForm::of).orElseThrow(Refusal.NotFound::new);
        return form(page, actor, form, List.of(), secret, model);
    }

    private String corrected(
            Page page, Actor actor, UserForm form, Refusal refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(page, actor, form, Refused.problems(page, refused), null, model);
    }

    private String form(
            Page page, Actor actor, UserForm form, List<Problem> problems, @Nullable Secret secret, Model model) {
        UUID id = form.id();
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("secret", secret);
        model.addAttribute("teams", people.teamChoices(actor));
        model.addAttribute("roles", people.roleChoices(actor, page));
        model.addAttribute("owned", id == null ? List.of() : people.owned(actor, page, id));
        model.addAttribute("tokens", id == null ? List.of() : tokens.list(actor, id));
        return "web/admin/user";
    }

    private static String back(RedirectAttributes redirect, UUID id, String sentence) {
        redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(sentence));
        return "redirect:/admin/users/" + id;
    }
}
