package org.peyvand.locale;

/** The digits a reader sees: {@code ۱۲۳} with {@code ٬ ٫} between them, or {@code 123} with {@code , .}. */
public enum DigitStyle {
    PERSIAN('٬', '٫'),
    LATIN(',', '.');

    private final char groupSeparator;
    private final char decimalPoint;

    DigitStyle(char groupSeparator, char decimalPoint) {
        this.groupSeparator = groupSeparator;
        this.decimalPoint = decimalPoint;
    }

    /** The text with its digits written in this style. */
    public String write(String text) {
        return this == PERSIAN ? Digits.persian(text) : Digits.latin(text);
    }

    /** A plain decimal number ({@code -1234.5}) with grouped thousands: {@code −۱٬۲۳۴٫۵}. */
    String grouped(String plainNumber) {
        boolean negative = plainNumber.startsWith("-");
        String unsigned = negative ? plainNumber.substring(1) : plainNumber;
        int point = unsigned.indexOf('.');
        int whole = point < 0 ? unsigned.length() : point;
        var text = new StringBuilder(unsigned.length() + whole / 3 + 2);
        if (negative) {
            text.append('−');
        }
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(groupSeparator);
            }
            text.append(unsigned.charAt(i));
        }
        if (point >= 0) {
            text.append(decimalPoint).append(unsigned, point + 1, unsigned.length());
        }
        return write(text.toString());
    }
}
