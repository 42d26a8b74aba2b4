package org.peyvand.record.write;

/**
 * Extension point: hears what a batch stored, inside the transaction that stores it, once per batch. It writes down what
 * should happen because of it, so that this comes to be with the change or not at all; it never changes records and calls
 * nothing outside the database.
 */
public interface AfterWrite {

    void stored(StoredBatch batch);
}
