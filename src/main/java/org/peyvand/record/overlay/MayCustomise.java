package org.peyvand.record.overlay;

import org.peyvand.record.Actor;

/** Who may change record types. A port: a module that knows users implements it. */
public interface MayCustomise {

    boolean allows(Actor actor);
}
