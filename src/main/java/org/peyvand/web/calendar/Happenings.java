package org.peyvand.web.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.Presentation;
import org.peyvand.locale.Recurrence;
import org.peyvand.record.Actor;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.Sort;
import org.springframework.stereotype.Component;

/** Reads what happens in a stretch of days; what comes again is worked out, never stored. */
@Component
class Happenings {

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 3;

    /** A thing without an end takes so long to the eye. */
    private static final int USUAL_MINUTES = 30;

    private static final int SHORTEST_MINUTES = 20;
    private static final int DAY_MINUTES = 24 * 60;

    private final ReadGate gate;
    private final Visibility visibility;

    Happenings(ReadGate gate, Visibility visibility) {
        this.gate = gate;
        this.visibility = visibility;
    }

    /** What was found, and whether more was left out. */
    record Found(List<Event> events, boolean more) {}

    /**
     * How records are looked at.
     *
     * @param movable those that the reader may move
     */
    private record Look(Dated dated, DateRange days, Set<UUID> movable, Presentation reader) {

        /** A later day of a thing is moved by its first one. */
        Look fixed() {
            return new Look(dated, days, Set.of(), reader);
        }
    }

    Found of(Actor actor, Shown shown, DateRange days, Presentation reader) {
        Dated dated = shown.dated();
        List<Event> events = new ArrayList<>();
        Query once = query(shown, days, reader.zone());
        String next = null;
        for (int page = 0; page == 0 || (next != null && page < MOST_PAGES); page++) {
            var found = gate.page(actor, once.after(next));
            Look look = new Look(dated, days, movable(actor, dated, found.items()), reader);
            found.items().forEach(record -> events.addAll(single(look, record)));
            next = found.next();
        }
        boolean more = next != null;
        if (dated.recurrence() != null) {
            var series = gate.page(actor, series(shown, days, reader.zone()));
            Look look = new Look(dated, days, movable(actor, dated, series.items()), reader);
            series.items().forEach(record -> events.addAll(times(look, record)));
            more |= series.next() != null;
        }
        return new Found(events, more);
    }

    /** Those of the records that the actor may change, if their moment is one the actor may write. */
    Set<UUID> movable(Actor actor, Dated dated, Collection<StoredRecord> records) {
        return visibility.access(actor, dated.type(), dated.at()) == FieldAccess.WRITABLE
                ? gate.within(
                        actor,
                        dated.type(),
                        records.stream().map(StoredRecord::id).toList(),
                        Operation.UPDATE)
                : Set.of();
    }

    private static Query query(Shown shown, DateRange days, ZoneId zone) {
        Dated dated = shown.dated();
        FieldPath at = FieldPath.of(dated.type(), dated.at());
        Object from = dated.isAllDay() ? days.from() : days.instants(zone).from();
        Object until = dated.isAllDay() ? days.until() : days.instants(zone).until();
        Condition within = Condition.and(
                Condition.compare(at, Operator.GE, from), Condition.compare(at, Operator.LT, until), shown.filter());
        return Query.of(dated.type())
                .where(within)
                .matching(shown.words())
                .sorted(List.of(new Sort(at, false)))
                .limited(PAGE);
    }

    /** Whatever began before and comes again. */
    private static Query series(Shown shown, DateRange days, ZoneId zone) {
        Dated dated = shown.dated();
        FieldPath at = FieldPath.of(dated.type(), dated.at());
        FieldPath again = FieldPath.of(dated.type(), Objects.requireNonNull(dated.recurrence()));
        return Query.of(dated.type())
                .where(Condition.and(
                        Condition.compare(again, Operator.IS_NOT_EMPTY),
                        Condition.compare(at, Operator.LT, days.instants(zone).until()),
                        shown.filter()))
                .matching(shown.words())
                .sorted(List.of(new Sort(at, true)))
                .limited(PAGE);
    }

    private static boolean repeats(Dated dated, StoredRecord record) {
        Field<?> again = dated.recurrence();
        return again != null && dated.end() != null && record.values().get(again.name()) instanceof Recurrence;
    }

    private static List<Event> single(Look look, StoredRecord record) {
        Dated dated = look.dated();
        if (repeats(dated, record)) {
            return List.of();
        }
        Object at = record.values().get(dated.at().name());
        if (at instanceof LocalDate day) {
            return List.of(event(look, record, null, new Part(day, true, "", 0, 0)));
        }
        return at instanceof Instant start
                ? spread(look, record, new Event.Stretch(start, end(dated, record)), null)
                : List.of();
    }

    /** The times of a meeting that comes again; a task that does so is a new task each time. */
    private static List<Event> times(Look look, StoredRecord record) {
        Dated dated = look.dated();
        DateRange days = look.days();
        Field<?> again = dated.recurrence();
        if (again == null || !repeats(dated, record)) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        DateRange wide = new DateRange(days.from().minusDays(1), days.until().plusDays(1));
        for (var time : dated.timing(again).within(record, wide, look.reader().zone())) {
            events.addAll(spread(look, record, new Event.Stretch(time.from(), time.until()), time.day()));
        }
        return events;
    }

    private static @Nullable Instant end(Dated dated, StoredRecord record) {
        Field<?> end = dated.end();
        return end != null && record.values().get(end.name()) instanceof Instant until ? until : null;
    }

    /** A thing over midnight stands on each of its days. */
    private static List<Event> spread(
            Look look, StoredRecord record, Event.Stretch stretch, @Nullable LocalDate occurrence) {
        DateRange days = look.days();
        Presentation reader = look.reader();
        Instant from = Objects.requireNonNull(stretch.from());
        ZonedDateTime start = from.atZone(reader.zone());
        Instant until = stretch.until();
        ZonedDateTime end =
                until == null || !until.isAfter(from) ? start.plusMinutes(USUAL_MINUTES) : until.atZone(reader.zone());
        List<Event> events = new ArrayList<>();
        for (LocalDate day = start.toLocalDate();
                !day.isAfter(end.toLocalDate()) && day.isBefore(days.until());
                day = day.plusDays(1)) {
            int begin = day.equals(start.toLocalDate()) ? minute(start.toLocalTime()) : 0;
            int stop = day.equals(end.toLocalDate()) ? minute(end.toLocalTime()) : DAY_MINUTES;
            if (days.contains(day) && (stop > begin || day.equals(start.toLocalDate()))) {
                boolean whole = begin == 0 && stop == DAY_MINUTES;
                int minutes = Math.min(Math.max(stop - begin, SHORTEST_MINUTES), DAY_MINUTES - begin);
                Part part = new Part(day, whole, whole ? "" : reader.time(start.toLocalTime()), begin, minutes);
                events.add(event(day.equals(start.toLocalDate()) ? look : look.fixed(), record, occurrence, part));
            }
        }
        return events;
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private record Part(LocalDate day, boolean allDay, String time, int begin, int minutes) {}

    private static Event event(Look look, StoredRecord record, @Nullable LocalDate occurrence, Part part) {
        Dated dated = look.dated();
        String plural = dated.type().plural();
        Object title = record.values().get(dated.type().titleField().name());
        boolean movable = look.movable().contains(record.id());
        String move = "/calendar/" + plural + "/" + record.id() + "?version=" + record.version()
                + (occurrence == null ? "" : "&occurrence=" + occurrence);
        return new Event(
                "ev-" + record.id() + "-" + part.day(),
                occurrence == null || !movable
                        ? "/" + plural + "/" + record.id()
                        : "/calendar/" + plural + "/" + record.id() + "/times/" + occurrence,
                title == null ? "" : title.toString(),
                plural,
                dated.type().icon(),
                part.time(),
                part.day(),
                part.allDay(),
                part.begin(),
                part.minutes(),
                0,
                1,
                movable ? move : null,
                movable && dated.end() != null && !part.allDay(),
                isSettled(record));
    }

    /** Whether its status is no longer the one a new record begins with. */
    private static boolean isSettled(StoredRecord record) {
        return record.type()
                .find("status")
                .filter(field -> field.type() instanceof ChoiceType && field.initial() != null)
                .map(field -> !Objects.equals(field.initial(), record.values().get(field.name())))
                .orElse(false);
    }
}
