package org.peyvand.record.overlay;

import org.peyvand.record.Actor;

/**
 * Sees to it that {@link FieldBuilding#build} is called for a field that is being prepared, after the commit and also after a
 * restart. This is a port: the module that runs jobs implements it.
 */
public interface FieldPreparation {

    /** Called inside the transaction that makes the field. */
    void enqueue(Actor actor, String type, String field);
}
