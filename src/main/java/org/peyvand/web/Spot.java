package org.peyvand.web;

import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;

/**
 * The page on which the palette was opened.
 *
 * @param path without its query
 * @param type what the page lists, or the type of the record it shows; null elsewhere
 * @param record what the page shows, as far as the reader may see it; null elsewhere
 */
public record Spot(
        String path, @Nullable RecordType type, @Nullable StoredRecord record) {

    /** Whether the page lists records of a type. */
    public boolean isList() {
        return type != null && record == null;
    }
}
