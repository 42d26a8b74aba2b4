package org.peyvand.activity.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.Task;
import org.peyvand.locale.DateInput;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Occurrences;
import org.peyvand.record.write.Occurrences.Scope;
import org.peyvand.record.write.Occurrences.Time;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
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

/** Finishes what stands in the work inbox. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class InboxActs {

    private final CurrentActor current;
    private final Models models;
    private final WriteGate writes;
    private final Occurrences occurrences;

    InboxActs(CurrentActor current, Models models, WriteGate writes, Occurrences occurrences) {
        this.current = current;
        this.models = models;
        this.writes = writes;
        this.occurrences = occurrences;
    }

    @PostMapping("/inbox/tasks/{id}/done")
    String done(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Written written = write(Task.TYPE, id, Draft.of(Task.STATUS, Task.DONE));
        return answer(written, page.t("inbox.done.note"), partial != null, new Answer(model, response, redirect));
    }

    /** {@code day} is that of one time of a series, which then stands by itself. */
    @PostMapping("/inbox/meetings/{id}/held")
    String held(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String day,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Page page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Draft held = Draft.of(Meeting.STATUS, "held");
        Written written = day == null
                ? write(Meeting.TYPE, id, held)
                : occurrences.change(
                        current.actor(), Meeting.TIMING, new Time(type(Meeting.TYPE), id, day(day), Scope.ONE), held);
        return answer(written, page.t("inbox.held.note"), partial != null, new Answer(model, response, redirect));
    }

    private static LocalDate day(String written) {
        return DateInput.strict(written).orElseThrow(() -> new Refusal.Malformed("bad-parameter", "day"));
    }

    private Written write(RecordType declared, UUID id, Draft draft) {
        return writes.write(current.actor(), Batch.of(new Write.Update(type(declared), id, null, draft)));
    }

    /** Where an answer is written to. */
    private record Answer(Model model, HttpServletResponse response, RedirectAttributes redirect) {}

    private static String answer(Written written, String text, boolean partial, Answer answer) {
        Note note = written.changeSet() == null
                ? Note.good(text)
                : Note.good(text).undoable("/change-sets/" + written.changeSet() + "/undo");
        if (partial) {
            answer.model.addAttribute("note", note);
            answer.response.setHeader("HX-Trigger", "inbox-changed");
            return "web/inbox/gone";
        }
        answer.redirect.addFlashAttribute(Note.ATTRIBUTE, note);
        return "redirect:/";
    }

    private RecordType type(RecordType declared) {
        return models.current().effective(declared);
    }
}
