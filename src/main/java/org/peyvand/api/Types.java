package org.peyvand.api;

import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.springframework.stereotype.Component;

/** Finds the record type a path names; one that the caller may not read at all does not exist. */
@Component
final class Types {

    private final Models models;
    private final Visibility visibility;

    Types(Models models, Visibility visibility) {
        this.models = models;
        this.visibility = visibility;
    }

    RecordType find(Actor actor, String plural) {
        RecordType type = models.current().find(plural).orElseThrow(Refusal.NotFound::new);
        if (!mayAnything(actor, type)) {
            throw new Refusal.NotFound();
        }
        return type;
    }

    /** Someone who may only create, such as a form's token, still knows the type. */
    boolean mayAnything(Actor actor, RecordType type) {
        return may(actor, type, Operation.READ) || may(actor, type, Operation.CREATE);
    }

    boolean may(Actor actor, RecordType type, Operation operation) {
        return !(visibility.reach(actor, type, operation) instanceof Reach.None);
    }
}
