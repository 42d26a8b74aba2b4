package org.peyvand.locale;

import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The currencies that amounts may have: those of ISO 4217. */
public final class Currencies {

    public static final String IRANIAN_RIAL = "IRR";

    private static final Map<String, Currency> BY_CODE = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

    private Currencies() {}

    /** Whether the text is a currency code, in capitals. */
    public static boolean known(String code) {
        return BY_CODE.containsKey(code);
    }

    public static Set<String> codes() {
        return BY_CODE.keySet();
    }

    /**
     * Digits after the decimal point; none for the rial, whose dinars ISO 4217 still counts but nobody has.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static int fractionDigits(String code) {
        Currency currency = BY_CODE.get(code);
        if (currency == null) {
            throw new IllegalArgumentException("Unknown currency: " + code);
        }
        return code.equals(IRANIAN_RIAL) ? 0 : currency.getDefaultFractionDigits();
    }
}
