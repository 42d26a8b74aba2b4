package org.peyvand.record.query;

/** One key of an order: a field and a direction. Nulls come last in both directions. */
public record Sort(FieldPath path, boolean descending) {

    /** As the API writes it: {@code -createdAt}. */
    @Override
    public String toString() {
        return (descending ? "-" : "") + path;
    }
}
