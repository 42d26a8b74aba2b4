package org.peyvand.web.calendar;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Occurrences;
import org.peyvand.record.write.Occurrences.Scope;
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

/**
 * Asks what to do with one time of something that comes again: change or remove it alone, or with all that follow. What is to be
 * changed becomes a record of its own, on whose page one goes on.
 */
@Controller
@RequestMapping("/calendar/{type:[a-z][a-z0-9-]*}/{id}/times/{day}")
@Requires(Requires.Permission.SIGNED_IN)
class OneTime {

    private final CurrentActor current;
    private final Models models;
    private final ReadGate reads;
    private final Occurrences occurrences;

    OneTime(CurrentActor current, Models models, ReadGate reads, Occurrences occurrences) {
        this.current = current;
        this.models = models;
        this.reads = reads;
        this.occurrences = occurrences;
    }

    @GetMapping
    ModelAndView ask(
            @PathVariable String type,
            @PathVariable UUID id,
            @PathVariable String day,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Page page) {
        Dated dated = dated(type);
        StoredRecord record = reads.find(current.actor(), dated.type(), id).orElseThrow(Refusal.NotFound::new);
        Object title = record.values().get(dated.type().titleField().name());
        return new ModelAndView(partial == null ? "web/calendar/timePage" : "web/calendar/time")
                .addObject("title", Objects.toString(title, ""))
                .addObject("when", page.presentation().weekdayDate(on(day)))
                .addObject("href", "/" + type + "/" + id)
                .addObject("action", "/calendar/" + type + "/" + id + "/times/" + on(day));
    }

    /** {@code act} is {@code change} or {@code remove}. */
    @PostMapping
    String act(
            @PathVariable String type,
            @PathVariable UUID id,
            @PathVariable String day,
            @RequestParam String act,
            Page page,
            RedirectAttributes redirect) {
        Actor actor = current.actor();
        Dated dated = dated(type);
        Field<?> again = Objects.requireNonNull(dated.recurrence());
        Scope scope = act.endsWith("-following") ? Scope.FOLLOWING : Scope.ONE;
        var time = new Occurrences.Time(dated.type(), id, on(day), scope);
        boolean removal = act.startsWith("remove");
        Written written = removal
                ? occurrences.remove(actor, dated.timing(again), time)
                : occurrences.change(actor, dated.timing(again), time, new Draft());
        Note note = Note.good(page.t(removal ? "calendar.time.removed" : "calendar.time.apart"));
        redirect.addFlashAttribute(
                Note.ATTRIBUTE,
                written.changeSet() == null ? note : note.undoable("/change-sets/" + written.changeSet() + "/undo"));
        int own = Math.min(1, written.outcomes().size() - 1);
        return removal
                ? "redirect:/calendar?on=" + on(day)
                : "redirect:/" + type + "/" + written.outcomes().get(own).id();
    }

    private Dated dated(String type) {
        return models.current()
                .find(type)
                .flatMap(Dated::of)
                .filter(each -> each.recurrence() != null)
                .orElseThrow(Refusal.NotFound::new);
    }

    private static LocalDate on(String day) {
        return Objects.requireNonNull(Calendars.day(day));
    }
}
