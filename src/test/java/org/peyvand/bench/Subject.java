package org.peyvand.bench;

import java.util.UUID;
import org.peyvand.access.Actors;
import org.peyvand.access.Tokens;
import org.peyvand.database.DedicatedConnections;
import org.peyvand.exchange.Importing;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.WriteGate;

/**
 * The running program under measurement: its gates and what leads to its doors.
 *
 * @param url without a slash at the end
 */
record Subject(
        ReadGate reads,
        WriteGate writes,
        Models models,
        Actors actors,
        Tokens tokens,
        Importing importing,
        DedicatedConnections connections,
        String url) {

    /** Where the beans of a program come from. */
    interface Beans {
        <T> T bean(Class<T> type);
    }

    static Subject of(Beans beans, String url) {
        return new Subject(
                beans.bean(ReadGate.class),
                beans.bean(WriteGate.class),
                beans.bean(Models.class),
                beans.bean(Actors.class),
                beans.bean(Tokens.class),
                beans.bean(Importing.class),
                beans.bean(DedicatedConnections.class),
                url);
    }

    RecordType type(RecordType shipped) {
        return models.current().effective(shipped);
    }

    /** A user as somebody who asks, with a token for the doors. */
    Reader reader(String name, UUID user, String sight) {
        Actor actor = actors.find(user, Actor.Kind.USER).orElseThrow();
        return new Reader(
                name,
                actor,
                sight,
                tokens.create(Actor.system(), user, "benchmark", null).token());
    }
}
