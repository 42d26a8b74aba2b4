package org.peyvand.locale;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The months of a calendar in a row: the index of a month is twelve times its year and its number from 0. */
enum Months {
    JALALI {
        @Override
        int index(LocalDate day) {
            JalaliDate date = JalaliDate.of(day);
            return date.year() * 12 + date.month() - 1;
        }

        @Override
        int dayOfMonth(LocalDate day) {
            return JalaliDate.of(day).day();
        }

        @Override
        LocalDate first(int index) {
            return new JalaliDate(index / 12, index % 12 + 1, 1).toLocalDate();
        }

        @Override
        int length(int index) {
            return JalaliDate.lengthOfMonth(index / 12, index % 12 + 1);
        }

        @Override
        boolean covers(LocalDate day) {
            return JalaliDate.covers(day);
        }

        @Override
        boolean covers(int index) {
            return index / 12 >= JalaliDate.FIRST_YEAR && index / 12 <= JalaliDate.LAST_YEAR;
        }
    },
    GREGORIAN {
        @Override
        int index(LocalDate day) {
            return day.getYear() * 12 + day.getMonthValue() - 1;
        }

        @Override
        int dayOfMonth(LocalDate day) {
            return day.getDayOfMonth();
        }

        @Override
        LocalDate first(int index) {
            return LocalDate.of(index / 12, index % 12 + 1, 1);
        }

        @Override
        int length(int index) {
            return YearMonth.of(index / 12, index % 12 + 1).lengthOfMonth();
        }

        @Override
        boolean covers(LocalDate day) {
            return true;
        }

        @Override
        boolean covers(int index) {
            return index / 12 >= 1600 && index / 12 <= 2400;
        }
    };

    static Months of(CalendarSystem calendar) {
        return calendar == CalendarSystem.JALALI ? JALALI : GREGORIAN;
    }

    /** Whether the day has a month that can be reckoned with. */
    abstract boolean covers(LocalDate day);

    abstract int index(LocalDate day);

    abstract int dayOfMonth(LocalDate day);

    abstract LocalDate first(int index);

    abstract int length(int index);

    /** Whether the month has days that can be reckoned with. */
    abstract boolean covers(int index);

    /** That day of the month, or its last one. */
    LocalDate day(int index, int day) {
        return first(index).plusDays(Math.min(day, length(index)) - 1L);
    }

    /** The nth such weekday of the month, from its end when negative; empty when there are not so many. */
    Optional<LocalDate> nth(int index, int nth, DayOfWeek weekday) {
        LocalDate first = first(index);
        int length = length(index);
        if (nth > 0) {
            int day = Math.floorMod(weekday.getValue() - first.getDayOfWeek().getValue(), 7) + 7 * (nth - 1);
            return day < length ? Optional.of(first.plusDays(day)) : Optional.empty();
        }
        LocalDate last = first.plusDays(length - 1L);
        int back = Math.floorMod(last.getDayOfWeek().getValue() - weekday.getValue(), 7) + 7 * (-nth - 1);
        return back < length ? Optional.of(last.minusDays(back)) : Optional.empty();
    }
}
