package org.peyvand.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.peyvand.locale.JalaliDate;

/**
 * Two years of business days up to yesterday, with the rhythm of an Iranian trading house: nothing on Fridays and at Nowruz,
 * half on Thursdays, slow in Farvardin, hurried in Esfand, and growing from year to year.
 */
final class Days {

    static final int HISTORY = 730;

    private static final double[] MONTHS = {0.45, 0.9, 1.0, 1.0, 0.95, 1.05, 1.1, 1.1, 1.15, 1.1, 1.25, 1.5};
    private static final int LAST_NOWRUZ_DAY = 4;
    private static final int OPENING_HOUR = 8;
    private static final int MINUTES_A_DAY = 9 * 60;

    private final LocalDate today;
    private final LocalDate last;
    private final ZoneId zone;
    private final double[] reached = new double[HISTORY];

    Days(LocalDate today, ZoneId zone) {
        this.today = today;
        this.last = today.minusDays(1);
        this.zone = zone;
        double sum = 0;
        for (int i = 0; i < HISTORY; i++) {
            sum += business(last.minusDays(HISTORY - 1L - i)) * (1 + i / (double) HISTORY);
            reached[i] = sum;
        }
    }

    LocalDate today() {
        return today;
    }

    /** The last day on which anything was made. */
    LocalDate last() {
        return last;
    }

    /** A day of the two years, more likely a busy one. */
    LocalDate any(Dice dice) {
        double at = dice.share() * reached[HISTORY - 1];
        int found = Arrays.binarySearch(reached, at);
        int index = found >= 0 ? found : -found - 1;
        return last.minusDays(HISTORY - 1L - Math.min(index, HISTORY - 1));
    }

    /** The earlier of two such days. */
    LocalDate early(Dice dice) {
        LocalDate one = any(dice);
        LocalDate other = any(dice);
        return one.isBefore(other) ? one : other;
    }

    /** That day or the next one on which business is done. */
    LocalDate open(LocalDate day) {
        LocalDate open = day;
        while (business(open) == 0) {
            open = open.plusDays(1);
        }
        return open;
    }

    /** Some minute of the business hours of a day. */
    Instant during(LocalDate day, Dice dice) {
        return at(day, dice.below(MINUTES_A_DAY));
    }

    /** So many minutes after the office opens. */
    Instant at(LocalDate day, int minute) {
        return day.atTime(OPENING_HOUR, 0).plusMinutes(minute).atZone(zone).toInstant();
    }

    private static double business(LocalDate day) {
        JalaliDate jalali = JalaliDate.of(day);
        boolean nowruz = jalali.month() == 1 && (jalali.day() <= LAST_NOWRUZ_DAY || jalali.day() == 13);
        if (nowruz || day.getDayOfWeek() == DayOfWeek.FRIDAY) {
            return 0;
        }
        double month = MONTHS[jalali.month() - 1];
        return day.getDayOfWeek() == DayOfWeek.THURSDAY ? month / 2 : month;
    }
}
