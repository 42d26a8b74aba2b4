package org.peyvand.record.write;

import java.util.UUID;
import java.util.function.Function;
import org.peyvand.record.Actor;

/** The one way to change records. Every call runs in one transaction and leaves at most one change set. */
public interface WriteGate {

    /**
     * Writes a batch, up to a few thousand writes, with a handful of statements per type.
     *
     * @throws org.peyvand.record.Refusal when the batch is atomic and a write is refused; nothing is changed then. For a
     *     batch of one the refusal is about the record; for more, problems are named {@code /index/field}
     */
    default Written write(Actor actor, Batch batch) {
        return write(actor, batch, written -> written);
    }

    /**
     * The same, answered with what is asked about it before anybody else can change it. It is asked in the transaction of the
     * write, so few records are read with plans that are known already, and an answer that fails takes the write with it.
     *
     * @param answer reads only; it may be asked again after a lost race
     */
    <T> T write(Actor actor, Batch batch, Function<Written, T> answer);

    /** Begins a change set for an act of several batches, each of which continues it; an empty one is harmless. */
    UUID begin(Actor actor, Batch.Kind kind, String label);
}
