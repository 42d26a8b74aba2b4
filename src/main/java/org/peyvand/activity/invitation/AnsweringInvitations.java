package org.peyvand.activity.invitation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.write.Written;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers an invitation from the page of the meeting or from the work inbox; another answer takes it back. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class AnsweringInvitations {

    private final CurrentActor current;
    private final MeetingAnswers answers;

    AnsweringInvitations(CurrentActor current, MeetingAnswers answers) {
        this.current = current;
        this.answers = answers;
    }

    @PostMapping("/meetings/{id}/answer")
    String answer(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String response,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Page page,
            Model model,
            HttpServletResponse sent,
            RedirectAttributes redirect) {
        Note note = note(answers.answer(current.actor(), id, response), id, page.t("invitation.said." + response));
        if (partial == null) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, note);
            return "redirect:/meetings/" + id;
        }
        model.addAttribute("note", note);
        sent.setHeader("HX-Trigger", "inbox-changed");
        return "web/inbox/gone";
    }

    private static Note note(Written written, UUID meeting, String text) {
        Note note = Note.good(text).leading("/meetings/" + meeting);
        return written.changeSet() == null ? note : note.undoable("/change-sets/" + written.changeSet() + "/undo");
    }
}
