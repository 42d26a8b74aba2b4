package org.peyvand.activity.worktime;

import java.time.LocalDate;
import java.util.Map;
import org.peyvand.activity.WorkCalendars;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.WorkingCalendar;
import org.peyvand.record.Actor;
import org.peyvand.web.DaysOff;
import org.springframework.stereotype.Component;

/** Tells the calendars on pages when the reader's site works. */
@Component
class SiteDaysOff implements DaysOff {

    private final WorkCalendars calendars;

    SiteDaysOff(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public WorkingCalendar calendar(Actor actor, LocalDate around) {
        return calendars.of(actor, around);
    }

    @Override
    public Map<LocalDate, String> holidays(Actor actor, DateRange days) {
        return calendars.holidays(actor, days);
    }
}
