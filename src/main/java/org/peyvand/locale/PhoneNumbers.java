package org.peyvand.locale;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads telephone numbers as people write them and shows them as people read them. The usual Iranian mobile forms are
 * decided here (imports bring millions of them), everything else by libphonenumber.
 */
public final class PhoneNumbers {

    /** Iran, and Tehran for numbers without an area code. */
    public static final PhoneNumbers IRAN = new PhoneNumbers("IR", "021");

    private static final int LONGEST = 60;
    private static final int IRAN_CODE = 98;
    private static final Pattern EXTENSION = Pattern.compile(
            "^(.*?)[\\s,،;(\\-]*(?:داخلی|داخلي|ext(?:ension|n)?\\.?|x|#)\\s*[:.]?\\s*(\\d{1,7})\\s*\\)?\\s*$",
            Pattern.CASE_INSENSITIVE);

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String region;
    private final String areaCode;

    /**
     * @param region ISO country code of numbers written without one
     * @param areaCode put before local numbers written without one, with its trunk zero; empty for none
     */
    public PhoneNumbers(String region, String areaCode) {
        this.region = region;
        this.areaCode = areaCode;
    }

    /** The number, or empty when nobody could dial it. Takes any digits, spaces, brackets and an extension (داخلی ۱۲، ext 12). */
    public Optional<PhoneNumber> parse(String raw) {
        if (raw.length() > LONGEST) {
            return Optional.empty();
        }
        String mobile = iranianMobile(raw);
        if (mobile != null) {
            return Optional.of(new PhoneNumber(mobile, null, true));
        }
        String text = Digits.latin(PersianText.clean(raw));
        var withExtension = EXTENSION.matcher(text);
        return withExtension.matches() ? dialled(withExtension.group(1), withExtension.group(2)) : dialled(text, null);
    }

    /** As people of the region read it: {@code 0912 345 6789}, and foreign numbers as {@code +44 20 7946 0958}. */
    public String display(String e164) {
        if (region.equals("IR") && e164.length() == 13 && e164.startsWith("+989")) {
            return "0" + e164.substring(3, 6) + " " + e164.substring(6, 9) + " " + e164.substring(9);
        }
        try {
            var number = library.parse(e164, region);
            boolean domestic = number.getCountryCode() == library.getCountryCodeForRegion(region);
            return library.format(number, domestic ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException unreadable) {
            return e164;
        }
    }

    private Optional<PhoneNumber> dialled(String text, @Nullable String extension) {
        return valid(text, extension).or(() -> valid(withAreaCode(text), extension));
    }

    private Optional<PhoneNumber> valid(String text, @Nullable String extension) {
        if (text.isEmpty() || hasLetters(text)) {
            return Optional.empty();
        }
        try {
            var number = library.parse(text, region);
            return library.isValidNumber(number) ? Optional.of(known(number, extension)) : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    private PhoneNumber known(Phonenumber.PhoneNumber number, @Nullable String extension) {
        PhoneNumberType type = library.getNumberType(number);
        boolean mobile = type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
        return new PhoneNumber(library.format(number, PhoneNumberFormat.E164), extension, mobile);
    }

    /** The text behind the area code when it may be a local number, else nothing. */
    private String withAreaCode(String text) {
        String digits = text.replaceAll("[\\s\\-.()]", "");
        int shortest = region.equals("IR") ? 8 : 5;
        boolean local = digits.length() >= shortest
                && digits.length() <= 8
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return local && !areaCode.isEmpty() && digits.charAt(0) != '0' ? areaCode + digits : "";
    }

    /** Letters would be read as a vanity number, which nobody in a customer list means. */
    private static boolean hasLetters(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    /** The E.164 form when the text is {@code 09…}, {@code 9…}, {@code 989…}, {@code 00989…} or {@code +989…}, else null. */
    private static @Nullable String iranianMobile(String raw) {
        char[] digits = new char[14];
        int size = 0;
        boolean plus = false;
        for (int i = 0; i < raw.length(); i++) {
            char character = raw.charAt(i);
            int value = Digits.value(character);
            if (value >= 0) {
                if (size == digits.length) {
                    return null;
                }
                digits[size++] = (char) ('0' + value);
            } else if (character == '+' && size == 0 && !plus) {
                plus = true;
            } else if (character != ' ' && character != '-') {
                return null;
            }
        }
        return iranianMobile(new String(digits, 0, size), plus);
    }

    private static @Nullable String iranianMobile(String digits, boolean plus) {
        if (digits.length() < 10) {
            return null;
        }
        String prefix = digits.substring(0, digits.length() - 10);
        String number = digits.substring(digits.length() - 10);
        boolean national = prefix.equals("0") || prefix.isEmpty();
        boolean international = prefix.equals("98") || (prefix.equals("0098") && !plus);
        return (plus ? international : national || international) && isMobilePrefix(number)
                ? "+" + IRAN_CODE + number
                : null;
    }

    /** Prefixes that are wholly mobile; the rest of 9xx is split and left to the library. */
    private static boolean isMobilePrefix(String number) {
        if (number.charAt(0) != '9') {
            return false;
        }
        return switch (number.charAt(1)) {
            case '0' -> number.charAt(2) <= '5';
            case '1', '3' -> true;
            case '2' -> number.charAt(2) <= '3';
            default -> false;
        };
    }
}
