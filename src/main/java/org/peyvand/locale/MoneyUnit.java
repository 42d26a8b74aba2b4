package org.peyvand.locale;

import java.math.BigDecimal;

/** How a reader says amounts of Iranian money: in rials, as stored, or in tomans of ten rials. */
public enum MoneyUnit {
    RIAL(BigDecimal.ONE),
    TOMAN(BigDecimal.TEN);

    private final BigDecimal rials;

    MoneyUnit(BigDecimal rials) {
        this.rials = rials;
    }

    BigDecimal toRials(BigDecimal amount) {
        return amount.multiply(rials);
    }

    BigDecimal fromRials(BigDecimal amount) {
        return this == RIAL ? amount : amount.movePointLeft(1);
    }
}
