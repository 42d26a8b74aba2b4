package org.peyvand.job;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;

/**
 * Something that records of a type ask for at a moment that stands in one of their fields, such as a reminder; a Spring bean. The
 * field wants an index of its own, without empty values.
 */
public interface Alarm {

    RecordType type();

    /** When a record wants to be rung; empty for never. */
    Field<Instant> at();

    /**
     * Rings for records whose moment has come, in one transaction that holds them: what it does and the next moment it writes are
     * done together or not at all, by one node. It must move the field of each, or it is rung again at once.
     *
     * @param now by the clock of the database, which all nodes share
     */
    void ring(List<UUID> due, Instant now);
}
