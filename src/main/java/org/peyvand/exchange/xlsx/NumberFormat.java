package org.peyvand.exchange.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a number in a cell means, told by the format it is shown in; a spreadsheet has no other sign that 45,983 is a day, 0.25
 * a quarter or 10 an amount of dollars.
 */
sealed interface NumberFormat {

    /** A number, without the noise that binary fractions have behind the fifteenth digit. */
    record Plain() implements NumberFormat {}

    /** A share; one in the cell is 100 %. */
    record Percent() implements NumberFormat {}

    /** A number of days since the end of 1899, or since 1904. */
    record Date() implements NumberFormat {}

    /** An amount. */
    record Amount(String currency) implements NumberFormat {}

    NumberFormat PLAIN = new Plain();
    NumberFormat PERCENT = new Percent();
    NumberFormat DATE = new Date();

    Pattern CURRENCY = Pattern.compile("\\[\\$([A-Z]{3})(?:-[0-9A-Fa-f,]+)?]|\"\\s*([A-Z]{3})\\s*\"");
    Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^]]*]", Pattern.CASE_INSENSITIVE);
    Pattern INTEGER = Pattern.compile("-?\\d{1,40}");
    MathContext SHOWN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    int MOST_DIGITS = 400;

    /** The format with a number of those that every program knows. */
    static NumberFormat known(int id) {
        boolean date = id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
        return date ? DATE : id == 9 || id == 10 ? PERCENT : PLAIN;
    }

    /** The format that a code such as {@code yyyy-mm-dd} or {@code 0.00%} describes. */
    static NumberFormat of(String code) {
        Matcher currency = CURRENCY.matcher(code);
        if (currency.find()) {
            return new Amount(currency.group(1) == null ? currency.group(2) : currency.group(1));
        }
        String shown = NOT_SHOWN.matcher(code).replaceAll("").split(";", 2)[0];
        if (shown.equalsIgnoreCase("general") || shown.equals("@")) {
            return PLAIN;
        }
        if (shown.chars().anyMatch(c -> "ymdhsYMDHS".indexOf(c) >= 0)) {
            return DATE;
        }
        return shown.contains("%") ? PERCENT : PLAIN;
    }

    /** A stored number as a person would write it; what is no number stays as it is. */
    default String text(String stored, boolean since1904) {
        if (this instanceof Plain && INTEGER.matcher(stored).matches()) {
            return stored;
        }
        BigDecimal number = number(stored);
        if (number == null) {
            return stored;
        }
        return switch (this) {
            case Plain plain -> plain(number);
            case Percent percent -> plain(number.movePointRight(2)) + "%";
            case Amount amount -> plain(number) + " " + amount.currency();
            case Date date -> date(number, since1904);
        };
    }

    private static String plain(BigDecimal number) {
        if (number.precision() <= SHOWN_DIGITS.getPrecision() && number.scale() >= 0) {
            return number.toPlainString();
        }
        BigDecimal rounded = number.round(SHOWN_DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static @Nullable BigDecimal number(String stored) {
        try {
            BigDecimal number = new BigDecimal(stored);
            return Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS ? null : number;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static String date(BigDecimal serial, boolean since1904) {
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
            return plain(serial);
        }
        long days = serial.longValue();
        long millis = serial.subtract(BigDecimal.valueOf(days))
                .movePointRight(3)
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDate day = since1904
                ? LocalDate.of(1904, 1, 1).plusDays(days)
                // The 29th of February 1900 never was, but spreadsheets count it.
                : LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
        if (millis == 0) {
            return day.toString();
        }
        LocalDateTime time = day.atStartOfDay().plus(millis, ChronoUnit.MILLIS);
        return days == 0 ? time.toLocalTime().toString() : time.toLocalDate() + " " + time.toLocalTime();
    }
}
