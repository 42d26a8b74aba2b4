package org.peyvand.exchange;

import org.peyvand.access.Actors;
import org.peyvand.record.Actor;
import org.peyvand.record.overlay.MayCustomise;
import org.springframework.stereotype.Component;

/** Record types are changed by administrators alone. */
@Component
final class CustomisingAdministrators implements MayCustomise {

    private final Actors actors;

    CustomisingAdministrators(Actors actors) {
        this.actors = actors;
    }

    @Override
    public boolean allows(Actor actor) {
        return actors.isAdministrator(actor);
    }
}
