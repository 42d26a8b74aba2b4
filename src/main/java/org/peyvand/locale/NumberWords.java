package org.peyvand.locale;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Whole numbers in words: یک میلیون و دویست هزار, one million two hundred thousand. */
final class NumberWords {

    private static final String[] PERSIAN_UNITS = {
        "صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده", "چهارده",
        "پانزده", "شانزده", "هفده", "هجده", "نوزده"
    };
    private static final String[] PERSIAN_TENS = {"", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"};
    private static final String[] PERSIAN_HUNDREDS = {
        "", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"
    };
    private static final String[] PERSIAN_SCALES = {
        "", "هزار", "میلیون", "میلیارد", "تریلیون", "کوادریلیون", "کوینتیلیون"
    };

    private static final String[] ENGLISH_UNITS = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] ENGLISH_TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] ENGLISH_SCALES = {
        "", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion"
    };

    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    private NumberWords() {}

    /** @param number not negative, below 10<sup>21</sup> */
    static String of(BigInteger number, Locale language) {
        boolean persian = Bundles.isPersian(language);
        if (number.signum() == 0) {
            return persian ? PERSIAN_UNITS[0] : ENGLISH_UNITS[0];
        }
        Deque<String> parts = new ArrayDeque<>();
        BigInteger rest = number;
        for (int scale = 0; rest.signum() > 0; scale++) {
            BigInteger[] split = rest.divideAndRemainder(THOUSAND);
            int group = split[1].intValue();
            if (group > 0) {
                parts.addFirst(persian ? persianGroup(group, scale) : englishGroup(group, scale));
            }
            rest = split[0];
        }
        return String.join(persian ? " و " : " ", parts);
    }

    private static String persianGroup(int group, int scale) {
        var words = new ArrayDeque<String>();
        if (group >= 100) {
            words.add(PERSIAN_HUNDREDS[group / 100]);
        }
        int rest = group % 100;
        if (rest >= 20) {
            words.add(PERSIAN_TENS[rest / 10]);
            rest %= 10;
        }
        if (rest > 0) {
            words.add(PERSIAN_UNITS[rest]);
        }
        // one thousand is said هزار, one million یک میلیون
        String number = group == 1 && scale == 1 ? "" : String.join(" و ", words);
        return (number + " " + PERSIAN_SCALES[scale]).strip();
    }

    private static String englishGroup(int group, int scale) {
        var words = new ArrayDeque<String>();
        if (group >= 100) {
            words.add(ENGLISH_UNITS[group / 100] + " hundred");
        }
        int rest = group % 100;
        if (rest >= 20) {
            words.add(ENGLISH_TENS[rest / 10] + (rest % 10 > 0 ? "-" + ENGLISH_UNITS[rest % 10] : ""));
        } else if (rest > 0) {
            words.add(ENGLISH_UNITS[rest]);
        }
        return (String.join(" ", words) + " " + ENGLISH_SCALES[scale]).strip();
    }
}
