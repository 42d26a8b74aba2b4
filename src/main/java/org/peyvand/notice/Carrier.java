package org.peyvand.notice;

import java.util.List;
import java.util.UUID;

/**
 * A way besides the page, for the module that knows it to implement. It is asked within the transaction that tells, and
 * writes down what is to leave the program after the commit.
 */
public interface Carrier {

    Way way();

    /** Whether anything can go this way; people choose only among ways that are open. */
    boolean isOpen();

    /** Takes notices of readers who want to hear them this way; not called while it is not open. */
    void take(List<Told> notices);

    /** A notice that was told just now. */
    record Told(UUID notice, UUID reader) {}
}
