package org.peyvand.activity.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.activity.Task;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finishes and puts off tasks from within the work inbox. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class InboxTaskController {

    /** When a task without an hour of its own is due. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final CurrentActor current;
    private final Models models;
    private final ReadGate reads;
    private final WriteGate writes;
    private final Clock clock;

    InboxTaskController(CurrentActor current, Models models, ReadGate reads, WriteGate writes, Clock clock) {
        this.current = current;
        this.models = models;
        this.reads = reads;
        this.writes = writes;
        this.clock = clock;
    }

    @PostMapping("/inbox/tasks/{id}/done")
    String done(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Page page,
            Model model,
            RedirectAttributes redirect) {
        Written written = write(id, Draft.of(Task.STATUS, Task.DONE));
        return answer(written, page.t("inbox.done.note"), partial != null, model, redirect);
    }

    /** At the same hour of the reader's tomorrow. */
    @PostMapping("/inbox/tasks/{id}/tomorrow")
    String tomorrow(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Page page,
            Model model,
            RedirectAttributes redirect) {
        Actor actor = current.actor();
        StoredRecord task = reads.find(actor, type(), id).orElseThrow(Refusal.NotFound::new);
        Instant due = task.get(Task.DUE_AT);
        ZonedDateTime now = clock.instant().atZone(page.presentation().zone());
        LocalTime hour =
                due == null ? MORNING : due.atZone(page.presentation().zone()).toLocalTime();
        Instant later =
                now.toLocalDate().plusDays(1).atTime(hour).atZone(now.getZone()).toInstant();
        Written written = write(id, Draft.of(Task.DUE_AT, later));
        return answer(written, page.t("inbox.later.note"), partial != null, model, redirect);
    }

    private Written write(UUID id, Draft draft) {
        return writes.write(current.actor(), Batch.of(new Write.Update(type(), id, null, draft)));
    }

    private static String answer(
            Written written, String text, boolean partial, Model model, RedirectAttributes redirect) {
        Note note = written.changeSet() == null
                ? Note.good(text)
                : Note.good(text).undoable("/change-sets/" + written.changeSet() + "/undo");
        if (partial) {
            model.addAttribute("note", note);
            return "web/inbox/gone";
        }
        redirect.addFlashAttribute(Note.ATTRIBUTE, note);
        return "redirect:/";
    }

    private RecordType type() {
        return models.current().effective(Task.TYPE);
    }
}
