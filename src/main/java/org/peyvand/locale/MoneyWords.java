package org.peyvand.locale;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Locale;

/** Amounts in words, as under the figure on an invoice or beneath an input. */
public final class MoneyWords {

    private MoneyWords() {}

    /**
     * The amount in words with its unit; rials that do not make a whole toman are said as rials, fractions of other
     * currencies as hundredths of the figure.
     */
    public static String of(Money money, Locale language, MoneyUnit unit) {
        BigDecimal positive = money.amount().abs();
        String words = money.currency().equals(Currencies.IRANIAN_RIAL)
                ? iranian(positive.toBigInteger(), language, unit)
                : foreign(positive, money.currency(), language);
        return money.amount().signum() < 0 ? Bundles.ownText(language, "words.negative", words) : words;
    }

    private static String iranian(BigInteger rials, Locale language, MoneyUnit unit) {
        String rial = Bundles.ownText(language, "words.rial");
        if (unit == MoneyUnit.RIAL) {
            return counted(rials, rial, language);
        }
        String toman = Bundles.ownText(language, "words.toman");
        BigInteger[] split = rials.divideAndRemainder(BigInteger.TEN);
        if (split[1].signum() == 0) {
            return counted(split[0], toman, language);
        }
        String rest = counted(split[1], rial, language);
        return split[0].signum() == 0
                ? rest
                : Bundles.ownText(language, "words.and", counted(split[0], toman, language), rest);
    }

    private static String foreign(BigDecimal amount, String currency, Locale language) {
        BigInteger whole = amount.toBigInteger();
        BigDecimal fraction = amount.subtract(new BigDecimal(whole));
        String number = NumberWords.of(whole, language);
        if (fraction.signum() > 0) {
            String part = NumberWords.of(fraction.unscaledValue(), language);
            number = Bundles.ownText(language, "words.fraction." + fraction.scale(), number, part);
        }
        return Bundles.ownText(language, "words.counted", number, name(currency, language));
    }

    private static String counted(BigInteger number, String unit, Locale language) {
        return Bundles.ownText(language, "words.counted", NumberWords.of(number, language), unit);
    }

    private static String name(String currency, Locale language) {
        String key = "money." + currency;
        return Bundles.isPersian(language) && Bundles.hasOwnText(key)
                ? Bundles.ownText(language, key)
                : Currency.getInstance(currency).getDisplayName(language);
    }
}
