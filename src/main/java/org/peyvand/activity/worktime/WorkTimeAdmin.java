package org.peyvand.activity.worktime;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.activity.Holiday;
import org.peyvand.activity.WorkCalendar;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.Problem;
import org.peyvand.web.value.FormReader;
import org.peyvand.web.value.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Working hours of the sites and the holidays of a year. */
@Controller
@RequestMapping(WorkTimeAdmin.HERE)
@Requires(Requires.Permission.ADMINISTRATOR)
class WorkTimeAdmin {

    static final String HERE = "/admin/work-time";

    private static final List<Field<?>> SITE = List.of(
            WorkCalendar.NAME,
            WorkCalendar.TIME_ZONE,
            WorkCalendar.QUIET_DAYS,
            SystemFields.TEAM,
            WorkCalendar.SATURDAY,
            WorkCalendar.SUNDAY,
            WorkCalendar.MONDAY,
            WorkCalendar.TUESDAY,
            WorkCalendar.WEDNESDAY,
            WorkCalendar.THURSDAY,
            WorkCalendar.FRIDAY);
    private static final List<Field<?>> DAY = List.of(Holiday.DAY, Holiday.NAME);

    private final Models models;
    private final WorkTimeTables tables;
    private final WriteGate writes;
    private final FormReader reader;
    private final Problems problems;

    WorkTimeAdmin(Models models, WorkTimeTables tables, WriteGate writes, FormReader reader, Problems problems) {
        this.models = models;
        this.tables = tables;
        this.writes = writes;
        this.reader = reader;
        this.problems = problems;
    }

    /** @param year how many years from the present one */
    @GetMapping
    String show(Page page, Actor actor, @RequestParam(defaultValue = "0") int year, Model model) {
        if (Math.abs(year) > WorkTimeTables.MOST_YEARS) {
            throw new Refusal.NotFound();
        }
        return view(page, actor, year, SentForm.NONE, model);
    }

    @PostMapping({"/sites", "/sites/{id}"})
    String saveSite(
            Page page,
            Actor actor,
            @PathVariable(required = false) @Nullable UUID id,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Write write = saving(WorkCalendar.TYPE, SITE, id, sent, page);
        String form = id == null ? "new" : id.toString();
        return write(write, new Asked(page, actor, form, sent, model, redirect, response));
    }

    @PostMapping({"/holidays", "/holidays/{id}"})
    String saveHoliday(
            Page page,
            Actor actor,
            @PathVariable(required = false) @Nullable UUID id,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Write write = saving(Holiday.TYPE, DAY, id, sent, page);
        String form = id == null ? "holiday" : id.toString();
        return write(write, new Asked(page, actor, form, sent, model, redirect, response));
    }

    @PostMapping("/holidays/{id}/deletion")
    String remove(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        RecordType type = models.current().effective(Holiday.TYPE);
        Write write = new Write.Delete(type, id, null);
        return write(write, new Asked(page, actor, id.toString(), sent, model, redirect, response));
    }

    private Write saving(
            RecordType kind,
            List<Field<?>> fields,
            @Nullable UUID id,
            LinkedMultiValueMap<String, String> sent,
            Page page) {
        RecordType type = models.current().effective(kind);
        Draft draft = reader.sent(type, fields, sent, page);
        return id == null ? new Write.Create(type, null, draft) : new Write.Update(type, id, null, draft);
    }

    private String write(Write write, Asked asked) {
        Page page = asked.page();
        try {
            Written written = writes.write(asked.actor(), Batch.of(write));
            Note note = Note.good(page.t("admin.saved"));
            asked.redirect()
                    .addFlashAttribute(
                            Note.ATTRIBUTE,
                            written.changeSet() == null
                                    ? note
                                    : note.undoable("/change-sets/" + written.changeSet() + "/undo"));
            int year = tables.yearShown(write, asked.year(), page.presentation());
            return "redirect:" + HERE + (year == 0 ? "" : "?year=" + year);
        } catch (Refusal.Invalid refused) {
            return refused(asked, refused, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refusal.Conflict refused) {
            return refused(asked, refused, refused.problems(), HttpStatus.CONFLICT);
        }
    }

    /** The page again, with what was typed and what is wrong with it. */
    private String refused(Asked asked, Refusal refusal, List<org.peyvand.record.Problem> found, HttpStatus status) {
        Page page = asked.page();
        List<Problem> wrong = found.isEmpty()
                ? List.of(new Problem("name-" + asked.form(), problems.sentence(refusal, page)))
                : problems.byField(found, page).entrySet().stream()
                        .map(each -> new Problem(control(each.getKey(), asked.form()), each.getValue()))
                        .toList();
        asked.response().setStatus(status.value());
        SentForm sent = new SentForm(asked.form(), asked.sent(), wrong);
        return view(page, asked.actor(), asked.year(), sent, asked.model());
    }

    /** What is wrong with a week as a whole is mended at its first day. */
    private static String control(String field, String form) {
        return (field.isEmpty() ? WorkCalendar.SATURDAY.name() : field) + "-" + form;
    }

    private String view(Page page, Actor actor, int year, SentForm sent, Model model) {
        model.addAttribute("sites", tables.sites(actor, page));
        model.addAttribute("holidays", tables.holidays(actor, year, page));
        model.addAttribute("yearName", tables.yearName(year, page.presentation()));
        model.addAttribute("year", year);
        model.addAttribute("sent", sent);
        return "activity/workTime";
    }

    /** A form that was sent, and where the answer goes. */
    private record Asked(
            Page page,
            Actor actor,
            String form,
            LinkedMultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {

        /** The year that was shown, from which the form was sent. */
        int year() {
            String year = sent.getFirst("year");
            return year == null
                            || !year.matches("-?\\d{1,2}")
                            || Math.abs(Integer.parseInt(year)) > WorkTimeTables.MOST_YEARS
                    ? 0
                    : Integer.parseInt(year);
        }
    }
}
