package org.peyvand.activity.worktime;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.web.Page;
import org.springframework.stereotype.Component;

/** The sites and the holidays of a year as the administrator's page shows them; years are counted from the present one. */
@Component
class WorkTimeTables {

    static final int MOST_YEARS = 20;

    private static final List<DayOfWeek> IRANIAN_WEEK = List.of(
            DayOfWeek.SATURDAY,
            DayOfWeek.SUNDAY,
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY);
    private static final int MOST = 200;

    private final Models models;
    private final ReadGate reads;
    private final Clock clock;

    WorkTimeTables(Models models, ReadGate reads, Clock clock) {
        this.models = models;
        this.reads = reads;
        this.clock = clock;
    }

    List<Site> sites(Actor actor, Page page) {
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

    List<HolidayRow> holidays(Actor actor, int year, Page page) {
        DateRange days = days(page.presentation(), year);
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
                            presentation.dateInput(on),
                            presentation.date(on),
                            presentation.weekday(on),
                            text(record.get(Holiday.NAME)));
                })
                .toList();
    }

    /** What a reader calls the year. */
    String yearName(int year, Presentation reader) {
        return reader.digits(period(reader).label(days(reader, year).from()));
    }

    /** The year in which to see what was written: that of a holiday's day, unless it is too far away; else the one shown. */
    int yearShown(Write write, int shown, Presentation reader) {
        Draft draft = switch (write) {
            case Write.Create create -> create.draft();
            case Write.Update update -> update.draft();
            case Write.Delete _, Write.Restore _ -> new Draft();
        };
        return draft.values().get(Holiday.DAY.name()) instanceof LocalDate day
                ? IntStream.rangeClosed(-MOST_YEARS, MOST_YEARS)
                        .filter(year -> days(reader, year).contains(day))
                        .findFirst()
                        .orElse(shown)
                : shown;
    }

    private DateRange days(Presentation reader, int year) {
        LocalDate today = reader.dateOf(clock.instant());
        return period(reader).around(today, year);
    }

    private static CalendarPeriod period(Presentation reader) {
        return reader.calendar() == CalendarSystem.JALALI ? CalendarPeriod.JALALI_YEAR : CalendarPeriod.YEAR;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
