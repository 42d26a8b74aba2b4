package org.peyvand.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.springframework.stereotype.Component;

/**
 * The writes that only the calls of this module make: they go through the gate like all others, marked so that the rules
 * of users and roles can tell them from those of forms, imports and undo.
 */
@Component
class OwnWrites {

    private static final ScopedValue<Boolean> UNDER_WAY = ScopedValue.newInstance();

    private final WriteGate gate;
    private final Actors actors;

    OwnWrites(WriteGate gate, Actors actors) {
        this.gate = gate;
        this.actors = actors;
    }

    /** Whether the present write is one of these. */
    static boolean underWay() {
        return UNDER_WAY.isBound();
    }

    Written write(Actor actor, Write write) {
        Batch batch = Batch.of(write).internal();
        return ScopedValue.where(UNDER_WAY, true).call(() -> gate.write(actor, batch));
    }

    Written change(Actor actor, UUID user, Draft draft) {
        return write(actor, new Write.Update(User.TYPE, user, null, draft));
    }

    /** Changes what is everybody's own to change, whatever their roles say of users. */
    Written changeOwn(Actor actor, UUID user, @Nullable Integer base, Draft draft) {
        Write change = new Write.Update(User.TYPE, user, base, draft);
        return gate.write(actor, Batch.of(change).internal().asVouched());
    }

    /**
     * Lets only administrators go on.
     *
     * @throws Refusal.Forbidden for others
     */
    void demandAdministrator(Actor actor) {
        if (!actors.isAdministrator(actor)) {
            throw new Refusal.Forbidden("administrator-only");
        }
    }

    /** Lets a user go on about themselves, and administrators about anybody. */
    void demandSelfOrAdministrator(Actor actor, UUID user) {
        if (!user.equals(actor.user())) {
            demandAdministrator(actor);
        }
    }
}
