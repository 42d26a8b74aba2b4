package org.peyvand.notice.outbox;

import org.peyvand.notice.Way;

/** A way out of the program, implemented by the module that knows the protocol. Called outside any transaction. */
public interface Channel {

    Way way();

    /** Whether it is set up; what is put meanwhile waits. */
    boolean isOpen();

    /**
     * Hands one message over.
     *
     * @throws Undelivered when the other side did not take it, or it is not known whether it did
     */
    Receipt send(Envelope envelope) throws Undelivered;

    /**
     * A message ready to go.
     *
     * @param reference names the message the same in every attempt, so that the other side can tell a second one
     * @param address of the recipient
     */
    record Envelope(String reference, String address, Letter letter) {}

    /**
     * What the other side answered.
     *
     * @param reference by which it knows the message
     * @param parts how many parts it is counted as
     */
    record Receipt(String reference, int parts) {}
}
