package org.peyvand.exchange;

import java.util.regex.Pattern;

/** Keeps spreadsheets from taking a value for a formula: what begins like one gets an apostrophe before it. */
final class SafeCells {

    /** The signs that begin a formula somewhere, their wide forms, and control characters that are skipped before one. */
    private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Cntrl}]*[=+\\-@|%＝＋－＠].*", Pattern.DOTALL);

    private static final Pattern CONTROL = Pattern.compile("^[\\t\\r\\n].*", Pattern.DOTALL);

    /** A signed number, such as a telephone number in its international form. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?( [A-Z]{3})?");

    private SafeCells() {}

    static String safe(String cell) {
        boolean formula =
                FORMULA.matcher(cell).matches() || CONTROL.matcher(cell).matches();
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
