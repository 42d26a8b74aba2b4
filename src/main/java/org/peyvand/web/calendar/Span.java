package org.peyvand.web.calendar;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.CalendarPeriod;
import org.peyvand.locale.CalendarSystem;
import org.peyvand.locale.DateRange;

/** How much of a calendar is seen at once. */
enum Span {
    MONTH,
    WEEK,
    DAY;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Span of(@Nullable String key) {
        for (Span span : values()) {
            if (span.key().equals(key)) {
                return span;
            }
        }
        return MONTH;
    }

    /** The period that holds the day, moved by so many periods. */
    DateRange around(LocalDate day, int offset, CalendarSystem calendar) {
        return period(calendar).around(day, offset);
    }

    /** What is drawn: a month is drawn with the whole weeks at its edges. */
    DateRange drawn(LocalDate day, CalendarSystem calendar) {
        DateRange own = around(day, 0, calendar);
        if (this != MONTH) {
            return own;
        }
        CalendarPeriod week = WEEK.period(calendar);
        return new DateRange(week.startOf(own.from()), week.next(week.startOf(own.last())));
    }

    private CalendarPeriod period(CalendarSystem calendar) {
        boolean jalali = calendar == CalendarSystem.JALALI;
        return switch (this) {
            case MONTH -> jalali ? CalendarPeriod.JALALI_MONTH : CalendarPeriod.MONTH;
            case WEEK -> jalali ? CalendarPeriod.JALALI_WEEK : CalendarPeriod.WEEK;
            case DAY -> CalendarPeriod.DAY;
        };
    }
}
