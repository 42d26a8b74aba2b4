package org.peyvand.web;

import java.time.LocalDate;
import java.util.Map;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.WorkingCalendar;
import org.peyvand.record.Actor;

/** Extension point: says when the reader's site works, so that calendars can shade the rest. */
public interface DaysOff {

    /** The reader's working calendar for some two years around a day. */
    WorkingCalendar calendar(Actor actor, LocalDate around);

    /** The holidays of a stretch of days with their names. */
    Map<LocalDate, String> holidays(Actor actor, DateRange days);
}
