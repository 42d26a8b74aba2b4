package org.peyvand.web.notice;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.notice.Notices;
import org.peyvand.record.Actor;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a mention out of the work inbox, and puts it back. */
@Controller
@RequestMapping("/inbox/mentions/{id}")
@Requires(Requires.Permission.SIGNED_IN)
class FinishingMentions {

    private final Notices notices;

    FinishingMentions(Notices notices) {
        this.notices = notices;
    }

    @PostMapping("/done")
    String done(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Actor actor,
            Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        notices.read(actor, id);
        Note note = Note.good(page.t("inbox.done.note")).undoable("/inbox/mentions/" + id + "/return");
        if (partial == null) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, note);
            return "redirect:/";
        }
        model.addAttribute("note", note);
        response.setHeader("HX-Trigger", "inbox-changed");
        return "web/inbox/gone";
    }

    @PostMapping("/return")
    String back(@PathVariable UUID id, Actor actor) {
        notices.keep(actor, id);
        return "redirect:/?show=mention";
    }
}
