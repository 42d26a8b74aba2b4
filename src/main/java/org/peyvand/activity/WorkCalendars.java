package org.peyvand.activity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.Shift;
import org.peyvand.locale.WorkingCalendar;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.Sort;
import org.springframework.stereotype.Component;

/** The working calendars of the organisation. Working time is no secret: it is read whoever asks. */
@Component
public class WorkCalendars {

    private static final int MOST = 200;
    private static final int DAYS_AROUND = 800;
    private static final int QUIET_DAYS = 30;
    private static final long MOST_QUIET_DAYS = 3_650;

    private final ReadGate gate;
    private final Models models;

    WorkCalendars(ReadGate gate, Models models) {
        this.gate = gate;
        this.models = models;
    }

    /** That of the actor's team, else the main one, with the holidays of some two years around the day. */
    public WorkingCalendar of(Actor actor, LocalDate around) {
        Optional<StoredRecord> calendar = record(actor);
        var days = new DateRange(around.minusDays(DAYS_AROUND), around.plusDays(DAYS_AROUND));
        var holidays = holidays(days, calendar.map(StoredRecord::id).orElse(null));
        return calendar.map(found -> read(found, actor.zone()))
                .map(found -> new WorkingCalendar(found.zone(), found.week(), holidays.keySet()))
                .orElseGet(() -> new WorkingCalendar(
                        actor.zone(), WorkingCalendar.usual(actor.zone()).week(), holidays.keySet()));
    }

    /** After how many days without a word one of the actor's customers counts as forgotten. */
    public int quietDays(Actor actor) {
        return record(actor)
                .map(calendar -> calendar.get(WorkCalendar.QUIET_DAYS))
                .filter(days -> days > 0)
                .map(days -> (int) Math.min(days, MOST_QUIET_DAYS))
                .orElse(QUIET_DAYS);
    }

    /** The holidays of a stretch of days with their names, at the actor's site. */
    public Map<LocalDate, String> holidays(Actor actor, DateRange days) {
        return holidays(days, record(actor).map(StoredRecord::id).orElse(null));
    }

    private Map<LocalDate, String> holidays(DateRange days, @org.jspecify.annotations.Nullable UUID calendar) {
        RecordType type = models.current().effective(Holiday.TYPE);
        FieldPath day = FieldPath.of(type, Holiday.DAY);
        FieldPath site = FieldPath.of(type, Holiday.CALENDAR);
        Condition everywhere = Condition.compare(site, Operator.IS_EMPTY);
        Condition here = calendar == null
                ? everywhere
                : Condition.or(everywhere, Condition.compare(site, Operator.EQ, calendar));
        Query query = Query.of(type)
                .where(Condition.and(
                        Condition.compare(day, Operator.GE, days.from()),
                        Condition.compare(day, Operator.LT, days.until()),
                        here))
                .sorted(List.of(new Sort(day, false)))
                .limited(MOST);
        Map<LocalDate, String> found = new HashMap<>();
        for (StoredRecord holiday : gate.page(Actor.system(), query).items()) {
            LocalDate on = holiday.get(Holiday.DAY);
            String name = holiday.get(Holiday.NAME);
            if (on != null && name != null) {
                found.put(on, name);
            }
        }
        return found;
    }

    private Optional<StoredRecord> record(Actor actor) {
        RecordType type = models.current().effective(WorkCalendar.TYPE);
        Query query = Query.of(type)
                .sorted(List.of(new Sort(FieldPath.of(type, SystemFields.CREATED_AT), false)))
                .limited(MOST);
        return gate.page(Actor.system(), query).items().stream()
                .filter(each -> isOf(actor, each) || Boolean.TRUE.equals(each.get(WorkCalendar.MAIN)))
                .min(Comparator.comparing(each -> !isOf(actor, each)));
    }

    private static boolean isOf(Actor actor, StoredRecord calendar) {
        UUID team = calendar.get(SystemFields.TEAM);
        return team != null && actor.teams().contains(team);
    }

    private static WorkingCalendar read(StoredRecord record, ZoneId usual) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        WorkCalendar.HOURS.forEach((day, field) -> {
            String hours = record.get(field);
            week.put(day, hours == null ? List.of() : Shift.parse(hours).orElse(List.of()));
        });
        String zone = record.get(WorkCalendar.TIME_ZONE);
        return new WorkingCalendar(zone == null ? usual : ZoneId.of(zone), week, java.util.Set.of());
    }
}
