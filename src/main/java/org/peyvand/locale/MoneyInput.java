package org.peyvand.locale;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads amounts of money as people type them: {@code ۱۲٬۵۰۰٬۰۰۰}, {@code ۱۲٫۵ میلیون تومان}, {@code 2m}, {@code $10.50}. */
public final class MoneyInput {

    private static final Map<String, Integer> SCALES = Map.ofEntries(
            Map.entry("هزار", 3),
            Map.entry("میلیون", 6),
            Map.entry("ملیون", 6),
            Map.entry("میلیارد", 9),
            Map.entry("ملیارد", 9),
            Map.entry("تریلیون", 12),
            Map.entry("همت", 12),
            Map.entry("thousand", 3),
            Map.entry("million", 6),
            Map.entry("billion", 9),
            Map.entry("trillion", 12),
            Map.entry("k", 3),
            Map.entry("m", 6),
            Map.entry("mn", 6),
            Map.entry("b", 9),
            Map.entry("bn", 9));

    private static final Map<String, String> SYMBOLS = Map.of("$", "USD", "€", "EUR", "£", "GBP", "¥", "JPY");
    private static final Pattern RIAL = Pattern.compile("(?:ریال|﷼|\\brials?\\b|\\birr\\b)");
    private static final Pattern TOMAN = Pattern.compile("(?:تومان|تومن|\\btomans?\\b|\\birt\\b)");
    private static final Pattern PART = Pattern.compile("(-?[\\d.,،٬٫/ ]*\\d)\\s*([\\p{L}\\s]*)");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern AND = Pattern.compile(" (?:و|and) ");

    private MoneyInput() {}

    /**
     * The amount, or empty when the text is none, names another currency or is finer than the currency allows.
     *
     * @param unit what a bare number of Iranian money means; تومان or ریال in the text goes before it
     */
    public static Optional<Money> parse(String typed, String currency, MoneyUnit unit) {
        if (typed.length() > 100 || !Currencies.known(currency)) {
            return Optional.empty();
        }
        String text = Digits.latin(PersianText.clean(typed)).toLowerCase(Locale.ROOT);
        return currency.equals(Currencies.IRANIAN_RIAL) ? iranian(text, unit) : foreign(text, currency);
    }

    private static Optional<Money> iranian(String text, MoneyUnit unit) {
        boolean rial = RIAL.matcher(text).find();
        boolean toman = TOMAN.matcher(text).find();
        if (rial && toman) {
            return Optional.empty();
        }
        MoneyUnit written = rial ? MoneyUnit.RIAL : toman ? MoneyUnit.TOMAN : unit;
        String bare = TOMAN.matcher(RIAL.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return amount(bare).map(written::toRials).flatMap(rials -> money(rials, Currencies.IRANIAN_RIAL));
    }

    private static Optional<Money> foreign(String text, String currency) {
        String bare = text.replace(currency.toLowerCase(Locale.ROOT), " ").strip();
        for (var symbol : SYMBOLS.entrySet()) {
            if (symbol.getValue().equals(currency)) {
                bare = bare.replace(symbol.getKey(), " ").strip();
            }
        }
        return amount(bare).flatMap(number -> money(number, currency));
    }

    private static Optional<Money> money(BigDecimal amount, String currency) {
        return Money.fits(amount, currency) ? Optional.of(new Money(amount, currency)) : Optional.empty();
    }

    /** A number, or numbers with scale words in falling order: ۲ میلیون و ۵۰۰ هزار. */
    private static Optional<BigDecimal> amount(String text) {
        Optional<BigDecimal> plain = NumberInput.parse(text);
        if (plain.isPresent()) {
            return plain;
        }
        BigDecimal sum = BigDecimal.ZERO;
        int lastScale = Integer.MAX_VALUE;
        for (String part : AND.splitAsStream(text).toList()) {
            var written = PART.matcher(part.strip());
            Optional<BigDecimal> number = written.matches() ? NumberInput.parse(written.group(1)) : Optional.empty();
            int scale = written.matches() ? scale(written.group(2)) : -1;
            if (number.isEmpty() || scale < 0 || scale >= lastScale) {
                return Optional.empty();
            }
            sum = sum.add(number.get().movePointRight(scale));
            lastScale = scale;
        }
        return Optional.of(sum);
    }

    /** Zeros that the words add (هزار میلیارد: 12), -1 when one of them is no scale. */
    private static int scale(String words) {
        int scale = 0;
        for (String word : SPACES.splitAsStream(words.strip())
                .filter(part -> !part.isEmpty())
                .toList()) {
            Integer zeros = SCALES.get(word);
            if (zeros == null) {
                return -1;
            }
            scale += zeros;
        }
        return scale;
    }
}
