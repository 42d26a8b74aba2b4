package org.peyvand.activity.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peyvand.activity.Meeting;
import org.peyvand.locale.Recurrence;
import org.peyvand.record.write.Pending;

/** A time that became a meeting of its own, told from the gap that it left in its series. */
final class TimeApart {

    private TimeApart() {}

    /**
     * Whether a new meeting is only the copy of a time of a series, at which everybody was asked already.
     *
     * @param meetings what the same batch wrote
     * @param usual the zone of a rule that names none
     */
    static boolean isCopy(Pending created, List<Pending> meetings, ZoneId usual) {
        return meetings.stream()
                .flatMap(each -> left(each, usual).stream())
                .anyMatch(at -> at.equals(created.after(Meeting.START_AT)));
    }

    /** When the series was at the time that it lost. */
    private static Optional<Instant> left(Pending series, ZoneId usual) {
        Instant first = series.before(Meeting.START_AT);
        Recurrence was = series.before(Meeting.RECURRENCE);
        Recurrence is = series.after(Meeting.RECURRENCE);
        if (first == null || was == null || is == null || was.equals(is)) {
            return Optional.empty();
        }
        ZonedDateTime start = first.atZone(Objects.requireNonNullElse(was.zone(), usual));
        return gap(was, is)
                .map(day ->
                        day.atTime(start.toLocalTime()).atZone(start.getZone()).toInstant());
    }

    private static Optional<LocalDate> gap(Recurrence was, Recurrence is) {
        return is.exceptions().stream()
                .filter(day -> !was.exceptions().contains(day))
                .findFirst()
                .or(() -> Optional.ofNullable(is.until()).map(last -> last.plusDays(1)));
    }
}
