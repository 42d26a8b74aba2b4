package org.peyvand.web;

import java.util.List;
import org.peyvand.record.Actor;

/** Extension point: adds commands to the palette, those the actor may give where they are. */
public interface Commands {

    /** No statement may be asked of the database here: a palette that thinks is too slow. */
    List<Command> commands(Actor actor, Spot spot);
}
