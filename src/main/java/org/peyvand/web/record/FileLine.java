package org.peyvand.web.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.peyvand.web.Page;

/**
 * A file in the block on the page of a record.
 *
 * @param detail its size and when it was attached
 * @param icon its name in the sprite
 */
public record FileLine(String name, String detail, String icon, String href, String detachHref) {

    private static final int KILO = 1_024;

    /** A size in the largest unit that leaves a whole part. */
    static String size(long bytes, Page page) {
        if (bytes < KILO) {
            return page.t("file.size.bytes", page.number(bytes));
        }
        if (bytes < KILO * KILO) {
            return page.t("file.size.kilobytes", page.number(Math.ceilDiv(bytes, KILO)));
        }
        BigDecimal mega = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(KILO * KILO), 1, RoundingMode.HALF_UP);
        return page.t("file.size.megabytes", page.presentation().number(mega.stripTrailingZeros()));
    }
}
