package org.peyvand.record.write;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.Recurrence;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Field;

/** A record that comes again, and the time in question. */
record Series(
        StoredRecord record, Occurrences.Timing timing, Occurrences.Time time, Recurrence rule, ZonedDateTime start) {

    private static final int MOST = 10_000;

    LocalDate day() {
        return time.day();
    }

    List<LocalDate> days(LocalDate from, LocalDate until) {
        return from.isBefore(until) ? rule.within(start.toLocalDate(), new DateRange(from, until), MOST) : List.of();
    }

    boolean isFirst() {
        return days(start.toLocalDate(), day()).isEmpty();
    }

    boolean isEmptyWithout() {
        return isFirst()
                && (time.scope() == Occurrences.Scope.FOLLOWING
                        || rule.next(start.toLocalDate(), day()).isEmpty());
    }

    Write shortened() {
        Recurrence shorter =
                time.scope() == Occurrences.Scope.ONE ? rule.without(day()) : rule.until(day().minusDays(1));
        return new Write.Update(time.type(), record.id(), null, new Draft().put(timing.again(), shorter));
    }

    /** The moments of the time. */
    Draft times(Draft draft) {
        Occurrences.Moment moment = timing.moment(record, start, day());
        draft.put(timing.at(), moment.from());
        Field<?> end = timing.end();
        if (end != null && moment.until() != null) {
            draft.put(end, moment.until());
        }
        return draft;
    }

    /** Whether a draft of the time has another beginning than the rule says. */
    boolean moves(Draft apart) {
        String at = timing.at().name();
        return !Objects.equals(
                apart.values().get(at), times(new Draft()).values().get(at));
    }

    Draft apart(Draft change) {
        Draft copy = times(written(record));
        copy(change, copy);
        if (!change.fields().contains(timing.again().name())) {
            copy.put(timing.again(), time.scope() == Occurrences.Scope.ONE ? null : rest(copy));
        }
        return copy;
    }

    /** The rule from this time on; one that is moved to another day follows it. */
    private Recurrence rest(Draft copy) {
        Object begin = copy.values().get(timing.at().name());
        LocalDate moved = begin instanceof Instant at ? LocalDate.ofInstant(at, start.getZone()) : day();
        Recurrence rest = moved.equals(day()) ? rule.pinned(start.toLocalDate()) : following(moved);
        return rule.count() == 0 ? rest : rest.times(Math.max(1, rule.count() - before()));
    }

    private Recurrence following(LocalDate moved) {
        Set<DayOfWeek> days = rule.weekdays();
        boolean one = rule.nth() == 0 && days.equals(Set.of(day().getDayOfWeek()));
        Recurrence free = rule.monthDay() == 0 ? rule : rule.onDay(0);
        return one ? free.on(Set.of(moved.getDayOfWeek())) : free;
    }

    /** How many times there were before, those left out included. */
    private int before() {
        Recurrence whole = new Recurrence(
                rule.calendar(),
                rule.frequency(),
                rule.interval(),
                rule.weekdays(),
                rule.nth(),
                rule.monthDay(),
                rule.month(),
                rule.until(),
                rule.count(),
                rule.zone(),
                Set.of());
        return whole.within(start.toLocalDate(), new DateRange(start.toLocalDate(), day()), MOST)
                .size();
    }

    static Draft written(StoredRecord record) {
        Draft copy = new Draft();
        for (Field<?> field : record.type().fields()) {
            Object value = record.has(field) ? record.values().get(field.name()) : null;
            if (value != null
                    && !field.is(Field.Flag.READ_ONLY)
                    && !field.name().equals("externalKeys")) {
                copy.put(field, value);
            }
        }
        return copy;
    }

    static void copy(Draft from, Draft to) {
        to.values().putAll(from.values());
        from.problems().forEach(to::problem);
    }
}
