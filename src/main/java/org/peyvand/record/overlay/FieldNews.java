package org.peyvand.record.overlay;

import java.util.UUID;

/**
 * Hears how the preparation of an own field went wrong, to tell whoever asked for it. This is a port: the module that tells people
 * implements it.
 */
public interface FieldNews {

    /** The values in the table are not unique, so the field is used without that. Called in the transaction that makes it so. */
    void notUnique(UUID maker, String type, String field);

    /** The index could not be built, and nobody tries any more; the field is being prepared still. */
    void notPrepared(UUID maker, String type, String field);
}
