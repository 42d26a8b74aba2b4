package org.peyvand.locale;

import java.time.LocalDate;

/** A Jalali fiscal year that begins on the first day of a month (1 Farvardin unless the organisation says otherwise). */
public record FiscalYear(int startMonth) {

    public static final FiscalYear FROM_FARVARDIN = new FiscalYear(1);

    public FiscalYear {
        if (startMonth < 1 || startMonth > 12) {
            throw new IllegalArgumentException("Not a month: " + startMonth);
        }
    }

    /** The Jalali year in which the fiscal year that holds the date begins. */
    public int yearOf(LocalDate date) {
        JalaliDate jalali = JalaliDate.of(date);
        return jalali.month() >= startMonth ? jalali.year() : jalali.year() - 1;
    }

    /** The days of the fiscal year that begins in the Jalali year. */
    public DateRange range(int year) {
        return new DateRange(
                new JalaliDate(year, startMonth, 1).toLocalDate(),
                new JalaliDate(year + 1, startMonth, 1).toLocalDate());
    }

    /** The days of one of its quarters, 1 to 4. */
    public DateRange quarter(int year, int quarter) {
        return new DateRange(quarterStart(year, quarter - 1), quarterStart(year, quarter));
    }

    private LocalDate quarterStart(int year, int quartersPassed) {
        int month = startMonth - 1 + 3 * quartersPassed;
        return new JalaliDate(year + month / 12, month % 12 + 1, 1).toLocalDate();
    }
}
