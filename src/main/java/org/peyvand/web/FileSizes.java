package org.peyvand.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sizes of files as people read them. */
public final class FileSizes {

    private static final int KILO = 1_024;

    private FileSizes() {}

    /** A size in the largest unit that leaves a whole part. */
    public static String size(long bytes, Page page) {
        if (bytes < KILO) {
            return page.t("file.size.bytes", page.number(bytes));
        }
        if (bytes < KILO * KILO) {
            return page.t("file.size.kilobytes", page.number(Math.ceilDiv(bytes, KILO)));
        }
        boolean giga = bytes >= (long) KILO * KILO * KILO;
        BigDecimal unit = BigDecimal.valueOf(KILO).pow(giga ? 3 : 2);
        BigDecimal many = BigDecimal.valueOf(bytes).divide(unit, 1, RoundingMode.HALF_UP);
        return page.t(
                giga ? "file.size.gigabytes" : "file.size.megabytes",
                page.presentation().number(many.stripTrailingZeros()));
    }
}
