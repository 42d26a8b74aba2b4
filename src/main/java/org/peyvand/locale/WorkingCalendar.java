package org.peyvand.locale;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a site works: the hours of each weekday, the days on which it does not, and the zone in which its clocks go. Arithmetic in
 * working time is exact to the nanosecond and follows the zone through changes of its offset. Immutable.
 *
 * @param week the stretches of work of each weekday, in order; a weekday without any is off
 */
public record WorkingCalendar(ZoneId zone, Map<DayOfWeek, List<Shift>> week, Set<LocalDate> holidays) {

    /** Longer than any run of holidays; a calendar that does not work for so long does not work at all. */
    private static final int LONGEST_PAUSE_DAYS = 3_660;

    public WorkingCalendar {
        var copy = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            copy.put(day, List.copyOf(week.getOrDefault(day, List.of())));
        }
        week = Map.copyOf(copy);
        holidays = Set.copyOf(holidays);
    }

    /** The usual Iranian week: Saturday to Wednesday from eight to five, Thursday till one, Friday off. */
    public static WorkingCalendar usual(ZoneId zone) {
        List<Shift> whole = List.of(new Shift(8 * 60, 17 * 60));
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, whole);
        }
        week.put(DayOfWeek.THURSDAY, List.of(new Shift(8 * 60, 13 * 60)));
        week.put(DayOfWeek.FRIDAY, List.of());
        return new WorkingCalendar(zone, week, Set.of());
    }

    /** Whether any weekday is worked; else nothing can be counted in working time. */
    public boolean works() {
        return week.values().stream().anyMatch(shifts -> !shifts.isEmpty());
    }

    /** The stretches of work of a day, in order; none on holidays. */
    public List<Shift> shifts(LocalDate day) {
        return holidays.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    public boolean isWorkingDay(LocalDate day) {
        return !shifts(day).isEmpty();
    }

    /**
     * So many working days later, or earlier when negative; with 0 the day itself, or the next working day when it is none.
     *
     * @throws IllegalStateException when the calendar has no working days
     */
    public LocalDate plusWorkingDays(LocalDate from, int days) {
        LocalDate day = from;
        int step = days < 0 ? -1 : 1;
        int left = Math.abs(days);
        int idle = 0;
        while (left > 0 || !isWorkingDay(day)) {
            day = day.plusDays(step);
            boolean works = isWorkingDay(day);
            if (works && left > 0) {
                left--;
            }
            idle = works ? 0 : idle + 1;
            demandWork(idle);
        }
        return day;
    }

    /**
     * The moment at which so much working time has passed since {@code from}. Nothing at all leads to {@code from} itself.
     *
     * @param work not negative
     * @throws IllegalStateException when the calendar has no working time
     */
    public Instant addWorkingTime(Instant from, Duration work) {
        if (work.isNegative()) {
            throw new IllegalArgumentException("Working time cannot be negative: " + work);
        }
        Duration left = work;
        Instant at = from;
        LocalDate day = LocalDate.ofInstant(from, zone);
        for (int idle = 0; !left.isZero(); day = day.plusDays(1)) {
            for (Shift shift : shifts(day)) {
                Instant start = later(at, moment(day, shift.from()));
                Instant end = moment(day, shift.until());
                if (start.isBefore(end)) {
                    Duration here = Duration.between(start, end);
                    if (left.compareTo(here) <= 0) {
                        return start.plus(left);
                    }
                    left = left.minus(here);
                    at = end;
                    idle = 0;
                }
            }
            demandWork(++idle);
        }
        return at;
    }

    /** How much working time lies between the two moments; negative when the second comes first. */
    public Duration workingTimeBetween(Instant from, Instant until) {
        if (until.isBefore(from)) {
            return workingTimeBetween(until, from).negated();
        }
        Duration sum = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(until, zone);
        for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            for (Shift shift : shifts(day)) {
                Instant start = later(from, moment(day, shift.from()));
                Instant end = earlier(until, moment(day, shift.until()));
                if (start.isBefore(end)) {
                    sum = sum.plus(Duration.between(start, end));
                }
            }
        }
        return sum;
    }

    /** Whether it is working time at that moment. */
    public boolean isOpen(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return shifts(day).stream()
                .anyMatch(shift -> !at.isBefore(moment(day, shift.from())) && at.isBefore(moment(day, shift.until())));
    }

    /** An hour that a change of the clocks leaves out is taken for the one after it. */
    private Instant moment(LocalDate day, int minute) {
        return ZonedDateTime.of(day.plusDays(minute / (24 * 60)).atStartOfDay().plusMinutes(minute % (24 * 60)), zone)
                .toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void demandWork(int idleDays) {
        if (idleDays > LONGEST_PAUSE_DAYS) {
            throw new IllegalStateException("A calendar without working time");
        }
    }
}
