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

    /** Rials of an amount said in this unit. */
    public BigDecimal toRials(BigDecimal amount) {
        return amount.multiply(rials);
    }

    /** An amount of rials said in this unit, exact: five rials are half a toman. */
    public BigDecimal fromRials(BigDecimal amount) {
        return this == RIAL ? amount : amount.movePointLeft(1);
    }
}
