package org.peyvand.web.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list comes to.
 *
 * @param count in words, "more than" when it was not counted to the end
 * @param exact the same as a number, or null when it was not counted to the end
 * @param sums per column of money and currency
 */
public record Total(String count, @Nullable Integer exact, List<Sum> sums) {

    /** One sum. */
    public record Sum(String label, String amount) {}
}
