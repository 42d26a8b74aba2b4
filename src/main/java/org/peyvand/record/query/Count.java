package org.peyvand.record.query;

/**
 * How many records match.
 *
 * @param count exact up to {@link #CAP}
 * @param capped whether there are more than that
 */
public record Count(int count, boolean capped) {

    public static final int CAP = 10_000;
}
