package org.peyvand.record.write;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Changes or removes one time of a record that comes again, or that time and all that follow, in one change set. A time that is
 * changed becomes a record of its own, with a copy of what belongs to the first one; the rule leaves that day out or ends before it.
 */
@Component
public class Occurrences {

    private final ReadGate reads;
    private final WriteGate writes;
    private final Models models;
    private final ObjectProvider<MovedPart> movedParts;

    Occurrences(ReadGate reads, WriteGate writes, Models models, ObjectProvider<MovedPart> movedParts) {
        this.reads = reads;
        this.writes = writes;
        this.models = models;
        this.movedParts = movedParts;
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
    public record Timing(Field<?> at, @Nullable Field<?> end, Field<?> again) {

        private static final int MOST = 400;

        /**
         * The times of a record on a stretch of days, in order, at most 400 of them; none when it does not come again.
         *
         * @param usual the zone of a rule that names none
         */
        public List<Moment> within(StoredRecord record, DateRange days, ZoneId usual) {
            if (!(record.values().get(at.name()) instanceof Instant first)
                    || !(record.values().get(again.name()) instanceof Recurrence rule)) {
                return List.of();
            }
            ZonedDateTime start = first.atZone(Objects.requireNonNullElse(rule.zone(), usual));
            return rule.within(start.toLocalDate(), days, MOST).stream()
                    .map(day -> moment(record, start, day))
                    .toList();
        }

        Moment moment(StoredRecord record, ZonedDateTime start, LocalDate day) {
            Instant from =
                    day.atTime(start.toLocalTime()).atZone(start.getZone()).toInstant();
            Instant until = end != null && record.values().get(end.name()) instanceof Instant last
                    ? from.plus(Duration.between(start.toInstant(), last))
                    : null;
            return new Moment(day, from, until);
        }
    }

    /**
     * When one time is.
     *
     * @param day by the clocks of the rule, by which the time is known
     * @param until null when it has no end
     */
    public record Moment(
            LocalDate day, Instant from, @Nullable Instant until) {}

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
            Series.copy(change, whole);
            batch.add(new Write.Update(time.type(), time.id(), null, whole));
        } else {
            batch.add(series.shortened());
            UUID own = RecordIds.next();
            Draft apart = series.apart(change);
            batch.add(new Write.Create(time.type(), own, apart));
            batch.addAll(parts(actor, time, own, series.moves(apart)));
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
    private List<Write> parts(Actor actor, Time time, UUID owner, boolean moved) {
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
                                FieldPath.of(relation.target(), relation.field()), Operator.EQ, time.id()));
                reads.each(actor, query, each -> {
                    Draft copy = Series.written(each);
                    copy.put(relation.field(), owner);
                    if (moved) {
                        movedParts
                                .orderedStream()
                                .filter(rule ->
                                        rule.part().plural().equals(each.type().plural()))
                                .forEach(rule -> rule.moved(actor, copy));
                    }
                    copies.add(new Write.Create(relation.target(), null, copy));
                });
            }
        }
        return copies;
    }
}
