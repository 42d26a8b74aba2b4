package org.peyvand.locale;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How something comes again, counted in whole days of either calendar from the day it first is. What the rule leaves open (the
 * weekday, the day of the month, the month) is that of the first day. A day that a month does not have is its last one.
 *
 * <p>It is written as RFC 5545 writes rules, with {@code RSCALE} of RFC 7529 for the Jalali calendar:
 * {@code RSCALE=PERSIAN;FREQ=MONTHLY;BYMONTHDAY=1}, see {@link RecurrenceText}. Days left out are part of the value
 * ({@code EXDATE}). Immutable.
 *
 * @param calendar in which months and years are counted; its week begins on Saturday in the Jalali one, on Monday in the other
 * @param interval every how many days, weeks, months or years, from 1
 * @param weekdays of a weekly rule; or the one weekday of a monthly rule with {@code nth}
 * @param nth which of the weekdays of a month: 1 to 5 from the beginning, -1 to -5 from the end; 0 for none
 * @param monthDay the day of the month, 1 to 31, or 0
 * @param month the month of a yearly rule, 1 to 12, or 0
 * @param until the last day on which it may be, or null
 * @param count how often it is, left-out days included, or 0 for no limit
 * @param zone whose clocks it keeps to, or null for the one of whoever asks
 * @param exceptions days on which it is not, though the rule says so
 */
public record Recurrence(
        CalendarSystem calendar,
        Frequency frequency,
        int interval,
        Set<DayOfWeek> weekdays,
        int nth,
        int monthDay,
        int month,
        @Nullable LocalDate until,
        int count,
        @Nullable ZoneId zone,
        Set<LocalDate> exceptions) {

    /** What it is counted in. */
    public enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    /** So many periods are looked through at most for the next day; the 31st of a rare month is found much earlier. */
    private static final int MOST_PERIODS = 6_000;

    private static final int LARGEST_INTERVAL = 1_000;

    public Recurrence {
        if (interval < 1
                || interval > LARGEST_INTERVAL
                || Math.abs(nth) > 5
                || monthDay < 0
                || monthDay > 31
                || month < 0
                || month > 12
                || count < 0
                || (nth != 0 && weekdays.size() != 1)) {
            throw new IllegalArgumentException("No such recurrence: every " + interval + " " + frequency);
        }
        weekdays = Set.copyOf(weekdays);
        exceptions = Set.copyOf(exceptions);
    }

    /** Every day, week, month or year from the first day on. */
    public static Recurrence every(CalendarSystem calendar, Frequency frequency) {
        return new Recurrence(calendar, frequency, 1, Set.of(), 0, 0, 0, null, 0, null, Set.of());
    }

    public Recurrence each(int periods) {
        return new Recurrence(
                calendar, frequency, periods, weekdays, nth, monthDay, month, until, count, zone, exceptions);
    }

    public Recurrence on(Set<DayOfWeek> days) {
        return new Recurrence(
                calendar, frequency, interval, days, nth, monthDay, month, until, count, zone, exceptions);
    }

    public Recurrence onDay(int day) {
        return new Recurrence(calendar, frequency, interval, weekdays, nth, day, month, until, count, zone, exceptions);
    }

    public Recurrence on(int which, DayOfWeek day) {
        return new Recurrence(
                calendar, frequency, interval, Set.of(day), which, monthDay, month, until, count, zone, exceptions);
    }

    public Recurrence in(int monthOfYear) {
        return new Recurrence(
                calendar, frequency, interval, weekdays, nth, monthDay, monthOfYear, until, count, zone, exceptions);
    }

    public Recurrence until(@Nullable LocalDate last) {
        return new Recurrence(calendar, frequency, interval, weekdays, nth, monthDay, month, last, 0, zone, exceptions);
    }

    public Recurrence times(int howOften) {
        return new Recurrence(
                calendar, frequency, interval, weekdays, nth, monthDay, month, null, howOften, zone, exceptions);
    }

    /** The same without one more day. */
    public Recurrence without(LocalDate day) {
        Set<LocalDate> more = new TreeSet<>(exceptions);
        more.add(day);
        return new Recurrence(calendar, frequency, interval, weekdays, nth, monthDay, month, until, count, zone, more);
    }

    /** The same by the clocks of a zone. */
    public Recurrence by(ZoneId clocks) {
        return new Recurrence(
                calendar, frequency, interval, weekdays, nth, monthDay, month, until, count, clocks, exceptions);
    }

    /** The same with all that was left open written down, so that it can go on from a later day without drifting. */
    public Recurrence pinned(LocalDate start) {
        Months months = Months.of(calendar);
        if (inMonths() && !months.covers(start)) {
            return this;
        }
        return switch (frequency) {
            case DAILY -> this;
            case WEEKLY -> weekdays.isEmpty() ? on(Set.of(start.getDayOfWeek())) : this;
            case MONTHLY -> nth == 0 && monthDay == 0 ? onDay(months.dayOfMonth(start)) : this;
            case YEARLY ->
                (monthDay == 0 ? onDay(months.dayOfMonth(start)) : this)
                        .in(month == 0 ? months.index(start) % 12 + 1 : month);
        };
    }

    private boolean inMonths() {
        return frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY;
    }

    /** What is left of it after the first time: one time less, if times are counted; empty when that was the last. */
    public Optional<Recurrence> rest() {
        return count == 1 ? Optional.empty() : Optional.of(count == 0 ? this : times(count - 1));
    }

    /** The first day after {@code after} on which it is, when it first was on {@code start}; empty when it is over. */
    public Optional<LocalDate> next(LocalDate start, LocalDate after) {
        Walk walk = new Walk(start);
        for (LocalDate day = walk.next(); day != null; day = walk.next()) {
            if (day.isAfter(after) && !exceptions.contains(day)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /** The first time after a moment, when it first was at {@code start}, by the clocks of its zone (UTC when it has none). */
    public Optional<Instant> next(Instant start, Instant after) {
        ZoneId clocks = zone == null ? ZoneOffset.UTC : zone;
        ZonedDateTime first = start.atZone(clocks);
        LocalDate from = LocalDate.ofInstant(after, clocks).minusDays(1);
        return next(first.toLocalDate(), from)
                .map(day -> at(day, first))
                .flatMap(time -> time.isAfter(after) ? Optional.of(time) : later(first, time, after));
    }

    private Optional<Instant> later(ZonedDateTime first, Instant time, Instant after) {
        LocalDate day = LocalDate.ofInstant(time, first.getZone());
        return next(first.toLocalDate(), day)
                .map(next -> at(next, first))
                .flatMap(next -> next.isAfter(after) ? Optional.of(next) : later(first, next, after));
    }

    private static Instant at(LocalDate day, ZonedDateTime first) {
        return day.atTime(first.toLocalTime()).atZone(first.getZone()).toInstant();
    }

    /** The days of a stretch on which it is, in order, at most {@code most} of them. */
    public List<LocalDate> within(LocalDate start, DateRange days, int most) {
        List<LocalDate> found = new ArrayList<>();
        Walk walk = new Walk(start);
        for (LocalDate day = walk.next();
                day != null && day.isBefore(days.until()) && found.size() < most;
                day = walk.next()) {
            if (!day.isBefore(days.from()) && !exceptions.contains(day)) {
                found.add(day);
            }
        }
        return List.copyOf(found);
    }

    /** The days of the rule in order, period by period, until it is over. */
    private final class Walk {

        private final LocalDate start;
        private final Months months = Months.of(calendar);
        private List<LocalDate> ready = List.of();
        private int at;
        private int period;
        private int found;

        Walk(LocalDate start) {
            this.start = start;
        }

        @Nullable
        LocalDate next() {
            while (at >= ready.size()) {
                if (period > MOST_PERIODS * (frequency == Frequency.DAILY ? 10 : 1)) {
                    return null;
                }
                ready = candidates(period++);
                at = 0;
            }
            LocalDate day = ready.get(at++);
            boolean over = (until != null && day.isAfter(until)) || (count > 0 && found >= count);
            found++;
            return over ? null : day;
        }

        /** What the period holds, from the first day on. */
        private List<LocalDate> candidates(int index) {
            if (inMonths() && !months.covers(start)) {
                return List.of();
            }
            int steps = index * interval;
            List<LocalDate> days = switch (frequency) {
                case DAILY -> List.of(start.plusDays(steps));
                case WEEKLY -> week(steps);
                case MONTHLY -> month(months.index(start) + steps);
                case YEARLY -> {
                    int of = month == 0 ? months.index(start) % 12 : month - 1;
                    yield month((months.index(start) / 12 + steps) * 12 + of);
                }
            };
            return days.stream().filter(day -> !day.isBefore(start)).toList();
        }

        private List<LocalDate> week(int steps) {
            CalendarPeriod week = calendar == CalendarSystem.JALALI ? CalendarPeriod.JALALI_WEEK : CalendarPeriod.WEEK;
            LocalDate first = week.startOf(start).plusWeeks(steps);
            Set<DayOfWeek> days = weekdays.isEmpty() ? Set.of(start.getDayOfWeek()) : weekdays;
            return first.datesUntil(first.plusDays(7))
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .toList();
        }

        private List<LocalDate> month(int monthIndex) {
            if (!months.covers(monthIndex)) {
                return List.of();
            }
            if (nth != 0) {
                return months.nth(monthIndex, nth, weekdays.iterator().next()).stream()
                        .toList();
            }
            return List.of(months.day(monthIndex, monthDay == 0 ? months.dayOfMonth(start) : monthDay));
        }
    }
}
