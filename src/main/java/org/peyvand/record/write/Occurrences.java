package org.peyvand.record.write;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.Recurrence;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Relation;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.springframework.stereotype.Component;

/**
 * Changes or removes one time of a record that comes again, or that time and all that follow, in one change set. A time that is
 * changed becomes a record of its own, with a copy of what belongs to the first one; the rule leaves that day out or ends before it.
 */
@Component
public class Occurrences {

    private static final int MOST = 10_000;
    private static final int PARTS = 200;

    private final ReadGate reads;
    private final WriteGate writes;
    private final Models models;

    Occurrences(ReadGate reads, WriteGate writes, Models models) {
        this.reads = reads;
        this.writes = writes;
        this.models = models;
    }

    /** How far a change goes. */
    public enum Scope {
        ONE,
        FOLLOWING
    }

    /**
     * Where a type says when it is.
     *
     * @param end or null
     */
    public record Timing(Field<?> at, @Nullable Field<?> end, Field<?> again) {}

    /**
     * One time.
     *
     * @param day by the clocks of the rule
     */
    public record Time(RecordType type, UUID id, LocalDate day, Scope scope) {}

    /**
     * Changes a time.
     *
     * @param change what differs from the record as it stands at that time; its own times, if it names any
     * @throws Refusal.NotFound when the record is out of reach or does not come on that day
     */
    public Written change(Actor actor, Timing timing, Time time, Draft change) {
        Series series = series(actor, timing, time);
        List<Write> batch = new ArrayList<>();
        if (time.scope() == Scope.FOLLOWING && series.isFirst()) {
            Draft whole = series.times(new Draft());
            copy(change, whole);
            batch.add(new Write.Update(time.type(), time.id(), null, whole));
        } else {
            batch.add(series.shortened());
            UUID own = RecordIds.next();
            batch.add(new Write.Create(time.type(), own, series.apart(change)));
            batch.addAll(parts(actor, time, own));
        }
        return writes.write(actor, Batch.of(batch));
    }

    /**
     * Removes a time.
     *
     * @throws Refusal.NotFound when the record is out of reach or does not come on that day
     */
    public Written remove(Actor actor, Timing timing, Time time) {
        Series series = series(actor, timing, time);
        return writes.write(
                actor,
                Batch.of(
                        series.isEmptyWithout() ? new Write.Delete(time.type(), time.id(), null) : series.shortened()));
    }

    private Series series(Actor actor, Timing timing, Time time) {
        StoredRecord record = reads.find(actor, time.type(), time.id())
                .filter(each -> !each.deleted())
                .orElseThrow(Refusal.NotFound::new);
        if (!(record.values().get(timing.again().name()) instanceof Recurrence rule)
                || !(record.values().get(timing.at().name()) instanceof Instant first)) {
            throw new Refusal.NotFound();
        }
        ZonedDateTime start = first.atZone(rule.zone() == null ? actor.zone() : rule.zone());
        Series series = new Series(record, timing, time, rule, start);
        if (series.days(time.day(), time.day().plusDays(1)).isEmpty()) {
            throw new Refusal.NotFound();
        }
        return series;
    }

    /** What belongs to the record, for its copy. */
    private List<Write> parts(Actor actor, Time time, UUID owner) {
        List<Write> copies = new ArrayList<>();
        for (Relation relation : models.current().relations(time.type())) {
            boolean part = !relation.forward()
                    && relation.field().type() instanceof ReferenceType
                    && relation.target()
                            .belongsToField()
                            .filter(relation.field()::equals)
                            .isPresent();
            if (part) {
                Query query = Query.of(relation.target())
                        .where(Condition.compare(
                                FieldPath.of(relation.target(), relation.field()), Operator.EQ, time.id()))
                        .limited(PARTS);
                reads.page(actor, query).items().forEach(each -> {
                    Draft copy = written(each);
                    copy.put(relation.field(), owner);
                    copies.add(new Write.Create(relation.target(), null, copy));
                });
            }
        }
        return copies;
    }

    private static Draft written(StoredRecord record) {
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

    private static void copy(Draft from, Draft to) {
        to.values().putAll(from.values());
        from.problems().forEach(to::problem);
    }

    /** A record that comes again, and the time in question. */
    private record Series(StoredRecord record, Timing timing, Time time, Recurrence rule, ZonedDateTime start) {

        LocalDate day() {
            return time.day();
        }

        List<LocalDate> days(LocalDate from, LocalDate until) {
            return from.isBefore(until)
                    ? rule.within(start.toLocalDate(), new DateRange(from, until), MOST)
                    : List.of();
        }

        boolean isFirst() {
            return days(start.toLocalDate(), day()).isEmpty();
        }

        boolean isEmptyWithout() {
            return isFirst()
                    && (time.scope() == Scope.FOLLOWING
                            || rule.next(start.toLocalDate(), day()).isEmpty());
        }

        Write shortened() {
            Recurrence shorter = time.scope() == Scope.ONE ? rule.without(day()) : rule.until(day().minusDays(1));
            return new Write.Update(time.type(), record.id(), null, new Draft().put(timing.again(), shorter));
        }

        /** The moments of the time. */
        Draft times(Draft draft) {
            Instant begin =
                    day().atTime(start.toLocalTime()).atZone(start.getZone()).toInstant();
            draft.put(timing.at(), begin);
            Field<?> end = timing.end();
            if (end != null && record.values().get(end.name()) instanceof Instant until) {
                draft.put(
                        end,
                        begin.plusMillis(
                                until.toEpochMilli() - start.toInstant().toEpochMilli()));
            }
            return draft;
        }

        Draft apart(Draft change) {
            Draft copy = times(written(record));
            copy(change, copy);
            if (!change.fields().contains(timing.again().name())) {
                copy.put(timing.again(), time.scope() == Scope.ONE ? null : rest(copy));
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
    }
}
