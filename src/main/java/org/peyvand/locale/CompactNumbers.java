package org.peyvand.locale;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Large numbers by their scale word: ۱۲٫۵ میلیون, 12.5M. */
final class CompactNumbers {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private CompactNumbers() {}

    static String of(BigDecimal number, Presentation presentation) {
        BigDecimal size = number.abs();
        if (size.compareTo(TEN_THOUSAND) < 0) {
            return presentation.number(rounded(number));
        }
        int zeros = 12;
        while (zeros > 3 && rounded(size.movePointLeft(zeros)).compareTo(BigDecimal.ONE) < 0) {
            zeros -= 3;
        }
        String key = switch (zeros) {
            case 12 -> "number.trillion";
            case 9 -> "number.billion";
            case 6 -> "number.million";
            default -> "number.thousand";
        };
        return presentation.text(key, presentation.number(rounded(number.movePointLeft(zeros))));
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP);
    }
}
