package org.peyvand.web.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Occurrences.Moment;
import org.peyvand.web.Page;
import org.peyvand.web.RecordBands;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Offers the next times of something that comes again on its page: to change or remove one alone, or with all that follow. */
@Component
@Order(20)
class SeriesBand implements RecordBands {

    private static final int SHOWN = 3;

    /** A yearly thing comes within it. */
    private static final int DAYS_AHEAD = 750;

    private final Happenings happenings;
    private final Clock clock;

    SeriesBand(Happenings happenings, Clock clock) {
        this.happenings = happenings;
        this.clock = clock;
    }

    @Override
    public List<Band> of(Actor actor, StoredRecord record, Page page) {
        Dated dated = Dated.of(record.type()).orElse(null);
        if (dated == null || dated.end() == null) {
            return List.of();
        }
        List<Moment> times = next(dated, record, page.presentation());
        if (times.isEmpty() || happenings.movable(actor, dated, List.of(record)).isEmpty()) {
            return List.of();
        }
        return List.of(new Band(
                "calendar-event",
                page.t("calendar.times"),
                page.t("calendar.times.text"),
                times.stream()
                        .map(time -> choice(record, time, page.presentation()))
                        .toList()));
    }

    private List<Moment> next(Dated dated, StoredRecord record, Presentation reader) {
        Field<?> again = dated.recurrence();
        LocalDate today = reader.dateOf(clock.instant());
        return again == null
                ? List.of()
                : dated
                        .timing(again)
                        .within(record, new DateRange(today, today.plusDays(DAYS_AHEAD)), reader.zone())
                        .stream()
                        .filter(time -> time.from().isAfter(clock.instant()))
                        .limit(SHOWN)
                        .toList();
    }

    private static Choice choice(StoredRecord record, Moment time, Presentation reader) {
        String href = "/calendar/" + record.type().plural() + "/" + record.id() + "/times/" + time.day();
        return new Choice("", reader.weekdayDate(reader.dateOf(time.from())), href, false, false);
    }
}
