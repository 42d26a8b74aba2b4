package org.peyvand.locale;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Checks of Iranian identifiers. All take digits of any writing and look at nothing but the number's own arithmetic; spaces
 * and dashes between the digits are allowed.
 */
public final class NationalIds {

    private static final int[] LEGAL_WEIGHTS = {29, 27, 23, 19, 17, 29, 27, 23, 19, 17};
    private static final Pattern POSTAL_CODE = Pattern.compile("(?!(\\d)\\1{3})[13-9]{4}[1346-9][013-9]{5}");
    private static final Pattern IBAN = Pattern.compile("IR\\d{24}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private NationalIds() {}

    /** The identifier as it is stored: {@code 0-9} and capitals only, without spaces and dashes. */
    public static String bare(String typed) {
        return Digits.latin(PersianText.clean(typed))
                .replaceAll("[\\s\\-\u200C]", "")
                .toUpperCase(java.util.Locale.ROOT);
    }

    /** کد ملی: ten digits, the last a check digit modulo 11; eight or nine digits lack their leading zeros. */
    public static boolean isNationalCode(String typed) {
        String digits = bare(typed);
        if (!isNumber(digits) || digits.length() < 8 || digits.length() > 10) {
            return false;
        }
        String code = "0".repeat(10 - digits.length()) + digits;
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += digit(code, i) * (10 - i);
        }
        int remainder = sum % 11;
        return !isOneDigitRepeated(code) && digit(code, 9) == (remainder < 2 ? remainder : 11 - remainder);
    }

    /** شناسه ملی of a legal entity: eleven digits, the last a check digit modulo 11. */
    public static boolean isLegalNationalId(String typed) {
        String id = bare(typed);
        if (!isNumber(id) || id.length() != 11 || isOneDigitRepeated(id)) {
            return false;
        }
        int shift = digit(id, 9) + 2;
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (digit(id, i) + shift) * LEGAL_WEIGHTS[i];
        }
        return sum % 11 % 10 == digit(id, 10);
    }

    /**
     * شماره اقتصادی by the tax organisation's notice of 1403/02: a legal entity's national id (11 digits), a person's national
     * code and four digits (14), or a foreigner's twelve-digit code and two (14). The old twelve digits are void.
     */
    public static boolean isEconomicCode(String typed) {
        String code = bare(typed);
        if (!isNumber(code)) {
            return false;
        }
        return switch (code.length()) {
            case 11 -> isLegalNationalId(code);
            case 14 -> !isOneDigitRepeated(code);
            default -> false;
        };
    }

    /** کد پستی: ten digits of the usual shape. The shape is custom, not law: warn about others, do not refuse them. */
    public static boolean isPostalCode(String typed) {
        return POSTAL_CODE.matcher(bare(typed)).matches();
    }

    /** شبا: IR and 24 digits, modulo 97 as in ISO 13616. */
    public static boolean isIban(String typed) {
        String iban = bare(typed);
        if (!IBAN.matcher(iban).matches()) {
            return false;
        }
        var number = new BigInteger(iban.substring(4) + "1827" + iban.substring(2, 4));
        return number.mod(NINETY_SEVEN).intValue() == 1;
    }

    /** Bank card: sixteen digits, Luhn. */
    public static boolean isCard(String typed) {
        String card = bare(typed);
        if (!isNumber(card) || card.length() != 16 || isOneDigitRepeated(card)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 16; i++) {
            int value = digit(card, i) * (i % 2 == 0 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    private static boolean isOneDigitRepeated(String digits) {
        return digits.chars().distinct().count() == 1;
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
