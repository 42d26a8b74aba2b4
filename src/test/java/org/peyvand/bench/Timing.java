package org.peyvand.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long something took.
 *
 * @param median in milliseconds, as all of them
 * @param p95 what all but one of twenty runs kept
 * @param bare the median of bare SQL
 */
record Timing(Question question, int runs, double median, double p95, double bare) {

    private static final int FEWEST_RUNS = 10;
    private static final Duration REHEARSAL = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Lets the program and the database get warm; what is slow gets fewer turns. */
    static void rehearse(Question question, int turns) throws Exception {
        long begun = System.nanoTime();
        for (int turn = 0; turn < turns && !isOver(begun, REHEARSAL); turn++) {
            compare(
                    question,
                    turn,
                    question.program().answer(turn),
                    question.bare().answer(turn));
        }
    }

    /** Asks in turn, so that both find the same caches, and fails as soon as an answer is wrong. */
    static Timing of(Question question, int firstTurn, int runs) throws Exception {
        double[] program = new double[runs];
        double[] bare = new double[runs];
        long start = System.nanoTime();
        int run = 0;
        for (; run < runs && (run < FEWEST_RUNS || !isOver(start, LONGEST)); run++) {
            int turn = firstTurn + run;
            long begun = System.nanoTime();
            Object answer = question.program().answer(turn);
            long between = System.nanoTime();
            Object expected = question.bare().answer(turn);
            long done = System.nanoTime();
            compare(question, turn, answer, expected);
            program[run] = (between - begun) / 1e6;
            bare[run] = (done - between) / 1e6;
        }
        return new Timing(question, run, share(program, run, 0.5), share(program, run, 0.95), share(bare, run, 0.5));
    }

    private static boolean isOver(long begun, Duration time) {
        return System.nanoTime() - begun > time.toNanos();
    }

    private static void compare(Question question, int turn, Object answer, Object expected) {
        if (!answer.equals(expected)) {
            throw new AssertionError("%s, %s, turn %d: the program answers %s, bare SQL %s"
                    .formatted(question.name(), question.reader(), turn, answer, expected));
        }
    }

    double ratio() {
        return median / bare;
    }

    boolean keepsTarget() {
        return median <= question.target();
    }

    private static double share(double[] all, int count, double share) {
        double[] sorted = Arrays.copyOf(all, count);
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.floor(sorted.length * share))];
    }
}
