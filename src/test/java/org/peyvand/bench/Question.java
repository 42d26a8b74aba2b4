package org.peyvand.bench;

/**
 * One thing that is measured: asked of the program and of bare SQL, which have to answer the same.
 *
 * @param target what the program shall take at most, in milliseconds at the median
 * @param program asks the program
 * @param bare asks the database
 */
record Question(String name, String reader, double target, Asking program, Asking bare) {

    /** Answers the question for the nth time, each time about something else. */
    interface Asking {
        Object answer(int turn) throws Exception;
    }
}
