package org.peyvand.activity.worktime;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.activity.Holiday;
import org.peyvand.activity.WorkCalendar;
import org.peyvand.locale.CalendarPeriod;
import org.peyvand.locale.CalendarSystem;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.query.Sort;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.value.FormReader;
import org.peyvand.web.value.Problems;
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

    private static final List<DayOfWeek> IRANIAN_WEEK = List.of(
            DayOfWeek.SATURDAY,
            DayOfWeek.SUNDAY,
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY);
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
    private static final int MOST = 200;
    private static final int MOST_YEARS = 20;

    private final Models models;
    private final ReadGate reads;
    private final WriteGate writes;
    private final FormReader reader;
    private final Problems problems;
    private final Clock clock;

    WorkTimeAdmin(Models models, ReadGate reads, WriteGate writes, FormReader reader, Problems problems, Clock clock) {
        this.models = models;
        this.reads = reads;
        this.writes = writes;
        this.reader = reader;
        this.problems = problems;
        this.clock = clock;
    }

    /** @param year how many years from the present one */
    @GetMapping
    String show(Page page, Actor actor, @RequestParam(defaultValue = "0") int year, Model model) {
        if (Math.abs(year) > MOST_YEARS) {
            throw new Refusal.NotFound();
        }
        DateRange days = year(page.presentation(), year);
        model.addAttribute("sites", sites(actor, page));
        model.addAttribute("holidays", holidays(actor, days, page));
        model.addAttribute("yearName", yearName(days.from(), page.presentation()));
        model.addAttribute("year", year);
        return "activity/workTime";
    }

    @PostMapping("/sites")
    String create(
            Page page,
            Actor actor,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        RecordType type = models.current().effective(WorkCalendar.TYPE);
        return write(page, actor, new Write.Create(type, null, reader.sent(type, SITE, sent, page)), 0, redirect);
    }

    @PostMapping("/sites/{id}")
    String save(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        RecordType type = models.current().effective(WorkCalendar.TYPE);
        return write(page, actor, new Write.Update(type, id, null, reader.sent(type, SITE, sent, page)), 0, redirect);
    }

    @PostMapping("/holidays")
    String add(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        RecordType type = models.current().effective(Holiday.TYPE);
        return write(page, actor, new Write.Create(type, null, reader.sent(type, DAY, sent, page)), year, redirect);
    }

    @PostMapping("/holidays/{id}/deletion")
    String remove(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int year,
            RedirectAttributes redirect) {
        RecordType type = models.current().effective(Holiday.TYPE);
        return write(page, actor, new Write.Delete(type, id, null), year, redirect);
    }

    private String write(Page page, Actor actor, Write write, int year, RedirectAttributes redirect) {
        try {
            Written written = writes.write(actor, Batch.of(write));
            Note note = Note.good(page.t("admin.saved"));
            redirect.addFlashAttribute(
                    Note.ATTRIBUTE,
                    written.changeSet() == null
                            ? note
                            : note.undoable("/change-sets/" + written.changeSet() + "/undo"));
        } catch (Refusal.Invalid refused) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(sentence(refused.problems(), page)));
        } catch (Refusal.Conflict refused) {
            redirect.addFlashAttribute(
                    Note.ATTRIBUTE,
                    Note.bad(
                            refused.problems().isEmpty()
                                    ? problems.sentence(refused, page)
                                    : sentence(refused.problems(), page)));
        }
        return "redirect:" + HERE + (year == 0 ? "" : "?year=" + year);
    }

    private String sentence(List<org.peyvand.record.Problem> wrong, Page page) {
        return String.join(" ", problems.byField(wrong, page).values());
    }

    private List<Site> sites(Actor actor, Page page) {
        RecordType type = models.current().effective(WorkCalendar.TYPE);
        Query query = Query.of(type)
                .sorted(List.of(new Sort(FieldPath.of(type, SystemFields.CREATED_AT), false)))
                .limited(MOST);
        List<StoredRecord> found = reads.page(actor, query).items();
        Map<RecordRef, RecordName> names = reads.namesIn(actor, found);
        return found.stream().map(record -> site(record, names, page)).toList();
    }

    private static Site site(StoredRecord record, Map<RecordRef, RecordName> names, Page page) {
        List<Site.Hours> week = new ArrayList<>();
        for (DayOfWeek day : IRANIAN_WEEK) {
            Field<String> field = Objects.requireNonNull(WorkCalendar.HOURS.get(day));
            week.add(new Site.Hours(
                    field.name(), page.t("field.work-calendars." + field.name()), text(record.get(field))));
        }
        UUID team = record.get(SystemFields.TEAM);
        RecordName name = team == null ? null : names.get(new RecordRef("teams", team));
        Long quiet = record.get(WorkCalendar.QUIET_DAYS);
        return new Site(
                record.id().toString(),
                text(record.get(WorkCalendar.NAME)),
                Boolean.TRUE.equals(record.get(WorkCalendar.MAIN)),
                name == null ? null : name.name(),
                week,
                text(record.get(WorkCalendar.TIME_ZONE)),
                quiet == null ? "" : quiet.toString());
    }

    private List<HolidayRow> holidays(Actor actor, DateRange days, Page page) {
        RecordType type = models.current().effective(Holiday.TYPE);
        FieldPath day = FieldPath.of(type, Holiday.DAY);
        Query query = Query.of(type)
                .where(Condition.and(
                        Condition.compare(day, Operator.GE, days.from()),
                        Condition.compare(day, Operator.LT, days.until())))
                .sorted(List.of(new Sort(day, false)))
                .limited(MOST);
        Presentation presentation = page.presentation();
        return reads.page(actor, query).items().stream()
                .map(record -> {
                    LocalDate on = Objects.requireNonNull(record.get(Holiday.DAY));
                    return new HolidayRow(
                            record.id().toString(),
                            presentation.date(on),
                            presentation.weekday(on),
                            text(record.get(Holiday.NAME)));
                })
                .toList();
    }

    private DateRange year(Presentation reader, int offset) {
        LocalDate today = reader.dateOf(clock.instant());
        return period(reader).around(today, offset);
    }

    private static CalendarPeriod period(Presentation reader) {
        return reader.calendar() == CalendarSystem.JALALI ? CalendarPeriod.JALALI_YEAR : CalendarPeriod.YEAR;
    }

    private static String yearName(LocalDate first, Presentation reader) {
        return reader.digits(period(reader).label(first));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
