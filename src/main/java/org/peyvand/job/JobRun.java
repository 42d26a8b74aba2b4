package org.peyvand.job;

/** One run of one job in this process. */
public interface JobRun extends AutoCloseable {

    /** What goes before the next part and needs no transaction or must not have one: reading ahead, building an index. */
    default void prepare() {}

    /**
     * Does the next part. Everything it changes, the progress it reports included, is one transaction: all or nothing.
     *
     * @return whether more is to be done
     */
    boolean step(JobProgress progress);

    @Override
    default void close() {}
}
