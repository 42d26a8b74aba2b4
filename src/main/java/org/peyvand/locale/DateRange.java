package org.peyvand.locale;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The civil days from {@code from} up to, and without, {@code until}. */
public record DateRange(LocalDate from, LocalDate until) {

    public DateRange {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("A range that ends before it begins: " + from + " to " + until);
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && date.isBefore(until);
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, until);
    }

    /** The last day that belongs to the range; a bug on an empty range. */
    public LocalDate last() {
        if (from.equals(until)) {
            throw new IllegalStateException("An empty range has no last day: " + from);
        }
        return until.minusDays(1);
    }

    /** The same stretch of time for instants: from the first moment of the first day in the zone, half-open. */
    public Instants instants(ZoneId zone) {
        return new Instants(
                from.atStartOfDay(zone).toInstant(), until.atStartOfDay(zone).toInstant());
    }

    /** The instants from {@code from} up to, and without, {@code until}. */
    public record Instants(Instant from, Instant until) {

        public boolean contains(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }
    }
}
