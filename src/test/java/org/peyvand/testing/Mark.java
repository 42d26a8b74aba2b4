package org.peyvand.testing;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * A word that nothing else in the shared program holds. It has letters only: with digits in it, a few of a hundred runs would
 * draw a mark that reads as a telephone number, a year or a duration; nor does it end as an English plural does.
 */
public final class Mark {

    private static final String LETTERS = "bcdfgjklmnpqrtvw";
    private static final int LENGTH = 8;

    private Mark() {}

    /** Eight small Latin consonants. */
    public static String fresh() {
        return ThreadLocalRandom.current()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
