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
    private static final int IN_A_ROW = 10;
    private static final int COMPARED = 300;
    private static final Duration REHEARSAL = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /**
     * Lets the program and the database get warm, as on any day in an office; what is slow gets fewer turns. Bare SQL, which
     * has nothing to compile, is asked along in the first of them.
     */
    static void rehearse(Question question, int turns) throws Exception {
        long begun = System.nanoTime();
        for (int turn = 0; turn < turns && !isOver(begun, REHEARSAL); turn++) {
            Object answer = question.program().answer(turn);
            if (turn < COMPARED && !isOver(begun, REHEARSAL.dividedBy(2))) {
                compare(question, turn, answer, question.bare().answer(turn));
            }
        }
    }

    /**
     * Asks the program ten times and then bare SQL the same ten things, again and again: each finds the caches of the
     * processor as it left them itself, as somebody does who works with one of the two, and both live through the same
     * minutes. Fails as soon as an answer is wrong.
     */
    static Timing of(Question question, int firstTurn, int runs) throws Exception {
        double[] program = new double[runs];
        double[] bare = new double[runs];
        long start = System.nanoTime();
        int run = 0;
        while (run < runs && (run < FEWEST_RUNS || !isOver(start, LONGEST))) {
            int turns = Math.min(IN_A_ROW, runs - run);
            Object[] answers = ask(question.program(), firstTurn + run, turns, program, run);
            Object[] expected = ask(question.bare(), firstTurn + run, turns, bare, run);
            for (int turn = 0; turn < turns; turn++) {
                compare(question, firstTurn + run + turn, answers[turn], expected[turn]);
            }
            run += turns;
        }
        return new Timing(question, run, share(program, run, 0.5), share(program, run, 0.95), share(bare, run, 0.5));
    }

    private static Object[] ask(Question.Asking asking, int firstTurn, int turns, double[] times, int from)
            throws Exception {
        Object[] answers = new Object[turns];
        for (int turn = 0; turn < turns; turn++) {
            long begun = System.nanoTime();
            answers[turn] = asking.answer(firstTurn + turn);
            times[from + turn] = (System.nanoTime() - begun) / 1e6;
        }
        return answers;
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
