package org.peyvand.activity.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.activity.Task;
import org.peyvand.activity.WorkCalendars;
import org.peyvand.locale.Presentation;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts a task of the work inbox off. */
@Controller
@RequestMapping("/inbox/tasks/{id}/snooze")
@Requires(Requires.Permission.SIGNED_IN)
public class Snoozing {

    /** When a task without an hour of its own is due. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final CurrentActor current;
    private final Models models;
    private final ReadGate reads;
    private final WriteGate writes;
    private final WorkCalendars calendars;
    private final Clock clock;

    Snoozing(
            CurrentActor current,
            Models models,
            ReadGate reads,
            WriteGate writes,
            WorkCalendars calendars,
            Clock clock) {
        this.current = current;
        this.models = models;
        this.reads = reads;
        this.writes = writes;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * One time to choose.
     *
     * @param when in the reader's words
     */
    public record Choice(String key, String label, String when) {}

    /** Asks until when. */
    @GetMapping
    ModelAndView ask(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Page page) {
        StoredRecord task = task(id);
        Snooze.Now now = now(page.presentation());
        LocalTime hour = hour(task, page.presentation());
        List<Choice> choices = new ArrayList<>();
        for (Snooze each : Snooze.values()) {
            each.until(now, hour)
                    .ifPresent(time -> choices.add(new Choice(
                            each.key(),
                            page.t("inbox.snooze." + each.key()),
                            page.presentation().instant(time.toInstant()))));
        }
        return new ModelAndView(partial == null ? "activity/snoozePage" : "activity/snooze")
                .addObject("title", Objects.requireNonNullElse(task.get(Task.SUBJECT), ""))
                .addObject("action", "/inbox/tasks/" + id + "/snooze")
                .addObject("choices", choices);
    }

    /**
     * Puts it off.
     *
     * @param until a key of {@link Snooze}; absent, the same hour of the next working day, and the row takes itself away
     */
    @PostMapping
    ModelAndView snooze(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String until,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Page page,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Presentation reader = page.presentation();
        Snooze.Now now = now(reader);
        Snooze chosen = until == null
                ? Snooze.WORKING
                : Snooze.of(until).orElseThrow(() -> new Refusal.Malformed("bad-parameter", "until"));
        ZonedDateTime later = chosen.until(now, hour(task(id), reader))
                .orElseThrow(() -> new Refusal.Malformed("bad-parameter", "until"));
        Written written = writes.write(
                current.actor(),
                Batch.of(new Write.Update(type(), id, null, Draft.of(Task.DUE_AT, later.toInstant()))));
        String when = chosen == Snooze.LATER
                ? reader.time(later.toInstant())
                : reader.relativeDay(later.toLocalDate(), now.today());
        Note note = note(written, page.t("inbox.snooze.note", when));
        if (partial == null) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, note);
            return new ModelAndView("redirect:/");
        }
        response.setHeader("HX-Trigger", "inbox-changed" + (until == null ? "" : ", dialog-close"));
        if (until == null) {
            return new ModelAndView("web/inbox/gone").addObject("note", note);
        }
        response.setHeader("HX-Reswap", "none");
        return new ModelAndView("web/inbox/referred").addObject("note", note).addObject("row", "task-" + id);
    }

    private Snooze.Now now(Presentation reader) {
        Actor actor = current.actor();
        ZonedDateTime time = clock.instant().atZone(reader.zone());
        return new Snooze.Now(time, reader.calendar(), calendars.of(actor, time.toLocalDate()));
    }

    private static LocalTime hour(StoredRecord task, Presentation reader) {
        Instant due = task.get(Task.DUE_AT);
        return due == null ? MORNING : due.atZone(reader.zone()).toLocalTime();
    }

    private static Note note(Written written, String text) {
        return written.changeSet() == null
                ? Note.good(text)
                : Note.good(text).undoable("/change-sets/" + written.changeSet() + "/undo");
    }

    private StoredRecord task(UUID id) {
        return reads.find(current.actor(), type(), id).orElseThrow(Refusal.NotFound::new);
    }

    private RecordType type() {
        return models.current().effective(Task.TYPE);
    }
}
