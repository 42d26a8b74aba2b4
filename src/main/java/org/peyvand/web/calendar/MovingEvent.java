package org.peyvand.web.calendar;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.locale.DateInput;
import org.peyvand.locale.Recurrence;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Occurrences;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.value.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Moves a record on the calendar by days and minutes, or stretches it: an ordinary edit of its fields, with undo. A moved time of
 * something that comes again becomes a record of its own, and the rule leaves that day out.
 */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class MovingEvent {

    private static final int FARTHEST_DAYS = 800;
    private static final int FARTHEST_MINUTES = 24 * 60;

    private final CurrentActor current;
    private final Models models;
    private final ReadGate reads;
    private final WriteGate writes;
    private final Occurrences occurrences;
    private final Problems problems;

    MovingEvent(
            CurrentActor current,
            Models models,
            ReadGate reads,
            WriteGate writes,
            Occurrences occurrences,
            Problems problems) {
        this.current = current;
        this.models = models;
        this.reads = reads;
        this.writes = writes;
        this.occurrences = occurrences;
        this.problems = problems;
    }

    /** How far: whole days by the clocks of a zone, then minutes; and by how many minutes it gets longer. */
    private record Shove(int days, int minutes, int stretch, ZoneId zone) {

        Instant begin(Instant at) {
            return at.atZone(zone).plusDays(days).plusMinutes(minutes).toInstant();
        }

        Instant end(Instant at) {
            return begin(at).plusSeconds(60L * stretch);
        }
    }

    @PatchMapping("/calendar/{type:[a-z][a-z0-9-]*}/{id}")
    ModelAndView move(
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String occurrence,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(defaultValue = "0") int minutes,
            @RequestParam(defaultValue = "0") int stretch,
            Page page,
            HttpServletResponse response) {
        if (Math.abs(days) > FARTHEST_DAYS
                || Math.abs(minutes) > FARTHEST_MINUTES
                || Math.abs(stretch) > FARTHEST_MINUTES) {
            throw new Refusal.Malformed("bad-parameter", "days");
        }
        Actor actor = current.actor();
        Dated dated = models.current().find(type).flatMap(Dated::of).orElseThrow(Refusal.NotFound::new);
        StoredRecord record = reads.find(actor, dated.type(), id).orElseThrow(Refusal.NotFound::new);
        Shove shove = new Shove(days, minutes, stretch, page.presentation().zone());
        response.setHeader("HX-Trigger", "calendar-changed");
        try {
            return answer(
                    occurrence == null
                            ? writes.write(
                                    actor,
                                    Batch.of(new Write.Update(dated.type(), id, version, moved(dated, record, shove))))
                            : apart(actor, dated, record, day(occurrence), shove),
                    page);
        } catch (Refusal.Invalid refused) {
            String why =
                    String.join(" ", problems.byField(refused.problems(), page).values());
            return refused(why);
        } catch (Refusal.Stale | Refusal.Forbidden refused) {
            return refused(problems.sentence(refused, page));
        }
    }

    private static LocalDate day(String written) {
        return DateInput.strict(written).orElseThrow(() -> new Refusal.Malformed("bad-parameter", "occurrence"));
    }

    private static Draft moved(Dated dated, StoredRecord record, Shove shove) {
        Draft draft = new Draft();
        Object at = record.values().get(dated.at().name());
        if (at instanceof LocalDate day) {
            draft.put(dated.at(), day.plusDays(shove.days()));
        } else if (at instanceof Instant begin) {
            draft.put(dated.at(), shove.begin(begin));
        }
        Field<?> end = dated.end();
        if (end != null) {
            Object until = record.values().get(end.name());
            if (until instanceof Instant instant) {
                draft.put(end, shove.end(instant));
            } else if (shove.stretch() > 0 && at instanceof Instant begin) {
                draft.put(end, shove.end(begin.plusSeconds(30L * 60)));
            }
        }
        return draft;
    }

    /** The one time as a record of its own. */
    private Written apart(Actor actor, Dated dated, StoredRecord record, LocalDate day, Shove shove) {
        Field<?> again = dated.recurrence();
        if (again == null
                || !(record.values().get(again.name()) instanceof Recurrence rule)
                || !(record.values().get(dated.at().name()) instanceof Instant first)) {
            throw new Refusal.NotFound();
        }
        ZoneId zone = Objects.requireNonNullElse(rule.zone(), shove.zone());
        Instant here = day.atTime(first.atZone(zone).toLocalTime()).atZone(zone).toInstant();
        Draft change = new Draft().put(dated.at(), shove.begin(here));
        Field<?> end = dated.end();
        if (end != null && record.values().get(end.name()) instanceof Instant until) {
            change.put(end, shove.end(here.plusMillis(until.toEpochMilli() - first.toEpochMilli())));
        }
        return occurrences.change(
                actor,
                dated.timing(again),
                new Occurrences.Time(dated.type(), record.id(), day, Occurrences.Scope.ONE),
                change);
    }

    private static ModelAndView answer(Written written, Page page) {
        Note note = Note.good(page.t("calendar.moved"));
        return new ModelAndView("web/inbox/gone")
                .addObject(
                        "note",
                        written.changeSet() == null
                                ? note
                                : note.undoable("/change-sets/" + written.changeSet() + "/undo"));
    }

    private static ModelAndView refused(String why) {
        return new ModelAndView("web/inbox/gone", HttpStatus.CONFLICT).addObject("note", Note.bad(why));
    }
}
