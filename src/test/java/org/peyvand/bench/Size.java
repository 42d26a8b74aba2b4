package org.peyvand.bench;

/**
 * How much there is to find.
 *
 * @param rehearsals how often each question is asked before, until the program is as warm as on any day
 * @param runs how often each question is asked
 * @param importedBatches how many batches of a thousand contacts are imported
 */
record Size(String name, int accounts, int contacts, int opportunities, int rehearsals, int runs, int importedBatches) {

    /** A tenth of {@link #S}, for the test that keeps the benchmark honest. */
    static final Size TENTH = new Size("a tenth of S", 200, 1_000, 200, 3, 3, 1);

    static final Size S = new Size("S", 2_000, 10_000, 2_000, 300, 60, 10);

    /** As many as the figures that other systems were measured with: 300,000 contacts. */
    static final Size P = new Size("P", 100_000, 300_000, 100_000, 1_000, 60, 30);

    static final Size M = new Size("M", 200_000, 1_000_000, 200_000, 1_000, 60, 30);

    /** The size that a word on the command line means. */
    static Size named(String word) {
        return switch (word) {
            case "S" -> S;
            case "P" -> P;
            case "M" -> M;
            default -> throw new IllegalArgumentException("usage: bin/bench [S|P|M] [--explain]");
        };
    }
}
