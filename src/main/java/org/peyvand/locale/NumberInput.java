package org.peyvand.locale;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads numbers as people type them, in any digits.
 *
 * <p>{@code ٬} and spaces group, {@code ٫} and {@code /} are decimal points. {@code ,} and {@code ،} group when what follows
 * each is exactly three digits; {@code .} is a decimal point when it stands alone and groups when it stands twice or more
 * with three digits between. A minus may stand before or behind, or brackets around. What could be two numbers
 * ({@code 1,25}) is none.
 */
public final class NumberInput {

    private static final int LONGEST = 60;
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+([.٫/]\\d+)?");
    private static final Pattern GROUPED_BY_POINTS = Pattern.compile("\\d{1,3}(\\.\\d{3}){2,}([,٫/]\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("(\\d+)?([.٫/]\\d+)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[eE][+-]?\\d{1,2}");
    private static final Pattern SPACES = Pattern.compile("(?<=\\d)[ \\u00A0\\u2009\\u202F\\u200C](?=\\d{3}(?!\\d))");

    private NumberInput() {}

    /** The number, or empty when the text is none or more than one. */
    public static Optional<BigDecimal> parse(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String text = Digits.latin(PersianText.clean(typed)).replace('−', '-').replace('–', '-');
        boolean negative = false;
        if (text.startsWith("(") && text.endsWith(")")) {
            negative = true;
            text = text.substring(1, text.length() - 1).strip();
        } else if (text.startsWith("-")) {
            negative = true;
            text = text.substring(1).strip();
        } else if (text.startsWith("+")) {
            text = text.substring(1).strip();
        } else if (text.endsWith("-")) {
            negative = true;
            text = text.substring(0, text.length() - 1).strip();
        }
        Optional<BigDecimal> number = unsigned(text);
        return negative ? number.map(BigDecimal::negate) : number;
    }

    /** {@link #parse} of a text that may end in {@code ٪} or {@code %}: 25 for {@code ۲۵٪}. */
    public static Optional<BigDecimal> percent(String typed) {
        String text = PersianText.clean(typed);
        for (String sign : new String[] {"٪", "%"}) {
            if (text.endsWith(sign)) {
                return parse(text.substring(0, text.length() - 1));
            }
            if (text.startsWith(sign)) {
                return parse(text.substring(1));
            }
        }
        return parse(text);
    }

    private static Optional<BigDecimal> unsigned(String text) {
        String number = SPACES.matcher(text).replaceAll("").replace('،', ',').replace('٬', ',');
        if (GROUPED.matcher(number).matches()) {
            return Optional.of(decimal(number.replace(",", "")));
        }
        if (GROUPED_BY_POINTS.matcher(number).matches()) {
            return Optional.of(decimal(number.replace(".", "").replace(',', '.')));
        }
        if (SCIENTIFIC.matcher(number).matches()) {
            return Optional.of(new BigDecimal(number));
        }
        return !number.isEmpty() && PLAIN.matcher(number).matches() ? Optional.of(decimal(number)) : Optional.empty();
    }

    private static BigDecimal decimal(String digits) {
        return new BigDecimal(digits.replace('٫', '.').replace('/', '.'));
    }
}
