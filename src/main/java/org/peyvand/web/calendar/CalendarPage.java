package org.peyvand.web.calendar;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.Tab;

/**
 * A calendar as it is drawn.
 *
 * @param title whose records or what type of them it shows
 * @param period in the reader's words: {@code آذر ۱۴۰۵}
 * @param span {@code month}, {@code week} or {@code day}
 * @param on the day around which it is, as ISO writes it
 * @param here its own address, for drawing it again
 * @param dayHref the address of a day, its date to be put behind it
 * @param more whether there is more than stands here
 */
public record CalendarPage(
        String title,
        String period,
        String span,
        String on,
        String here,
        String before,
        String today,
        String after,
        String dayHref,
        List<Tab> spans,
        List<Day> days,
        int firstHour,
        int lastHour,
        boolean more) {

    /** Whether nothing stands on any of its days. */
    public boolean isEmpty() {
        return days.stream().allMatch(Day::isEmpty);
    }

    /**
     * One day.
     *
     * @param date as ISO writes it
     * @param label the whole date, for those who listen
     * @param out whether it belongs to the month before or after
     * @param off whether nobody works on it
     * @param occasion the name of a holiday, possibly empty
     * @param shade the hours in which nobody works, as {@code set-vars.js} reads places
     * @param newHref where something new on it is made, or null
     */
    public record Day(
            String date,
            String number,
            String weekday,
            String label,
            boolean out,
            boolean today,
            boolean off,
            String occasion,
            List<String> shade,
            List<Event> allDay,
            List<Event> timed,
            @Nullable String newHref) {

        /** So many lines a day of the month has room for. */
        private static final int ROOM = 4;

        public boolean isEmpty() {
            return allDay.isEmpty() && timed.isEmpty();
        }

        /** What stands in the month: everything, or the first of it with room left to say how much more there is. */
        public List<Event> first() {
            List<Event> all = Stream.concat(allDay.stream(), timed.stream()).toList();
            return all.size() <= ROOM ? all : all.subList(0, ROOM - 1);
        }

        /** How much there is besides {@link #first()}. */
        public int rest() {
            return allDay.size() + timed.size() - first().size();
        }
    }

    public boolean isMonth() {
        return span.equals("month");
    }
}
