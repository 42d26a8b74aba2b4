package org.peyvand.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Reproducible luck. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From 0 up to, not including, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From 0 up to, not including, 1. */
    double share() {
        return random.nextDouble();
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The first part of a row of a word list. */
    String word(List<List<String>> rows) {
        return pick(rows).getFirst();
    }

    /** Log-normal: half of the results lie below the median. */
    double around(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    /** An index below the count, the early ones more often. */
    int early(int count) {
        return (int) (count * Math.pow(random.nextDouble(), 1.6));
    }
}
