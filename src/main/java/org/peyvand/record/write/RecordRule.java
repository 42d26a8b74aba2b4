package org.peyvand.record.write;

import org.peyvand.record.RecordType;

/**
 * Something the business demands of records of one type, as a Spring bean ordered by {@code @Order}. A rule sees a whole
 * batch at once and asks the database, if at all, once per batch. It may derive values, and report problems; it never
 * writes other records itself.
 */
public interface RecordRule {

    /** The type it is about, as declared. */
    RecordType type();

    /** Judges and completes the writes of its type in a batch. Deletes and restores are among them. */
    void apply(RuleContext context);
}
