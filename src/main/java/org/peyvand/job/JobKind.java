package org.peyvand.job;

/** A sort of background work, as a Spring bean. It is done in parts, so that a kill loses at most the part that was under way. */
public interface JobKind {

    /** Stable; stored with every job. */
    String key();

    /**
     * Takes a job up, perhaps where an earlier run left off. Called outside any transaction; reads what it needs from the job and
     * the database and keeps nothing that a part of an earlier run did not commit.
     */
    JobRun start(Job job);

    /** Told when a job stands still as failed, after a refusal or the last try, in the transaction that makes it so. */
    default void givenUp(Job job) {}

    /** Whether the program itself wants it once a day, at night in Iran or at the next start; its payload is empty then. */
    default boolean isDaily() {
        return false;
    }
}
