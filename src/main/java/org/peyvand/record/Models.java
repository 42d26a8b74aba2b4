package org.peyvand.record;

/** Gives the effective model of the moment. */
public interface Models {

    /** The model as of now; hold the returned value for the length of one request. */
    Model current();

    /** The model after looking at the overlay again, for who has noticed that it moved. */
    default Model reload() {
        return current();
    }
}
