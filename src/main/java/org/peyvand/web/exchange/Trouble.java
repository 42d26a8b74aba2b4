package org.peyvand.web.exchange;

import java.util.List;

/**
 * A kind of problem of a file.
 *
 * @param column where it occurs, empty when it is no column's
 * @param count in how many rows, formatted
 * @param rows the numbers of the first rows
 */
public record Trouble(String column, String label, String count, String sentence, String rows, List<Word> words) {

    /**
     * A word that means nothing.
     *
     * @param count formatted
     * @param suggestion a known word that is nearly the same, or empty
     */
    public record Word(String value, String count, String suggestion) {}
}
