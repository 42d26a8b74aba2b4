package org.peyvand.locale;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount in major units of a currency. The scale is always that of the currency, so equal amounts are equal records
 * however they were written.
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    /** Amounts of 10<sup>18</sup> and more are taken for mistakes. */
    public static final int MOST_INTEGER_DIGITS = 18;

    /**
     * Brings the amount to the scale of its currency.
     *
     * @throws IllegalArgumentException for what {@link #fits} refuses
     */
    public Money {
        if (!fits(amount, currency)) {
            throw new IllegalArgumentException("Not an amount of " + currency + ": " + amount);
        }
        amount = amount.setScale(Currencies.fractionDigits(currency), RoundingMode.UNNECESSARY);
    }

    public static Money of(long amount, String currency) {
        return new Money(BigDecimal.valueOf(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public static Money rials(long amount) {
        return of(amount, Currencies.IRANIAN_RIAL);
    }

    /** The amount rounded half up to what the currency can express, for results of a division or a rate. */
    public static Money rounded(BigDecimal amount, String currency) {
        return new Money(amount.setScale(Currencies.fractionDigits(currency), RoundingMode.HALF_UP), currency);
    }

    /** Whether the currency is known and can express the number exactly. */
    public static boolean fits(BigDecimal amount, String currency) {
        if (!Currencies.known(currency)) {
            return false;
        }
        boolean inReach = (long) amount.precision() - amount.scale() <= MOST_INTEGER_DIGITS && amount.scale() > -100;
        return inReach && (amount.signum() == 0 || amount.stripTrailingZeros().scale() <= fractionDigits(currency));
    }

    /** Digits after the decimal point of amounts in the currency. */
    public static int fractionDigits(String currency) {
        return Currencies.fractionDigits(currency);
    }

    /**
     * The sum.
     *
     * @throws IllegalStateException when the currencies differ, which needs a dated rate and is never done silently
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /**
     * The difference.
     *
     * @throws IllegalStateException when the currencies differ
     */
    public Money minus(Money other) {
        return plus(other.negated());
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** The amount times a factor, rounded half up. */
    public Money times(BigDecimal factor) {
        return rounded(amount.multiply(factor), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /**
     * The order of the amounts.
     *
     * @throws IllegalStateException when the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    /** {@code 1250000 IRR} */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalStateException("Amounts of different currencies: " + this + " and " + other);
        }
    }
}
