package org.peyvand.web.list;

import java.util.List;

/**
 * What a list comes to.
 *
 * @param count in words, "more than" when it was not counted to the end
 * @param sums per column of money and currency
 */
public record Total(String count, List<Sum> sums) {

    /** One sum. */
    public record Sum(String label, String amount) {}
}
