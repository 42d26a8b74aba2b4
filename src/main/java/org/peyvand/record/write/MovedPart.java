package org.peyvand.record.write;

import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;

/**
 * Extension point: what becomes of parts of a record that comes again when one of its times is set apart and begins at another
 * moment, as {@link Occurrences} does it.
 */
public interface MovedPart {

    /** The type of the parts. */
    RecordType part();

    /** Completes the copy of a part for the time that was moved. */
    void moved(Actor actor, Draft copy);
}
