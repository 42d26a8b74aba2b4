package org.peyvand.record;

import org.springframework.stereotype.Component;

/**
 * How types are laid out for whom: by the layout of the first of their roles that has one, in the order in which the roles
 * were given to them, else by that for everybody, else as shipped. Layouts arrange; {@link Visibility} decides what is seen.
 */
@Component
public final class Layouts {

    private final Models models;
    private final Visibility visibility;

    Layouts(Models models, Visibility visibility) {
        this.models = models;
        this.visibility = visibility;
    }

    /** The type as the actor's pages lay it out. */
    public RecordType of(Actor actor, RecordType type) {
        return models.current().laidOut(type, visibility.roles(actor));
    }

    /** The record with its type laid out. */
    public StoredRecord of(Actor actor, StoredRecord record) {
        return new StoredRecord(
                of(actor, record.type()), record.id(), record.version(), record.deleted(), record.values());
    }
}
